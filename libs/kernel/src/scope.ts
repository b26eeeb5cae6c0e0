/** Where a body stands: in the tree, and under whom. */
export interface Placed {
  id: string;
  /** From the parent up to the root. */
  ancestorIds: readonly string[];
  supervisorIds: readonly string[];
}

const MARK = 'supervised:';

/** How a body stands in the scope of those that it supervises; those below it have its bare id there. */
export function supervised(id: string): string {
  return `${MARK}${id}`;
}

/** The body that an entry of a scope names. */
export function unmarked(entry: string): string {
  return entry.startsWith(MARK) ? entry.slice(MARK.length) : entry;
}

/**
 * From where the things of a body may be looked at: itself and its ancestors by their ids; marked by `supervised` its supervisors, those
 * of its ancestors, and all above these. The one rule for whatever stores a `scope`.
 * @param around the ancestors, and the supervisors of the body and of its ancestors, as far as they are known, in any order
 */
export function scopeOf(body: Placed, around: readonly Placed[]): string[] {
  const known = new Map(around.map((placed) => [placed.id, placed]));
  const supervising = supervisorsAround(body, around).flatMap((id) => [id, ...(known.get(id)?.ancestorIds ?? [])]);
  return [...new Set([body.id, ...body.ancestorIds, ...supervising.map(supervised)])];
}

/** The supervisors of the body and of those ancestors that are among `around`. */
export function supervisorsAround(body: Placed, around: readonly Placed[]): string[] {
  const ancestors = around.filter(({ id }) => body.ancestorIds.includes(id));
  return [...new Set([body, ...ancestors].flatMap(({ supervisorIds }) => supervisorIds))];
}
