/** Somebody whose role as administrator is being ended. */
export interface Leaving {
  id: string;
  at: Date;
}

/** Longer than it takes to write the end of a role; after it a leave that came to nothing counts no more. */
const LEAVING_MS = 60_000;

/**
 * Lets one go while another stays: without an administrator nobody could ever give the role again.
 * @param open ids of the memberships that are in force without an end
 * @returns who is leaving then; undefined when nobody would be left
 */
export function leave(leaving: readonly Leaving[], id: string, open: readonly string[], now: Date): Leaving[] | undefined {
  const others = leaving.filter((one) => one.id !== id && now.getTime() - one.at.getTime() < LEAVING_MS);
  const isLeft = open.some((one) => one !== id && !others.some((other) => other.id === one));
  return isLeft ? [...others, { id, at: now }] : undefined;
}
