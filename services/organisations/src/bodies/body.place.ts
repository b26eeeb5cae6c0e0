import { scopeOf } from '@aigaq/kernel';
import type { BodyHistory, BodyToday, Relation } from './body.js';
import { bodyErrors } from './body.errors.js';
import { searchWords } from './body.search.js';
import { fromThen, holdsOn, nextTurn } from './span.js';

/** What a rule needs of the bodies above; those that a body names, and all above them. */
export type Above = Pick<BodyHistory, 'id' | 'validUntil' | 'parents'> & Pick<BodyToday, 'ancestorIds' | 'supervisorIds'>;
export type Known = ReadonlyMap<string, Above>;
/** What a judgement on a place needs of the bodies above. */
type Judged = ReadonlyMap<string, Pick<BodyHistory, 'id' | 'validUntil' | 'parents'>>;

/** What follows from a body's history on a day, for a body that is not born yet on its first day, for a closed one on its last. */
export function placedOn(body: BodyHistory, known: Known, today: string): BodyToday {
  const day = withinLife(body, today);
  const called = body.names.find((name) => holdsOn(name, day)) ?? body.names.at(-1);
  if (!called) {
    throw new Error(`body ${body.id} has no name`);
  }
  const parentId = idsOn(body.parents, day)[0] ?? null;
  const supervisorIds = idsOn(body.supervisors, day);
  const ancestorIds = parentId === null ? [] : withThoseAbove(parentId, known);
  const isLiving = body.validUntil === null || today <= body.validUntil;
  return {
    name: called.name,
    shortName: called.shortName,
    parentId,
    ancestorIds,
    supervisorIds,
    scope: scopeOf({ id: body.id, ancestorIds, supervisorIds }, around([...ancestorIds, ...supervisorIds], known)),
    searchWords: searchWords(body.names, body.bin),
    livingBin: isLiving ? (body.bin ?? undefined) : undefined,
    turnsOn: nextTurn([...body.names, ...body.parents, ...body.supervisors, { from: body.validFrom, until: body.validUntil }], today),
  };
}

export function withinLife({ validFrom, validUntil }: Pick<BodyHistory, 'validFrom' | 'validUntil'>, day: string): string {
  const begun = day < validFrom ? validFrom : day;
  return validUntil !== null && begun > validUntil ? validUntil : begun;
}

export function idsOn(relations: readonly Relation[], day: string): string[] {
  return relations.filter((relation) => holdsOn(relation, day)).map(({ bodyId }) => bodyId);
}

function withThoseAbove(id: string, known: Known): string[] {
  const above = known.get(id);
  if (!above) {
    throw new Error(`body ${id} was not looked up`);
  }
  return [id, ...above.ancestorIds];
}

/** The bodies above, and those that supervise one of them: all that bears on a scope. */
function around(ids: readonly string[], known: Known): Above[] {
  const above = ids.flatMap((id) => known.get(id) ?? []);
  const supervising = above.flatMap(({ supervisorIds }) => supervisorIds.flatMap((id) => known.get(id) ?? []));
  return [...above, ...supervising];
}

/** Refuses superiors and supervisors, present and coming, that are unknown, end before the relation does, or stand below the body. */
export function refuseBadPlace(body: BodyHistory, known: Judged, from: string): void {
  for (const relation of fromThen(body.parents, from)) {
    const parent = known.get(relation.bodyId);
    if (!parent) {
      throw bodyErrors.unknown_parent({ parentId: relation.bodyId });
    }
    if (outlasts(relation, parent)) {
      throw bodyErrors.parent_closed({ parentId: relation.bodyId, closed: parent.validUntil ?? '' });
    }
    refuseCycle(body, relation.bodyId, known, from);
  }
  refuseBadSupervisors(body, known, from);
}

function refuseBadSupervisors(body: BodyHistory, known: Judged, from: string): void {
  const supervisors = fromThen(body.supervisors, from);
  if (body.kind === 'quasi-state' && supervisors.length === 0 && body.validUntil === null) {
    throw bodyErrors.no_supervisor({ bodyId: body.id });
  }
  for (const relation of supervisors) {
    const supervisor = known.get(relation.bodyId);
    if (!supervisor) {
      throw bodyErrors.unknown_supervisor({ supervisorId: relation.bodyId });
    }
    if (relation.bodyId === body.id) {
      throw bodyErrors.cycle({ bodyId: body.id, parentId: body.id });
    }
    if (outlasts(relation, supervisor)) {
      throw bodyErrors.supervisor_closed({ supervisorId: relation.bodyId, closed: supervisor.validUntil ?? '' });
    }
  }
}

/** Does the relation last longer than the body to which it leads? */
export function outlasts(relation: Relation, { validUntil }: Pick<BodyHistory, 'validUntil'>): boolean {
  return validUntil !== null && (relation.until === null || relation.until > validUntil);
}

/** Looks along all present and coming superiors at once: rather a plan too many refused than a circle on some later day. */
function refuseCycle(body: BodyHistory, parentId: string, known: Judged, from: string): void {
  const seen = new Set<string>();
  const ways = [parentId];
  for (let id = ways.pop(); id !== undefined; id = ways.pop()) {
    if (id === body.id) {
      throw bodyErrors.cycle({ bodyId: body.id, parentId });
    }
    if (!seen.has(id)) {
      seen.add(id);
      ways.push(...fromThen(known.get(id)?.parents ?? [], from).map(({ bodyId }) => bodyId));
    }
  }
}
