import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@aigaq/kernel';
import { collectionOf, type DocumentModel } from './document-model.js';

/** A document of a schema made with `aggregateSchema(…, { followed: true })`. */
interface Changing {
  _id: string;
  version: number;
  changedAt?: Date;
}

/** How far behind ours the clocks of other writers may be, with the moment that a write takes to become visible. */
const OVERLAP_MS = 10_000;
const PACE = {
  lookMs: 1_000,
  /** What nobody could look at for longer is not shown any more: somebody may have lost his access meanwhile. */
  staleMs: 20_000,
};
const PAGE = 2_000;

export interface FollowedOptions<V> {
  /** What `group` finds it by; never changes. */
  groupOf?: (value: V) => string;
  /** Two states between which a change is none for what is worked out from all of it. */
  areAlike?: (before: V, after: V) => boolean;
  pace?: typeof PACE;
}

/**
 * A whole collection in memory: for what every request asks for, changes seldom, and is tens of thousands of documents at most.
 * Other processes' changes are seen within a second or two, this one's own at once when it is told of them (`put`).
 * Documents are never removed from such a collection.
 */
export class Followed<D extends Changing, V> {
  private readonly kept = new Map<string, { version: number; value: V }>();
  private readonly groups = new Map<string, Set<string>>();
  private lookedAt = 0;
  private loaded: Promise<void> | undefined;
  private looking: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly pace: typeof PACE;
  /** Counts changes, for what is worked out from all of it. */
  revision = 0;

  /** @param view what is kept of a document; it is shared by all who read, so nobody may change it */
  constructor(
    private readonly model: DocumentModel,
    private readonly view: (document: D) => V,
    private readonly options: FollowedOptions<V> = {},
  ) {
    this.pace = options.pace ?? PACE;
  }

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

  async group(name: string): Promise<V[]> {
    const all = await this.all();
    return [...(this.groups.get(name) ?? [])].flatMap((id) => all.get(id)?.value ?? []);
  }

  /** This process wrote it; what is older than what is kept is left. */
  put(id: string, version: number, value: V): void {
    const before = this.kept.get(id);
    if (version > (before?.version ?? 0)) {
      this.revision += before && this.options.areAlike?.(before.value, value) ? 0 : 1;
      this.kept.set(id, { version, value });
      const group = this.options.groupOf?.(value) ?? '';
      this.groups.set(group, (this.groups.get(group) ?? new Set()).add(id));
    }
  }

  /** This process wrote many. */
  async refresh(): Promise<void> {
    await this.looking;
    await this.look();
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
    this.looking ??= this.take({ changedAt: { $gt: new Date(this.lookedAt - OVERLAP_MS) } })
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
      const { _id, version } = document as D;
      // Most of what a look finds was found by the one before it.
      if (version > (this.kept.get(_id)?.version ?? 0)) {
        this.put(_id, version, this.view(document as D));
      }
    }
    this.lookedAt = began;
  }
}
