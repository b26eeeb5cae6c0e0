import { storeEvent, type StoredEvent } from '@aigaq/events';
import type { Actor, Decision, DomainError } from '@aigaq/kernel';
import { collectionOf, type DocumentModel } from '../database/document-model.js';
import { isDuplicate } from '../database/duplicate.js';
import { despiteConflicts } from '../database/write-conflict.js';
import { aggregateErrors } from '../service.errors.js';
import { recordOfChange } from './event-record.js';
import type { OutboxRelay } from './outbox-relay.js';
import { CHANGED_AT, difference, fromStored, type Kept, type Stored, withoutKeys } from './stored.js';

export type Decided<T> = Decision<T> | undefined | Promise<Decision<T> | undefined>;
export type Where = Record<string, unknown>;

export interface Selection<T> {
  /** What the actor may see; a thing outside is not found. */
  where?: Where;
  notFound: () => DomainError;
  /** The author with the role by which he may do it (`under` of @aigaq/identity), once the thing is known. */
  by?: (state: T) => Actor;
}

const RACES = 5;

/**
 * Things whose rules decide: load, decide, and store state and events in ONE write of one document.
 * Where another was faster the thing is loaded and decided again, so `decide` must have no effects of its own.
 */
export class Aggregates<T extends { id: string }> {
  private readonly fields: ReadonlySet<string>;
  private readonly unrecorded: ReadonlySet<string>;

  /** @param model of the connection that `relay` serves, with a schema made by `aggregateSchema` */
  constructor(
    private readonly model: DocumentModel,
    private readonly relay: OutboxRelay,
  ) {
    const paths = Object.entries(model.schema.paths);
    this.fields = new Set(paths.map(([path]) => path.split('.')[0] ?? path));
    this.unrecorded = new Set(paths.flatMap(([path, { options }]) => (options?.unrecorded ? [path] : [])));
    relay.register(model);
  }

  /**
   * Stores a new thing (version 1) and its events.
   * @throws what `exists` makes, when the id is taken
   */
  async create(actor: Actor, decision: Decision<T>, exists: () => DomainError): Promise<Kept<T>> {
    try {
      return await this.insert(actor, decision);
    } catch (error) {
      throw isDuplicate(error) ? exists() : error;
    }
  }

  /**
   * Changes a thing; a decision of undefined writes nothing.
   * @throws what `notFound` makes, what `decide` throws, `aggregate.conflict` after five lost races
   */
  async change(actor: Actor, id: string, decide: (state: Kept<T>) => Decided<T>, { where = {}, notFound, by }: Selection<T>): Promise<Kept<T>> {
    for (let race = 0; race < RACES; race += 1) {
      const state = await this.find(id, where);
      if (!state) {
        throw notFound();
      }
      const decision = await decide(state);
      const next = decision ? await this.replace(by?.(state) ?? actor, state, decision) : state;
      if (next) {
        return next;
      }
    }
    throw aggregateErrors.conflict({ id });
  }

  /** For listeners: changes the thing, or creates it when there is none. */
  async put(actor: Actor, id: string, decide: (state: Kept<T> | undefined) => Decided<T>): Promise<Kept<T> | undefined> {
    for (let race = 0; race < RACES; race += 1) {
      const state = await this.find(id);
      const decision = await decide(state);
      const next = decision ? await this.write(actor, state, decision) : state;
      if (next || !decision) {
        return next;
      }
    }
    throw aggregateErrors.conflict({ id });
  }

  async find(id: string, where: Where = {}): Promise<Kept<T> | undefined> {
    const filter = { $and: [{ _id: id }, where] };
    const found = (await collectionOf(this.model).findOne(filter, { projection: { outbox: 0 } })) as { _id: string } | null;
    return found ? fromStored<T>(found) : undefined;
  }

  /** A new document for a bulk insert; call `relay.nudge()` when it is written. */
  document(actor: Actor, { next, events }: Decision<T>): Stored<T> {
    const outbox = this.stored(actor, undefined, { next, events });
    return { ...this.checked(next), ...this.stamp(), _id: next.id, version: 1, outbox } as unknown as Stored<T>;
  }

  private async insert(actor: Actor, decision: Decision<T>): Promise<Kept<T>> {
    const document = this.document(actor, decision);
    await despiteConflicts(() => collectionOf(this.model).insertOne(document));
    this.relay.nudge(this.model, decision.next.id);
    return { ...decision.next, version: 1 };
  }

  /** @returns undefined when another was faster */
  private async write(actor: Actor, state: Kept<T> | undefined, decision: Decision<T>): Promise<Kept<T> | undefined> {
    if (state) {
      return this.replace(actor, state, decision);
    }
    try {
      return await this.insert(actor, decision);
    } catch (error) {
      if (isDuplicate(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** The write that changes a thing, for bulk writes: matches nothing when another was faster; call `relay.nudge()` when it is written. */
  update(actor: Actor, state: Kept<T>, decision: Decision<T>): { filter: Record<string, unknown>; update: Record<string, unknown> } {
    const { id, version } = state;
    const { next, events } = decision;
    const update = {
      ...difference(state, { ...this.checked(next), ...this.stamp() }),
      $inc: { version: 1 },
      // Only pushed here and only pulled by the relay, which does not touch the version: neither can undo the other.
      ...(events.length > 0 && { $push: { outbox: { $each: this.stored(actor, state, decision) } } }),
    };
    return { filter: { _id: id, version }, update };
  }

  /** @returns undefined when another was faster */
  private async replace(actor: Actor, state: Kept<T>, decision: Decision<T>): Promise<Kept<T> | undefined> {
    const { id, version } = state;
    const { filter, update } = this.update(actor, state, decision);
    const options = { projection: { version: 1 }, returnDocument: 'after' } as const;
    const written: unknown = await despiteConflicts(() => collectionOf(this.model).findOneAndUpdate(filter, update, options));
    if (!written) {
      return undefined;
    }
    this.relay.nudge(this.model, id);
    return { ...decision.next, id, version: version + 1 };
  }

  private stamp(): { [CHANGED_AT]?: Date } {
    return this.fields.has(CHANGED_AT) ? { [CHANGED_AT]: new Date() } : {};
  }

  private checked(next: T): Record<string, unknown> {
    const fields = withoutKeys(next);
    const unknown = Object.keys(fields).filter((field) => !this.fields.has(field));
    if (unknown.length > 0) {
      throw new Error(`The schema of ${this.model.modelName} does not name: ${unknown.join(', ')}`);
    }
    return fields;
  }

  private stored(actor: Actor, before: T | undefined, { next, events }: Decision<T>): StoredEvent[] {
    if (events.length === 0) {
      return [];
    }
    const record = recordOfChange(actor, { before, next, unrecorded: this.unrecorded });
    return events.map((event) => storeEvent(event, { key: before?.id ?? next.id, actor, record }));
  }
}
