import { isDeepStrictEqual } from 'node:util';
import type { CloseBody, MoveBody, RenameBody, SuperviseBody } from '@aigaq/api';
import type { Decision } from '@aigaq/kernel';
import { type Body, type BodyHistory, closedOn, refuseBadBody, type Relation, trimmed } from './body.js';
import { bodyErrors } from './body.errors.js';
import { changed } from './body.event.js';
import { type Known, outlasts, placedOn, refuseBadPlace } from './body.place.js';
import { endedBefore, holdsOn } from './span.js';

export type KeptBody = Body & { version: number };

/** What a change is decided upon: the bodies above, by id, and the day. */
export interface Register {
  known: Known;
  today: string;
}

/** Undefined = it is so already. */
type Change = Decision<Body> | undefined;

export function renameBody(body: KeptBody, { name, shortName, from, reason }: RenameBody, register: Register): Change {
  refuseClosed(body, from);
  return change(body, renamed(body, { name: trimmed(name), shortName: trimmed(shortName) }, from), register, reason);
}

export function renamed<B extends BodyHistory>(body: B, called: Pick<Body, 'name' | 'shortName'>, from: string): B {
  const last = body.names.at(-1);
  if (last && isDeepStrictEqual({ name: last.name, shortName: last.shortName }, called)) {
    return body;
  }
  const next = { ...body, names: [...endedBefore(body.names, from), { ...called, from, until: null }] };
  refuseBadBody(next);
  return next;
}

export function moveBody(body: KeptBody, { parentId, from, reason }: MoveBody, register: Register): Change {
  refuseClosed(body, from);
  const next = moved(body, parentId, from);
  refuseBadPlace(next, register.known, from);
  return change(body, next, register, reason);
}

export function moved<B extends BodyHistory>(body: B, parentId: string | null, from: string): B {
  const last = body.parents.at(-1);
  if ((last?.until === null ? last.bodyId : null) === parentId) {
    return body;
  }
  return { ...body, parents: [...endedBefore(body.parents, from), ...relations(parentId === null ? [] : [parentId], from)] };
}

export function superviseBody(body: KeptBody, { supervisorIds, from, reason }: SuperviseBody, register: Register): Change {
  refuseClosed(body, from);
  const next = supervised(body, supervisorIds, from);
  refuseBadPlace(next, register.known, from);
  return change(body, next, register, reason);
}

/** Those who stay keep their first day, unless the order changes: the first one reviews what an entity hands in. */
export function supervised<B extends BodyHistory>(body: B, wanted: readonly string[], from: string): B {
  const lasting = body.supervisors.filter(({ until }) => until === null);
  const ids = lasting.map(({ bodyId }) => bodyId);
  if (isDeepStrictEqual(ids, wanted)) {
    return body;
  }
  const staying = lasting.filter((relation) => wanted.includes(relation.bodyId) && holdsOn(relation, from));
  const inOrder = isDeepStrictEqual(staying.map(({ bodyId }) => bodyId), wanted.slice(0, staying.length)) ? staying : [];
  const ended = endedBefore(body.supervisors.filter((relation) => !inOrder.includes(relation)), from);
  return { ...body, supervisors: [...ended, ...inOrder, ...relations(wanted.slice(inOrder.length), from)] };
}

/** @param below all bodies that ever stood below it or were supervised by it */
export function closeBody(body: KeptBody, { until, successorIds, reason }: CloseBody, below: readonly BodyHistory[], register: Register): Change {
  refuseClosed(body, until);
  const unknown = successorIds.find((id) => id === body.id || !register.known.has(id));
  if (unknown !== undefined) {
    throw bodyErrors.unknown_successor({ successorId: unknown });
  }
  const next = closedOn(body, until, successorIds);
  refuseBelow(next, below);
  return change(body, next, register, reason);
}

/** Whoever stands below must have moved, or be closed, by the day on which the body ends. */
export function refuseBelow(closing: BodyHistory, below: readonly BodyHistory[]): void {
  const left = below.filter(({ parents, supervisors }) =>
    [...parents, ...supervisors].some((relation) => relation.bodyId === closing.id && outlasts(relation, closing)),
  );
  if (left[0]) {
    throw bodyErrors.has_below({ bodyId: closing.id, count: left.length, first: left[0].id });
  }
}

/** The same body in its place today: the day has turned, or something above it moved. Undefined = all is as it was. */
export function settleBody(body: KeptBody, { known, today }: Register): Change {
  const next = { ...body, ...placedOn(body, known, today) };
  return isDeepStrictEqual(next, { ...body, livingBin: body.livingBin }) ? undefined : told(body, next, '');
}

function change(body: KeptBody, history: KeptBody, { known, today }: Register, reason: string): Change {
  return history === body ? undefined : told(body, { ...history, ...placedOn(history, known, today) }, reason);
}

/** Whoever stands below has to follow a body that is now looked at from elsewhere; the mark says so in the same write. */
function told({ version, scope }: KeptBody, { version: _, ...next }: KeptBody, reason: string): Decision<Body> {
  const hasMoved = !isDeepStrictEqual(scope, next.scope);
  return { next: { ...next, ...(hasMoved && { isUnsettled: true }) }, events: [changed(next, version + 1, reason)] };
}

function refuseClosed({ id, validFrom, validUntil }: BodyHistory, from: string): void {
  if (validUntil !== null) {
    throw bodyErrors.closed({ bodyId: id, closed: validUntil });
  }
  if (from < validFrom) {
    throw bodyErrors.wrong_dates({ from, first: validFrom });
  }
}

function relations(ids: readonly string[], from: string): Relation[] {
  return ids.map((bodyId) => ({ bodyId, from, until: null }));
}
