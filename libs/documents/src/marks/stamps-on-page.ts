import type { Circle } from '../ink/stamps.js';
import { overlap } from '../pages/geometry.js';
import { stamp as limits } from '../thresholds.js';
import type { Mark } from './mark.js';
import { stampsAmong } from './signatures-on-page.js';

export interface PageStamps {
  readonly stamps: readonly Circle[];
  /** May be a stamp: kept out of the pen evidence and enough to send "no stamp" to a person. */
  readonly weak: readonly Circle[];
}

/**
 * Brings together the two ways to look for round stamps. The network knows stamps that are pale, grey or dithered; where the
 * circle search met the same one its geometry is the better. A circle that the network knows nothing of is only a weak one, and so
 * is a find of the network with little of a ring in it, or with one as pale as the stamp on the back of thin paper; without any it is
 * a stamp of another form.
 * @param roundness how much of a ring so much darker than paper there is, 0 to 1
 * @param circles what the circle search accepted, and what it found weak
 * @param mm pixels per millimetre
 */
export function stampsOf(marks: readonly Mark[], circles: PageStamps, mm: number, roundness: (mark: Mark, depth: number) => number): PageStamps {
  const likely = stampsAmong(marks).filter((mark) => isLikeRound(mark, mm));
  const found = likely.filter((mark) => roundness(mark, limits.inkDepth) >= limits.ring);
  const unsure = likely.filter((mark) => roundness(mark, limits.ghostDepth) >= limits.weakRing);
  const near = marks.filter((mark) => mark.kind === 'stamp');
  const all = [...circles.stamps, ...circles.weak];
  const stamps = found.map((mark) => all.find((circle) => isAt(circle, mark)) ?? circleIn(mark));
  const isKnown = (circle: Circle): boolean => found.some((mark) => isAt(circle, mark));
  const sure = circles.stamps.filter((circle) => !isKnown(circle) && (isStrong(circle) || near.some((mark) => isAt(circle, mark))));
  const rest = all.filter((circle) => !isKnown(circle) && !sure.includes(circle));
  return { stamps: [...stamps, ...sure], weak: [...rest, ...unsure.filter((mark) => !found.includes(mark)).map(circleIn)] };
}

function isStrong({ score, ink }: Circle): boolean {
  return score >= (ink === 'colour' ? limits.colourAccept : limits.blackAccept) + limits.aloneExcess;
}

function isLikeRound({ box: [x0, y0, x1, y1] }: Mark, mm: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const [smallest, biggest] = limits.sideMm;
  return Math.max(width, height) < limits.longest * Math.min(width, height) && width > smallest * mm && width < biggest * mm;
}

function isAt({ x, y, radius }: Circle, { box }: Mark): boolean {
  const disc = [x - radius, y - radius, x + radius, y + radius] as const;
  const both = overlap(disc, box);
  return both > 0.5 * (4 * radius ** 2) && both > 0.5 * (box[2] - box[0]) * (box[3] - box[1]);
}

function circleIn({ box: [x0, y0, x1, y1], score }: Mark): Circle {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, radius: (x1 - x0 + (y1 - y0)) / 4, score, ink: 'black' };
}
