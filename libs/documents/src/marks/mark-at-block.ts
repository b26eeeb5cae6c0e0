import type { Box } from '../document.js';
import { areaOf, overlap } from '../pages/geometry.js';
import { detector as limits } from '../thresholds.js';
import { isInStamp, stampsAmong } from './signatures-on-page.js';
import type { Mark } from './mark.js';

/** What the network saw where a block wants its signature. */
export interface MarkEvidence {
  readonly score: number;
  readonly box: Box | null;
  readonly isInStamp: boolean;
}

/** The strongest signature that lies for a good part in the zone of a block. */
export function markAt(zone: Box, marks: readonly Mark[]): MarkEvidence {
  const here = marks.filter(({ kind, box }) => kind === 'signature' && overlap(box, zone) >= limits.inZoneShare * areaOf(box));
  const best = here.reduce<Mark | null>((top, mark) => (top === null || mark.score > top.score ? mark : top), null);
  if (best === null) return { score: 0, box: null, isInStamp: false };
  return { score: best.score, box: best.box, isInStamp: isInStamp(best, stampsAmong(marks)) };
}
