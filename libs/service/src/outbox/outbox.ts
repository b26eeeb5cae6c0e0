import type { StoredEvent } from '@aigaq/events';
import type { Collection } from 'mongoose';
import { Batches } from '../database/batches.js';
import { collectionOf, type DocumentModel } from '../database/document-model.js';

const PAGE = 200;

export interface OutboxOptions {
  /** The documents exist for their events alone. */
  disposable?: boolean;
}

/** A document with events that are still to be told. */
export interface Pending {
  id: string;
  events: StoredEvent[];
  /** Takes told events out of the outbox. */
  told(ids: readonly string[]): Promise<void>;
}

interface OutboxDocument {
  _id: string;
  outbox?: StoredEvent[];
}

interface Told {
  id: string;
  eventIds: readonly string[];
}

/** The outboxes of one collection. */
export class Outbox {
  private readonly removals = new Batches<Told>((told) => this.remove(told));

  constructor(
    private readonly model: DocumentModel,
    private readonly options: OutboxOptions,
  ) {}

  /** For the look for pending events. May take seconds while other indexes are built; looks are right without it, only slower. */
  async ensureIndex(): Promise<void> {
    await this.collection().createIndex({ 'outbox.id': 1 });
  }

  /**
   * Documents with pending events in the order of their ids, a page.
   * @returns `next`: after which id the next page begins; empty when this was the last
   */
  async page(after: string): Promise<{ pending: Pending[]; next: string }> {
    const isPending = { 'outbox.id': { $gt: '' }, ...(after && { _id: { $gt: after } }) };
    const found = await this.collection().find(isPending, { projection: { outbox: 1 }, sort: { _id: 1 }, limit: PAGE }).toArray();
    const next = found.length < PAGE ? '' : (found.at(-1)?._id ?? '');
    return { pending: found.map((document) => this.pendingOf(document)), next };
  }

  /** The named documents, as far as they have pending events. */
  async read(ids: readonly string[]): Promise<Pending[]> {
    const found = this.collection().find({ _id: { $in: [...ids] } }, { projection: { outbox: 1 } });
    return (await found.toArray()).map((document) => this.pendingOf(document)).filter(({ events }) => events.length > 0);
  }

  private pendingOf({ _id, outbox = [] }: OutboxDocument): Pending {
    return { id: _id, events: outbox, told: (eventIds) => this.removals.add({ id: _id, eventIds }) };
  }

  private async remove(told: readonly Told[]): Promise<void> {
    if (this.options.disposable) {
      await this.collection().deleteMany({ _id: { $in: told.map(({ id }) => id) } });
      return;
    }
    const pulls = told.map(({ id, eventIds }) => ({
      updateOne: { filter: { _id: id }, update: { $pull: { outbox: { id: { $in: [...eventIds] } } } } },
    }));
    await this.collection().bulkWrite(pulls, { ordered: false });
  }

  private collection(): Collection<OutboxDocument> {
    return collectionOf<OutboxDocument>(this.model);
  }
}
