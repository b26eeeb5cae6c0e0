import { event, RootSealedSchema, timestampFromDate } from '@aigaq/contracts';
import { SYSTEM } from '@aigaq/kernel';
import { Aggregates, fromStored, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { DayRoot } from './root.js';
import { AUDIT_ROOT, type SealedRoot } from './root.schema.js';

const BATCH = 100;

@Injectable()
export class RootsRepository {
  private readonly roots: Aggregates<SealedRoot>;

  constructor(
    @InjectModel(AUDIT_ROOT, 'audit') private readonly model: Model<Stored<SealedRoot>>,
    relay: OutboxRelay,
  ) {
    this.roots = new Aggregates<SealedRoot>(model, relay);
  }

  find(day: string): Promise<SealedRoot | undefined> {
    return this.roots.find(day);
  }

  /** The newest root of all, or the newest before a day. */
  async last(before?: string): Promise<SealedRoot | undefined> {
    const [last] = await this.newest(1, before);
    return last;
  }

  newest(limit: number, before?: string): Promise<SealedRoot[]> {
    return this.found(before === undefined ? {} : { _id: { $lt: before } }, { _id: -1 }, limit);
  }

  /** Of the days from one to another, oldest first. */
  async *between(from = '', to = '9999-12-31'): AsyncGenerator<SealedRoot> {
    for (let condition: object = { $gte: from }; ; ) {
      const batch = await this.found({ _id: { ...condition, $lte: to } }, { _id: 1 }, BATCH);
      yield* batch;
      if (batch.length < BATCH) {
        return;
      }
      condition = { $gt: batch.at(-1)?.id };
    }
  }

  unpublished(): Promise<SealedRoot[]> {
    return this.found({ publishedAt: null }, { _id: 1 }, BATCH);
  }

  unstamped(): Promise<SealedRoot[]> {
    return this.found({ stampedAt: null }, { _id: 1 }, BATCH);
  }

  /** Stores the root and tells of it; where another was first, his root is the root of the day. */
  async seal({ day, ...root }: DayRoot, records: number, now: Date): Promise<SealedRoot> {
    const sealed: SealedRoot = { id: day, ...root, records, sealedAt: now, publishedAt: null, stamp: null, stampedAt: null };
    const told = event(RootSealedSchema, { day, hash: root.hash, previousHash: root.previousHash, records, sealedAt: timestampFromDate(now) });
    return (await this.roots.put(SYSTEM, day, (known) => (known ? undefined : { next: sealed, events: [told] }))) ?? sealed;
  }

  async published(day: string, at: Date): Promise<void> {
    await this.roots.put(SYSTEM, day, (root) => root && { next: { ...root, publishedAt: at }, events: [] });
  }

  /** The stamp is published as the root was. */
  async stamped(day: string, token: Uint8Array, at: Date): Promise<void> {
    const stamp = Buffer.from(token).toString('base64');
    await this.roots.put(SYSTEM, day, (root) => (root && root.stamp === null ? { next: { ...root, stamp, stampedAt: at, publishedAt: null }, events: [] } : undefined));
  }

  private async found(filter: object, sort: Record<string, 1 | -1>, limit: number): Promise<SealedRoot[]> {
    const stored = await this.model.find(filter, { outbox: 0 }).sort(sort).limit(limit).lean<Stored<SealedRoot>[]>();
    return stored.map((document) => fromStored<SealedRoot>(document));
  }
}
