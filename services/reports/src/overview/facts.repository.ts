import { despiteConflicts, isDuplicate } from '@aigaq/service';
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

/** Later than every due day: nothing without a due day is overdue. */
const UNKNOWN_DAY = '9999-12-31';

const COUNTED = { project: 1, status: 1, dueOn: 1, onTime: 1 };

@Injectable()
export class FactsRepository {
  constructor(@InjectModel(FACT, 'reports') private readonly model: Model<StoredFact>) {}

  /** Adds the rows of a chunk; those that are there already keep their state. */
  async open(facts: readonly OpenedFact[], eventId: string): Promise<void> {
    if (facts.length === 0) {
      return;
    }
    const unchanged = { status: 'open', onTime: null, lastEvent: '' };
    const writes = facts.map(({ id, ...fact }) => ({
      updateOne: { filter: { _id: id }, update: { $set: { ...fact, dirty: eventId }, $setOnInsert: unchanged }, upsert: true },
    }));
    const upsertAll = () => despiteConflicts(() => this.model.collection.bulkWrite(writes as never[], { ordered: false }));
    try {
      await upsertAll();
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      // Some rows came in between, with what happened to them: now they are found.
      await upsertAll();
    }
  }

  async change({ assignmentId, organisationId, status, onTime, eventId }: FactChange): Promise<void> {
    const [edition = '', subtask = '', , period = ''] = assignmentId.split(':');
    const named = { organisationId, edition, year: Number(period.slice(0, 4)), project: subtask.split('.')[0] };
    const state = { status, ...(onTime === undefined ? {} : { onTime }), lastEvent: eventId, dirty: eventId };
    // The row may come before its opening: the due day follows with that.
    const unopened = { dueOn: UNKNOWN_DAY, ...(onTime === undefined ? { onTime: null } : {}) };
    const upsert = () => this.upsertOlder(assignmentId, eventId, { $set: { ...named, ...state }, $setOnInsert: unopened });
    // A row that came between the look and the insert may be older too: the second look finds it. A newer one stays.
    if (!(await upsert())) {
      await upsert();
    }
  }

  /** @returns false when there is a row already and it is not older */
  private async upsertOlder(id: string, eventId: string, update: object): Promise<boolean> {
    const older = { _id: id as never, lastEvent: { $lt: eventId } };
    try {
      await despiteConflicts(() => this.model.collection.updateOne(older, update, { upsert: true }));
      return true;
    } catch (error) {
      if (isDuplicate(error)) {
        return false;
      }
      throw error;
    }
  }

  /** Marks rows that became overdue between two days, or in a demonstration that goes back in time, are so no longer. */
  async markOverdue(since: string, today: string): Promise<void> {
    const [from, until] = [since, today].sort() as [string, string];
    await this.model.updateMany({ status: 'open', dueOn: { $gte: from, $lt: until } }, { $set: { dirty: `day ${today}` } });
  }

  /** Marks all rows of bodies whose place in the tree became known or changed. */
  async markBodies(organisationIds: readonly string[], eventId: string): Promise<void> {
    await this.model.updateMany({ organisationId: { $in: [...organisationIds] } }, { $set: { dirty: eventId } });
  }

  /** Rows to be taken in: of these bodies, or of any. */
  dirty(limit: number, organisationIds?: readonly string[]): Promise<DirtyFact[]> {
    const ofBodies = organisationIds && { organisationId: { $in: [...organisationIds] } };
    return this.model
      .find({ ...ofBodies, dirty: { $gt: '' } }, { organisationId: 1, edition: 1, year: 1, dirty: 1 })
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
