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
  /** Null takes back what was said. */
  onTime?: boolean | null;
  byExtension?: boolean;
  extendedTo?: string;
  /** Sorts by time, so an older event never overwrites a newer one. */
  eventId: string;
}

/** That its due day is another one. */
export interface Rescheduled {
  assignmentId: string;
  organisationId: string;
  dueOn: string;
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

const COUNTED = { project: 1, status: 1, dueOn: 1, extendedTo: 1, onTime: 1, byExtension: 1 };

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
      updateOne: { filter: { _id: id, dueEvent: null }, update: { $set: { ...fact, dirty: eventId }, $setOnInsert: unchanged }, upsert: true },
    }));
    const upsertAll = () => despiteConflicts(() => this.model.collection.bulkWrite(writes as never[], { ordered: false }));
    try {
      await upsertAll();
    } catch (error) {
      passDuplicates(error);
      // Some rows came in between, with what happened to them: now they are found. One that has its day from a newer calendar keeps it.
      await upsertAll().catch(passDuplicates);
    }
  }

  async change({ assignmentId, organisationId, eventId, ...state }: FactChange): Promise<void> {
    const named = { organisationId, ...namedIn(assignmentId) };
    // The row may come before its opening: the due day follows with that.
    const unopened = { dueOn: UNKNOWN_DAY, ...(state.onTime === undefined ? { onTime: null } : {}) };
    const upsert = () => this.upsertOlder(assignmentId, eventId, { $set: { ...named, ...state, lastEvent: eventId, dirty: eventId }, $setOnInsert: unopened });
    // A row that came between the look and the insert may be older too: the second look finds it. A newer one stays.
    if (!(await upsert())) {
      await upsert();
    }
  }

  /** A newer calendar gave another due day; of two such facts the later one counts. */
  async reschedule({ assignmentId, organisationId, dueOn, eventId }: Rescheduled): Promise<void> {
    const older = { _id: assignmentId as never, $or: [{ dueEvent: null }, { dueEvent: { $lt: eventId } }] };
    const day = { dueOn, dueEvent: eventId, dirty: eventId };
    const unopened = { ...namedIn(assignmentId), organisationId, status: 'open', onTime: null, lastEvent: '' };
    const upsert = () => this.model.collection.updateOne(older, { $set: day, $setOnInsert: unopened }, { upsert: true });
    try {
      await despiteConflicts(upsert);
    } catch (error) {
      passDuplicates(error);
      // There is a row: it came in between, or it has a newer day.
      await despiteConflicts(() => this.model.collection.updateOne(older, { $set: day }));
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
    const dirty = { $set: { dirty: `day ${today}` } };
    await this.model.updateMany({ status: 'open', dueOn: { $gte: from, $lt: until } }, dirty);
    await this.model.updateMany({ extendedTo: { $gte: from, $lt: until } }, dirty);
  }

  /** Marks all rows of bodies whose place in the tree became known or changed. */
  async markBodies(organisationIds: readonly string[], eventId: string): Promise<void> {
    await this.model.updateMany({ organisationId: { $in: [...organisationIds] } }, { $set: { dirty: eventId } });
  }

  dirty(limit: number): Promise<DirtyFact[]> {
    return this.model
      .find({ dirty: { $gt: '' } }, { organisationId: 1, edition: 1, year: 1, dirty: 1 })
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

function passDuplicates(error: unknown): void {
  if (!isDuplicate(error)) {
    throw error;
  }
}

/** What the id of an assignment says, for facts that come before its opening. */
function namedIn(assignmentId: string): Pick<OpenedFact, 'edition' | 'year' | 'project'> {
  const [edition = '', subtask = '', , period = ''] = assignmentId.split(':');
  return { edition, year: Number(period.slice(0, 4)), project: subtask.split('.')[0] ?? '' };
}
