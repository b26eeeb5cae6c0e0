import { isDuplicate } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type AuditRecord, type ChainHead, EMPTY_CHAIN, PARTITIONS } from './record.js';
import { fromStored, idOf, type StoredRecord, toStored } from './record-place.js';
import { AUDIT_RECORD } from './record.schema.js';

/** What a page is asked for; lists mean «one of these». */
export interface RecordFilter {
  thingId?: string | undefined;
  organisationId?: string | undefined;
  actorIds?: readonly string[] | undefined;
  types?: readonly string[] | undefined;
  /** Instants in ISO; `until` itself is outside. */
  from?: string | undefined;
  until?: string | undefined;
}

/** The stretch of one chain behind `after` up to and with `to`. */
export interface Stretch {
  partition: number;
  after: number;
  to?: number | undefined;
}

const BATCH = 1_000;

@Injectable()
export class RecordsRepository {
  constructor(@InjectModel(AUDIT_RECORD, 'audit') private readonly model: Model<StoredRecord>) {}

  /**
   * Writes links in the given order and stops at the first that cannot be written, so that no chain ever has a gap.
   * @returns false when a place or an event was taken by somebody before
   */
  async insert(records: readonly AuditRecord[]): Promise<boolean> {
    try {
      await this.model.collection.insertMany(records.map(toStored) as never, { ordered: true });
      return true;
    } catch (error) {
      if (isDuplicate(error)) {
        return false;
      }
      throw error;
    }
  }

  /** Which of the events are recorded. */
  async recorded(eventIds: readonly string[]): Promise<Set<string>> {
    const found = await this.model.find({ eventId: { $in: [...eventIds] } }, { eventId: 1 }).lean<{ eventId: string }[]>();
    return new Set(found.map(({ eventId }) => eventId));
  }

  async head(partition: number): Promise<ChainHead> {
    const range = { $gte: idOf({ partition, number: 0 }), $lt: idOf({ partition: partition + 1, number: 0 }) };
    const [last] = await this.model.find({ _id: range }, { hash: 1 }).sort({ _id: -1 }).limit(1).lean<StoredRecord[]>();
    return last ? { number: Number(last._id.slice(3)), hash: last.hash } : EMPTY_CHAIN;
  }

  heads(): Promise<ChainHead[]> {
    return Promise.all(Array.from({ length: PARTITIONS }, (_, partition) => this.head(partition)));
  }

  /** Newest first. Of several people or kinds each is a query of its own, in the order of its index, and the pages are merged. */
  async list(filter: RecordFilter, before: string | undefined, limit: number): Promise<AuditRecord[]> {
    const queries = conditionsOf(filter, before);
    const pages = await Promise.all(queries.map((query) => this.model.find(query).sort({ at: -1 }).limit(limit).lean<StoredRecord[]>()));
    const merged = pages.length === 1 ? (pages[0] ?? []) : pages.flat().sort((a, b) => (a.at < b.at ? 1 : -1));
    return merged.slice(0, limit).map(fromStored);
  }

  /** Everything that lies in the collection, in the order of its places, whatever its place. */
  async *all(): AsyncGenerator<AuditRecord> {
    for (let after: unknown; ; ) {
      const batch: StoredRecord[] = await this.model.collection.find((after === undefined ? {} : { _id: { $gt: after } }) as never).sort({ _id: 1 }).limit(BATCH).toArray() as never;
      yield* batch.map(fromStored);
      if (batch.length < BATCH) {
        return;
      }
      after = batch.at(-1)?._id;
    }
  }

  /** A stretch of one chain in its order. */
  async *stretch({ partition, after, to = 999_999_999_999 }: Stretch): AsyncGenerator<AuditRecord> {
    for (let last = idOf({ partition, number: after }); ; ) {
      const range = { $gt: last, $lte: idOf({ partition, number: to }) };
      const batch = await this.model.find({ _id: range }).sort({ _id: 1 }).limit(BATCH).lean<StoredRecord[]>();
      yield* batch.map(fromStored);
      if (batch.length < BATCH) {
        return;
      }
      last = batch.at(-1)?._id ?? last;
    }
  }

  /** Places, hashes and times of taking of a stretch, without what the records say. */
  async *hashes({ partition, after, to = 999_999_999_999 }: Stretch): AsyncGenerator<ChainHead & { recordedAt: string }> {
    for (let last = idOf({ partition, number: after }); ; ) {
      const range = { $gt: last, $lte: idOf({ partition, number: to }) };
      const batch = await this.model.find({ _id: range }, { hash: 1, recordedAt: 1 }).sort({ _id: 1 }).limit(BATCH).lean<StoredRecord[]>();
      yield* batch.map(({ _id, hash, recordedAt }) => ({ number: Number(_id.slice(3)), hash, recordedAt }));
      if (batch.length < BATCH) {
        return;
      }
      last = batch.at(-1)?._id ?? last;
    }
  }
}

function conditionsOf({ thingId, organisationId, actorIds, types, from, until }: RecordFilter, before: string | undefined): Record<string, unknown>[] {
  const end = [before, until].filter((bound) => bound !== undefined).sort()[0];
  const period = { ...(from !== undefined && { $gte: from }), ...(end !== undefined && { $lt: end }) };
  const fixed = {
    ...(thingId !== undefined && { thingId }),
    ...(organisationId !== undefined && { organisationId }),
    ...(Object.keys(period).length > 0 && { at: period }),
  };
  const people = actorIds?.map((id) => ({ 'actor.id': id })) ?? [{}];
  const kinds = types?.map((type) => ({ type })) ?? [{}];
  return people.flatMap((person) => kinds.map((kind) => ({ ...fixed, ...person, ...kind })));
}
