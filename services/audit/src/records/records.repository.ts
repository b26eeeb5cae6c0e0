import { despiteConflicts, isDuplicate } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type AuditRecord, type ChainHead, EMPTY_CHAIN, link, type RecordedFact } from './record.js';
import { AUDIT_RECORD } from './record.schema.js';

export type StoredRecord = Omit<AuditRecord, 'number'> & { _id: number };

export interface RecordFilter {
  thingId?: string | undefined;
  'actor.id'?: string | undefined;
  type?: string | undefined;
}

@Injectable()
export class RecordsRepository {
  /** Writes of this process follow each other; other processes are kept apart by the primary key. */
  private tail: Promise<unknown> = Promise.resolve();
  private head: ChainHead | undefined;

  constructor(@InjectModel(AUDIT_RECORD, 'audit') private readonly model: Model<StoredRecord>) {}

  /** Appends the fact to the chain, once. */
  append(fact: RecordedFact): Promise<void> {
    const written = this.tail.then(() => this.appendNext(fact));
    this.tail = written.catch(() => undefined);
    return written;
  }

  async list(filter: RecordFilter, before: number | undefined, limit: number): Promise<AuditRecord[]> {
    const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const stored = await this.model
      .find({ ...asked, ...(before === undefined ? {} : { _id: { $lt: before } }) })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<StoredRecord[]>();
    return stored.map(fromStored);
  }

  /** The whole chain from its beginning, in batches. */
  async *all(): AsyncIterable<AuditRecord> {
    let after = Number.NEGATIVE_INFINITY;
    for (;;) {
      const batch = await this.model.find({ _id: { $gt: after } }).sort({ _id: 1 }).limit(1000).lean<StoredRecord[]>();
      yield* batch.map(fromStored);
      const last = batch.at(-1);
      if (!last) {
        return;
      }
      after = last._id;
    }
  }

  private async appendNext(fact: RecordedFact): Promise<void> {
    for (;;) {
      this.head ??= await this.newest();
      const { number, ...record } = link(this.head, fact);
      try {
        await despiteConflicts(() => this.model.collection.insertOne({ _id: number, ...record } as never));
        this.head = { number, hash: record.hash };
        return;
      } catch (error) {
        this.head = undefined;
        if (!isDuplicate(error)) {
          throw error;
        }
        // Either the event is recorded already, or somebody else took this number.
        if (await this.model.exists({ eventId: fact.eventId })) {
          return;
        }
      }
    }
  }

  private async newest(): Promise<ChainHead> {
    const [last] = await this.model.find({}, { hash: 1 }).sort({ _id: -1 }).limit(1).lean<StoredRecord[]>();
    return last ? { number: last._id, hash: last.hash } : EMPTY_CHAIN;
  }
}

function fromStored({ _id, ...record }: StoredRecord): AuditRecord {
  return { number: _id, ...record };
}
