import type { BodiesQuery, BodyName } from '@aigaq/api';
import { type Act, covers, rootsFor, scopeFilter } from '@aigaq/identity';
import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, type Decided, despiteConflicts, Followed, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import { bodyErrors } from './body.errors.js';
import type { Body } from './body.js';
import { RegisterIndex } from './register-index.js';
import { fromThen } from './span.js';

/** A body as it was read, and what is to become of it. */
export interface BodyChange {
  state: Kept<Body>;
  decision: Decision<Body>;
}

const MOST_BODIES = 100_000;
const AT_ONCE = 500;

/**
 * What people look at comes from memory, which follows the database within a second or two (12,000 bodies are some 20 MB); what rules
 * decide upon is read from the database.
 */
@Injectable()
export class BodiesRepository implements BeforeApplicationShutdown {
  private readonly bodies: Aggregates<Body>;
  private readonly memory: Followed<Stored<Body>, Kept<Body>>;
  private ordered: { revision: number; index: RegisterIndex } | undefined;

  constructor(
    @InjectModel('Body', 'organisations') private readonly model: Model<Stored<Body>>,
    private readonly relay: OutboxRelay,
  ) {
    this.bodies = new Aggregates<Body>(model, relay);
    this.memory = new Followed(model, (stored) => fromStored<Body>(stored));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.memory.end();
  }

  /** @throws body.exists; body.bin_taken also when two enter the same BIN at once: the index decides */
  async create(actor: Actor, decision: Decision<Body>): Promise<Kept<Body>> {
    const { id, bin } = decision.next;
    const refused = bodyErrors.exists({ bodyId: id });
    try {
      return this.kept(await this.bodies.create(actor, decision, () => refused));
    } catch (error) {
      throw error === refused && !(await this.bodies.find(id)) ? bodyErrors.bin_taken({ bin: bin ?? '' }) : error;
    }
  }

  /** @throws body.not_found outside the actor's scope */
  async change(actor: Actor, act: Act, id: string, decide: (body: Kept<Body>) => Decided<Body>): Promise<Kept<Body>> {
    const notFound = () => bodyErrors.not_found({ bodyId: id });
    return this.kept(await this.bodies.change(actor, id, decide, { where: scopeFilter(actor, act), notFound }));
  }

  /** Enters many new bodies; those that are there already stay as they are. */
  async enterAll(actor: Actor, decisions: readonly Decision<Body>[]): Promise<void> {
    await insertMissing(this.model, decisions.map((decision) => this.bodies.document(actor, decision)));
    this.relay.nudge();
    await this.memory.refresh();
  }

  /** Changes many bodies. @throws when another was faster with one of them; those before it are changed */
  async changeAll(actor: Actor, changes: readonly BodyChange[]): Promise<void> {
    for (let from = 0; from < changes.length; from += AT_ONCE) {
      const writes = changes
        .slice(from, from + AT_ONCE)
        .map(({ state, decision }) => ({ updateOne: this.bodies.update(actor, state, decision) }));
      const { matchedCount } = await this.model.collection.bulkWrite(writes, { ordered: false });
      if (matchedCount !== writes.length) {
        throw new Error(`${writes.length - matchedCount} bodies were changed by somebody else`);
      }
      this.relay.nudge();
    }
    await this.memory.refresh();
  }

  /** Gives up the BINs of bodies that get another one, so that two can exchange theirs. */
  async freeBins(ids: readonly string[]): Promise<void> {
    await despiteConflicts(() => this.model.collection.updateMany({ _id: { $in: [...ids] as never[] } }, { $unset: { livingBin: '' } }));
  }

  /** A body that the actor may see under this act, for rules: as the database has it. */
  find(actor: Actor, act: Act, id: string): Promise<Kept<Body> | undefined> {
    return this.bodies.find(id, scopeFilter(actor, act));
  }

  /** The same for those who only look. */
  async show(actor: Actor, act: Act, id: string): Promise<Kept<Body> | undefined> {
    return (await this.index()).find(id, { sees: (body) => covers(actor, act, body) });
  }

  /** For those who only look; who shows them asks whether he may. */
  async shown(ids: readonly string[]): Promise<Kept<Body>[]> {
    const all = await this.memory.all();
    return [...new Set(ids)].flatMap((id) => all.get(id)?.value ?? []);
  }

  /** Whoever asks: names are no secret, and services of this house look up whom they write about. */
  async byIds(ids: readonly string[]): Promise<Kept<Body>[]> {
    const byId = new Map((await this.read({ _id: { $in: [...new Set(ids)] } })).map((body) => [body.id, body]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The named bodies with all that stand above them on the day or will later, by id. */
  async withThoseAbove(ids: readonly string[], day: string): Promise<Map<string, Kept<Body>>> {
    const known = new Map<string, Kept<Body>>();
    for (let next = [...new Set(ids)]; next.length > 0; ) {
      const found = await this.byIds(next);
      found.forEach((body) => known.set(body.id, body));
      const above = found.flatMap(({ parents, supervisors }) => fromThen([...parents, ...supervisors], day).map(({ bodyId }) => bodyId));
      next = [...new Set(above)].filter((id) => !known.has(id));
    }
    return known;
  }

  async namesOf(ids: readonly string[]): Promise<BodyName[]> {
    return (await this.shown(ids)).map(({ id, name, kind }) => ({ id, name, kind }));
  }

  /** Bodies that the actor may see, by id; one more than asked for when there are more. */
  async page(actor: Actor, wanted: BodiesQuery, today: string): Promise<Kept<Body>[]> {
    const sight = { roots: rootsFor(actor, 'body.read'), sees: (body: Body) => covers(actor, 'body.read', body) };
    return (await this.index()).page(sight, wanted, today);
  }

  /** Which of these have living bodies below them. */
  async withChildren(ids: readonly string[], today: string): Promise<Set<string>> {
    const index = await this.index();
    return new Set(ids.filter((id) => index.hasChildren(id, today)));
  }

  /** Bodies that stand, stood or will stand below this one, or are supervised by it. */
  related(id: string): Promise<Kept<Body>[]> {
    return this.read({ $or: [{ 'parents.bodyId': id }, { 'supervisors.bodyId': id }] });
  }

  /** Bodies whose place follows from that of this one today. */
  following(id: string): Promise<Kept<Body>[]> {
    return this.read({ $or: [{ parentId: id }, { supervisorIds: id }] });
  }

  async predecessorsOf(id: string): Promise<Kept<Body>[]> {
    return (await this.index()).predecessorsOf(id);
  }

  /** Bodies of which something begins or has ended by today. */
  turning(today: string): Promise<Kept<Body>[]> {
    return this.read({ turnsOn: { $lte: today } });
  }

  /** Bodies that moved and were not followed yet. */
  unsettled(): Promise<Kept<Body>[]> {
    return this.read({ isUnsettled: true });
  }

  /** Whoever followed, followed this version; a newer one keeps its mark. */
  async markSettled({ id, version }: Kept<Body>): Promise<void> {
    await this.model.collection.updateOne({ _id: id as never, version }, { $unset: { isUnsettled: '' } });
  }

  /** All bodies, for an import; with an actor those that he may see under the act. */
  all(actor?: Actor, act: Act = 'body.export'): Promise<Kept<Body>[]> {
    return this.read(actor ? scopeFilter(actor, act) : {});
  }

  /** Ids of all bodies that the register has, for an import that goes on where it stopped. */
  async knownIds(): Promise<Set<string>> {
    const found = await this.model.find({}, { _id: 1 }).limit(MOST_BODIES).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }

  private kept(body: Kept<Body>): Kept<Body> {
    this.memory.put(body.id, body.version, body);
    return body;
  }

  private async index(): Promise<RegisterIndex> {
    const all = await this.memory.all();
    if (this.ordered?.revision !== this.memory.revision) {
      this.ordered = { revision: this.memory.revision, index: new RegisterIndex(all) };
    }
    return this.ordered.index;
  }

  private async read(where: Record<string, unknown>): Promise<Kept<Body>[]> {
    const found = await this.model.find(where, { outbox: 0 }).sort({ _id: 1 }).limit(MOST_BODIES).lean<Stored<Body>[]>();
    return found.map((stored) => fromStored<Body>(stored));
  }
}
