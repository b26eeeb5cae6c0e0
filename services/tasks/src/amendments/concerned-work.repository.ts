import { fromStored, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ASSIGNMENT } from '../assignments/assignment.schema.js';
import type { Assignment } from '../assignments/assignment.js';
import type { Concern } from '../editions/concern.js';
import type { Edition } from '../editions/edition.js';
import type { WorkGroup } from '../editions/impact.js';

type Version = Pick<Edition, 'edition' | 'year' | 'cardVersion'>;
type Where = Record<string, unknown>;

const UNFINISHED = { $in: ['open', 'in-review', 'returned'] };
const MOST_OF_ONE_BODY = 500;

/** Assignments by older versions that an amendment concerns. */
@Injectable()
export class ConcernedWorkRepository {
  constructor(@InjectModel(ASSIGNMENT, 'tasks') private readonly model: Model<Stored<Assignment>>) {}

  async groups(version: Version, concerns: readonly Concern[]): Promise<WorkGroup[]> {
    const fields = ['subtask', 'period', 'organisationKind', 'status'] as const;
    const _id = Object.fromEntries(fields.map((field) => [field, `$${field}`]));
    const found = await this.grouped<Omit<WorkGroup, 'count'>>(whereOf(version, concerns), _id);
    return found.map(({ _id: group, count }) => ({ ...group, count }));
  }

  async unfinishedByBody(version: Version, concerns: readonly Concern[]): Promise<Map<string, number>> {
    const where = whereOf(version, concerns);
    const found = await this.grouped<string>(where && { ...where, status: UNFINISHED }, '$organisationId');
    return new Map(found.map(({ _id, count }) => [_id, count]));
  }

  /** Of one body, finished ones too: what it was told stays the same. */
  async ofBody(organisationId: string, version: Version, concerns: readonly Concern[]): Promise<Assignment[]> {
    const where = whereOf(version, concerns);
    if (!where) {
      return [];
    }
    const found = this.model.find({ organisationId, ...where }, { outbox: 0, history: 0 }).sort({ dueOn: 1, _id: 1 }).limit(MOST_OF_ONE_BODY);
    return (await found.lean<Stored<Assignment>[]>()).map((document) => ({ ...fromStored<Assignment>(document), history: [] }));
  }

  private async grouped<T>(where: Where | undefined, _id: unknown): Promise<{ _id: T; count: number }[]> {
    return where ? this.model.aggregate<{ _id: T; count: number }>([{ $match: where }, { $group: { _id, count: { $sum: 1 } } }]) : [];
  }
}

/** Undefined: it concerns nobody. */
function whereOf({ edition, year, cardVersion }: Version, concerns: readonly Concern[]): Where | undefined {
  if (concerns.length === 0) {
    return undefined;
  }
  const whole = new Set(concerns.filter(({ periods, kinds }) => periods === null && kinds === null).map(({ subtask }) => subtask));
  const parts = concerns.filter(({ subtask }) => !whole.has(subtask));
  const either = [...(whole.size > 0 ? [{ subtask: { $in: [...whole] } }] : []), ...parts.map(partOf)];
  return { edition, year, cardVersion: { $not: { $gte: cardVersion } }, $or: either };
}

function partOf({ subtask, periods, kinds }: Concern): Where {
  return { subtask, ...(periods && { period: { $in: periods } }), ...(kinds && { organisationKind: { $in: kinds } }) };
}
