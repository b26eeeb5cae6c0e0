import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { FACT } from './fact.schema.js';
import { type ByProject, count, type CountedFact, EMPTY_TALLY } from './tally.js';

/** What an assignment is, told when it was opened. */
export interface OpenedFact {
  id: string;
  edition: string;
  year: number;
  project: string;
  organisationId: string;
  dueOn: string;
}

/** What happened to it. */
export interface FactChange {
  assignmentId: string;
  organisationId: string;
  status: CountedFact['status'];
  onTime?: boolean;
  /** Sorts by time, so an older event never overwrites a newer one. */
  eventId: string;
}

interface StoredFact extends Omit<OpenedFact, 'id'>, CountedFact {
  _id: string;
  lastEvent: string;
  dirty?: string;
}

/** A row that the roll-ups have not taken in yet. */
export type DirtyFact = Pick<StoredFact, '_id' | 'organisationId' | 'edition' | 'year'> & { dirty: string };

const COUNTED = { project: 1, status: 1, dueOn: 1, onTime: 1 };

@Injectable()
export class FactsRepository {
  constructor(@InjectModel(FACT, 'reports') private readonly model: Model<StoredFact>) {}

  /** Adds the rows of a chunk; those that are there already keep their state. */
  async open(facts: readonly OpenedFact[], eventId: string): Promise<void> {
    const unchanged = { status: 'open', onTime: null, lastEvent: '' };
    const writes = facts.map(({ id, ...fact }) => ({
      updateOne: { filter: { _id: id }, update: { $set: { ...fact, dirty: eventId }, $setOnInsert: unchanged }, upsert: true },
    }));
    await this.model.collection.bulkWrite(writes as never[], { ordered: false });
  }

  async change({ assignmentId, organisationId, status, onTime, eventId }: FactChange): Promise<void> {
    const [edition = '', subtask = '', , period = ''] = assignmentId.split(':');
    const named = { organisationId, edition, year: Number(period.slice(0, 4)), project: subtask.split('.')[0] };
    const state = { status, ...(onTime === undefined ? {} : { onTime }), lastEvent: eventId, dirty: eventId };
    try {
      await this.model.collection.updateOne(
        { _id: assignmentId as never, lastEvent: { $lt: eventId } },
        // The row may come before its opening: the due day follows with that.
        { $set: { ...named, ...state }, $setOnInsert: { dueOn: '9999-12-31', ...(onTime === undefined ? { onTime: null } : {}) } },
        { upsert: true },
      );
    } catch (error) {
      // The row is there with a newer event: this one is old news.
      if ((error as { code?: number }).code !== 11000) {
        throw error;
      }
    }
  }

  /** Marks rows whose due day has passed since the roll-ups were made. */
  async markOverdue(since: string, today: string): Promise<void> {
    const passed = { status: { $in: ['open' as const, 'returned' as const] }, dueOn: { $gte: since, $lt: today } };
    await this.model.updateMany(passed, { $set: { dirty: `day ${today}` } });
  }

  dirty(limit: number): Promise<DirtyFact[]> {
    return this.model
      .find({ dirty: { $exists: true } }, { organisationId: 1, edition: 1, year: 1, dirty: 1 })
      .limit(limit)
      .lean<DirtyFact[]>();
  }

  /** Rows changed again in the meantime stay dirty. */
  async clean(taken: readonly DirtyFact[]): Promise<void> {
    const byMark = Map.groupBy(taken, ({ dirty }) => dirty);
    const writes = [...byMark].map(([dirty, rows]) => ({
      updateMany: { filter: { _id: { $in: rows.map(({ _id }) => _id) }, dirty }, update: { $unset: { dirty: '' } } },
    }));
    await this.model.collection.bulkWrite(writes as never[], { ordered: false });
  }

  /** The numbers of a body alone, from its rows. */
  async numbersOf(organisationId: string, edition: string, year: number, today: string): Promise<ByProject> {
    const numbers: ByProject = {};
    const rows = this.model.collection.find<StoredFact>({ organisationId, edition, year }, { projection: COUNTED });
    for await (const row of rows) {
      numbers[row.project] = count(numbers[row.project] ?? EMPTY_TALLY, row, today);
    }
    return numbers;
  }
}
