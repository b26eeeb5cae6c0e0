import { type Act, scopeFilter, under } from '@aigaq/identity';
import { type Actor, type Decision, SYSTEM } from '@aigaq/kernel';
import { Aggregates, despiteConflicts, fromStored, isDuplicate, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { assignmentErrors } from './assignment.errors.js';
import { ASSIGNMENT } from './assignment.schema.js';
import type { Assignment } from './assignment.js';
import type { ListRequest } from './assignments.lists.js';

const DUPLICATE = 11000;

type Decided = Decision<Assignment> | undefined | Promise<Decision<Assignment> | undefined>;
/** What waits for its executor: `isReschedulable` in the words of the database. */
const MOVABLE = { status: 'open', submissions: 0, extendedTo: null } as const;
/** Assignments that are alike in these have the same clocks by the same rules. */
const SAME_CLOCKS = [
  ...['edition', 'subtask', 'period', 'opensOn', 'dueOn', 'lockedOn'],
  ...['opens', 'due', 'locked'].flatMap((clock) => ['code', 'data.original', 'data.anchor'].map((field) => `reasons.${clock}.${field}`)),
];

/** Open assignments with the same dates for the same reasons. */
export interface OpenGroup extends Pick<Assignment, 'edition' | 'subtask' | 'period'> {
  count: number;
  clocks: Pick<Assignment, 'opensOn' | 'dueOn' | 'lockedOn' | 'reasons'>;
}

@Injectable()
export class AssignmentsRepository {
  private readonly assignments: Aggregates<Assignment>;

  constructor(
    @InjectModel(ASSIGNMENT, 'tasks') private readonly model: Model<Stored<Assignment>>,
    private readonly relay: OutboxRelay,
  ) {
    this.assignments = new Aggregates<Assignment>(model, relay);
  }

  async get(actor: Actor, id: string): Promise<Assignment> {
    const found = await this.assignments.find(id, scopeFilter(actor, 'assignment.read'));
    if (!found) {
      throw assignmentErrors.unknown({ assignmentId: id });
    }
    return found;
  }

  change(actor: Actor, act: Act, id: string, decide: (state: Assignment) => Decided): Promise<Kept<Assignment>> {
    return this.assignments.change(actor, id, decide, {
      by: (assignment) => under(actor, act, assignment),
      where: scopeFilter(actor, 'assignment.read'),
      notFound: () => assignmentErrors.unknown({ assignmentId: id }),
    });
  }

  /** For listeners: what was told need not be of an assignment that is known here. */
  async note(id: string, decide: (state: Assignment) => Promise<Decision<Assignment> | undefined>): Promise<void> {
    await this.assignments.put(SYSTEM, id, (state) => state && decide(state));
  }

  /** One page of a list; `after` is the sort key of the last row of the page before. */
  async list(actor: Actor, { where, sort, after, limit }: ListRequest): Promise<Assignment[]> {
    const conditions = [scopeFilter(actor, 'assignment.read'), where, after ?? {}].filter(
      (condition) => Object.keys(condition).length > 0,
    );
    const stored = await this.model
      .find(conditions.length > 0 ? { $and: conditions } : {}, { outbox: 0 })
      .sort(sort)
      .limit(limit)
      .lean<Stored<Assignment>[]>();
    return stored.map((document) => fromStored<Assignment>(document));
  }

  /** Of what does not apply, the ids of what has ended before the day. */
  async endedBefore(day: string, limit: number): Promise<string[]> {
    const found = await this.model.find({ 'excused.until': { $lt: day } }, { _id: 1 }).limit(limit).lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  }

  /** The body has another place in the tree: others may look at what is its. */
  async place(organisationId: string, scope: readonly string[]): Promise<void> {
    await this.model.collection.updateMany({ organisationId, scope: { $ne: scope } }, { $set: { scope: [...scope] }, $inc: { version: 1 } });
  }

  /** Of these ids, those of assignments that the actor may see. */
  async seen(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const where: Record<string, unknown> = { $and: [{ _id: { $in: [...ids] } }, scopeFilter(actor, 'assignment.read')] };
    const found = await this.model.find(where, { _id: 1 }).limit(ids.length).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  /** Open assignments that were never handed in, in the order of ids: those whose dates may still move. */
  async openAfter(id: string, limit: number): Promise<Kept<Assignment>[]> {
    const stored = await this.model
      .find({ _id: { $gt: id }, ...MOVABLE }, { outbox: 0 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Stored<Assignment>[]>();
    return stored.map((document) => fromStored<Assignment>(document));
  }

  async named(ids: readonly string[]): Promise<Kept<Assignment>[]> {
    const stored = await this.model.find({ _id: { $in: [...ids] } }, { outbox: 0 }).limit(ids.length).lean<Stored<Assignment>[]>();
    return stored.map((document) => fromStored<Assignment>(document));
  }

  /** Of those, how many have the same dates for the same reasons. */
  openGroups(): Promise<OpenGroup[]> {
    const same = Object.fromEntries(SAME_CLOCKS.map((field) => [field.replaceAll('.', '_'), `$${field}`]));
    return this.model
      .aggregate<OpenGroup>([
        { $match: { ...MOVABLE, reasons: { $exists: true } } },
        { $group: { _id: same, count: { $sum: 1 }, reasons: { $first: '$reasons' } } },
        {
          $project: {
            ...{ _id: 0, count: 1, edition: '$_id.edition', subtask: '$_id.subtask', period: '$_id.period' },
            clocks: { opensOn: '$_id.opensOn', dueOn: '$_id.dueOn', lockedOn: '$_id.lockedOn', reasons: '$reasons' },
          },
        },
      ])
      .exec();
  }

  /** Many changes in one write; those of an assignment that somebody changed meanwhile are left out. */
  async changeAll(actor: Actor, changes: readonly { state: Kept<Assignment>; decision: Decision<Assignment> }[]): Promise<void> {
    const writes = changes.map(({ state, decision }) => ({ updateOne: this.assignments.update(actor, state, decision) }));
    await despiteConflicts(() => this.model.collection.bulkWrite(writes as never[], { ordered: false }));
    this.relay.nudge();
  }

  countOf(edition: string, year: number): Promise<number> {
    return this.model.countDocuments({ edition, year }).exec();
  }

  /** Stores those that are not there yet; the ids are deterministic, so a repeated rollout adds nothing. */
  async insertMissing(planned: readonly Assignment[]): Promise<void> {
    const documents = planned.map((assignment) => this.assignments.document(SYSTEM, { next: assignment, events: [] }));
    await despiteConflicts(async () => {
      try {
        await this.model.collection.insertMany(documents as never[], { ordered: false });
      } catch (error) {
        if (!areDuplicates(error)) {
          throw error;
        }
      }
    });
  }

  /** Of these ids, those that the rollout stored, with their bodies. */
  async ofRollout(rolloutId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const stored = await this.model
      .find({ _id: { $in: [...ids] }, rolloutId }, { organisationId: 1 })
      .limit(ids.length)
      .lean<{ _id: string; organisationId: string }[]>();
    return new Map(stored.map(({ _id, organisationId }) => [_id, organisationId]));
  }
}

/** Of many writes some may have been done before; any other refusal among them counts. */
function areDuplicates(error: unknown): boolean {
  const refusals = [(error as { writeErrors?: unknown }).writeErrors ?? []].flat() as { code?: number }[];
  return isDuplicate(error) && refusals.every(({ code }) => code === DUPLICATE);
}
