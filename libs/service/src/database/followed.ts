import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@aigaq/kernel';
import { collectionOf, type DocumentModel } from './document-model.js';

/** A document of a schema made with `aggregateSchema(…, { followed: true })`. */
interface Changing {
  _id: string;
  version: number;
  changedAt?: Date;
}

/** Writers' clocks differ, and a write may become visible a little after it was stamped. */
const OVERLAP_MS = 10_000;
const PACE = {
  lookMs: 1_000,
  /** What nobody could look at for longer is not shown any more: somebody may have lost his access meanwhile. */
  staleMs: 20_000,
};
const PAGE = 2_000;

/**
 * A whole collection in memory: for what every request asks for, changes seldom, and is tens of thousands of documents at most.
 * Other processes' changes are seen within a second or two, this one's own at once when it is told of them (`put`).
 * Documents are never removed from such a collection.
 */
export class Followed<D extends Changing, V> {
  private readonly kept = new Map<string, { version: number; value: V }>();
  private newest = new Date(0);
  private lookedAt = 0;
  private loaded: Promise<void> | undefined;
  private looking: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Counts changes, for what is worked out from all of it. */
  revision = 0;

  /** @param view what is kept of a document; it is shared by all who read, so nobody may change it */
  constructor(
    private readonly model: DocumentModel,
    private readonly view: (document: D) => V,
    private readonly pace = PACE,
  ) {}

  /**
   * All of it as it is now, by id.
   * @throws server.unavailable when the database has been away for so long that too much may have changed
   */
  async all(): Promise<ReadonlyMap<string, { value: V }>> {
    this.loaded ??= this.load();
    await this.loaded;
    if (Date.now() - this.lookedAt > this.pace.staleMs) {
      await this.look();
    }
    if (Date.now() - this.lookedAt > this.pace.staleMs) {
      throw new DomainError('unavailable', 'server.unavailable', 'The database does not answer.');
    }
    return this.kept;
  }

  async get(id: string): Promise<V | undefined> {
    return (await this.all()).get(id)?.value;
  }

  /** This process wrote it. */
  put(document: D): void {
    const { version } = this.kept.get(document._id) ?? { version: 0 };
    if (document.version > version) {
      this.kept.set(document._id, { version: document.version, value: this.view(document) });
      this.revision += 1;
    }
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async load(): Promise<void> {
    try {
      await this.take({});
    } catch (error) {
      this.loaded = undefined;
      throw error;
    }
    this.timer = setInterval(() => void this.look(), this.pace.lookMs);
    this.timer.unref();
  }

  /** An outage is not an error here: those who ask are told when it lasts. */
  private look(): Promise<void> {
    this.looking ??= this.take({ changedAt: { $gt: new Date(this.newest.getTime() - OVERLAP_MS) } })
      .catch(() => pause(0))
      .finally(() => {
        this.looking = undefined;
      });
    return this.looking;
  }

  private async take(where: object): Promise<void> {
    const began = Date.now();
    const documents = collectionOf<D>(this.model).find(where as never, { projection: { outbox: 0 }, batchSize: PAGE });
    for await (const document of documents) {
      this.put(document as D);
      const { changedAt } = document as D;
      this.newest = changedAt !== undefined && changedAt > this.newest ? changedAt : this.newest;
    }
    this.lookedAt = began;
  }
}
