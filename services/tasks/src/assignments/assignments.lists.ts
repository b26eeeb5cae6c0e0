import type { AssignmentsQuery } from '@aigaq/api';
import type { Actor } from '@aigaq/kernel';
import type { Assignment } from './assignment.js';
import { reviewingRole } from './review.js';

type Condition = Record<string, unknown>;

/** One page of a list, in the words of the database. */
export interface ListRequest {
  where: Condition;
  sort: Record<string, 1>;
  after: Condition | undefined;
  limit: number;
}

interface View {
  where: (actor: Actor) => Condition;
  /** The field by which the list is sorted; ties are broken by the id. */
  by: 'urgentOn' | 'submittedAt' | 'dueOn' | null;
}

const VIEWS: Record<AssignmentsQuery['view'], View> = {
  // What my bodies have to do, most urgent first (`urgencyOf`).
  queue: {
    where: ({ memberships }) => ({
      organisationId: { $in: memberships.filter(({ role }) => EXECUTES.has(role)).map(({ organisationId }) => organisationId) },
      status: { $in: ['open', 'returned'] },
      kindOfProof: 'upload',
    }),
    by: 'urgentOn',
  },
  // What waits for a verdict of my bodies: the longest waiting first.
  review: {
    where: (actor) => ({ $or: [{ reviewerId: { $in: reviewedBy(actor) } }, { besideIds: { $in: reviewedBy(actor) } }] }),
    by: 'submittedAt',
  },
  // Requests on which my bodies decide, by the day that they are about.
  requests: { where: (actor) => ({ 'request.to': { $in: reviewedBy(actor) } }), by: 'dueOn' },
  all: { where: () => ({}), by: null },
};

function reviewedBy({ memberships }: Actor): string[] {
  return memberships.filter(({ role, organisationId }) => role === reviewingRole(organisationId)).map(({ organisationId }) => organisationId);
}

const EXECUTES = new Set(['executor', 'compliance-officer', 'ethics-officer']);

export function listRequest(actor: Actor, query: AssignmentsQuery): ListRequest {
  const { where, by } = VIEWS[query.view];
  const filters: Condition = {
    ...(query.status ? { status: query.status } : {}),
    ...(query.organisationId ? { organisationId: query.organisationId } : {}),
    ...(query.project ? { project: query.project } : {}),
  };
  return {
    where: both(where(actor), filters),
    sort: by ? { [by]: 1, _id: 1 } : { _id: 1 },
    after: afterCursor(by, query.cursor),
    limit: query.limit + 1,
  };
}

/** Both hold, even when they name the same field. */
function both(first: Condition, second: Condition): Condition {
  const said = [first, second].filter((condition) => Object.keys(condition).length > 0);
  return said.length === 2 ? { $and: said } : (said[0] ?? {});
}

/** What follows the last row of a page; opaque to clients. */
export function cursorOf(view: AssignmentsQuery['view'], last: Assignment): string {
  const { by } = VIEWS[view];
  const key = by === null ? null : by === 'submittedAt' ? (last.submittedAt?.toISOString() ?? null) : last[by];
  return Buffer.from(JSON.stringify([key, last.id])).toString('base64url');
}

function afterCursor(by: View['by'], cursor: string | undefined): Condition | undefined {
  const place = placeOf(cursor);
  if (!place || by === null) {
    return place && { _id: { $gt: place.id } };
  }
  const value = by === 'submittedAt' ? new Date(place.key) : place.key;
  // A cursor that we did not make: start at the beginning.
  const isOurs = typeof value === 'string' || !Number.isNaN(value.getTime());
  return isOurs ? { $or: [{ [by]: { $gt: value } }, { [by]: value, _id: { $gt: place.id } }] } : undefined;
}

function placeOf(cursor = ''): { key: string; id: string } | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, key, id] = /^\["?([^"]*?)"?,"([^"]+)"\]$/.exec(text) ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}
