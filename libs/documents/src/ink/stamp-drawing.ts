import type { Box } from '../document.js';
import { blockNetwork } from '../thresholds.js';
import type { Circle } from './stamps.js';

const { drawing: limits } = blockNetwork;

/** What a place takes to be a signature although it may be the emblem in the middle of a stamp; 0 when it lies elsewhere. */
export function leastInStamp(box: Box | null, circles: readonly Circle[]): number {
  if (box === null) return 0;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const isInMiddle = circles.some((circle) => Math.hypot(circle.x - x, circle.y - y) < limits.near * circle.radius);
  if (!isInMiddle) return 0;
  return box[2] - box[0] < limits.longest * (box[3] - box[1]) ? limits.round : limits.wide;
}
