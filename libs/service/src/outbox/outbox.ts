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

/** The outboxes of one collection. */
export class Outbox {
  private readonly removals = new Batches<string>((ids) => this.collection().deleteMany({ _id: { $in: ids } }));

  constructor(
    private readonly model: DocumentModel,
    private readonly options: OutboxOptions,
  ) {}

  /** For the look for pending events. May take seconds while other indexes are built; looks are right without it, only slower. */
  async ensureIndex(): Promise<void> {
    await this.collection().createIndex({ 'outbox.id': 1 });
  }

  /** All documents with pending events, page by page in the order of their ids. */
  async *pending(): AsyncGenerator<Pending> {
    for (let after = ''; ; ) {
      const isPending = { 'outbox.id': { $gt: '' }, ...(after && { _id: { $gt: after } }) };
      const found = this.collection().find(isPending, { projection: { outbox: 1 }, sort: { _id: 1 }, limit: PAGE });
      const page = await found.toArray();
      yield* page.map((document) => this.pendingOf(document));
      after = page.at(-1)?._id ?? '';
      if (page.length < PAGE) {
        return;
      }
    }
  }

  /** The named documents, as far as they have pending events. */
  async read(ids: readonly string[]): Promise<Pending[]> {
    const found = this.collection().find({ _id: { $in: [...ids] } }, { projection: { outbox: 1 } });
    return (await found.toArray()).map((document) => this.pendingOf(document)).filter(({ events }) => events.length > 0);
  }

  private pendingOf({ _id, outbox = [] }: OutboxDocument): Pending {
    return { id: _id, events: outbox, told: (ids) => this.pull(_id, ids) };
  }

  private async pull(id: string, ids: readonly string[]): Promise<void> {
    if (this.options.disposable) {
      await this.removals.add(id);
    } else {
      await this.collection().updateOne({ _id: id }, { $pull: { outbox: { id: { $in: [...ids] } } } });
    }
  }

  private collection(): Collection<OutboxDocument> {
    return collectionOf<OutboxDocument>(this.model);
  }
}
