import { lettersOf } from '../words/word.js';

/** Of a position's letters, as the register holds it, so many have to be read. */
const leastShare = 0.55;

/**
 * Whether so much of a position was read that «и.о.» before it or «м.а.» behind it would have been seen: about as long as the
 * register's, in whichever language, and not from the middle of a word or a line.
 */
export function isPositionRead(read: string, registered: string): boolean {
  const text = read.trim();
  return lettersOf(text) >= leastShare * lettersOf(registered) && !/^[^\p{L}«"„]*\p{Ll}/u.test(text);
}
