import type { Box } from '../document.js';
import { areaOf, overlap } from '../pages/geometry.js';
import { noSignature, type BlockSignature } from './block-signature.js';

/** Of the smaller of two places: from here on they are the same ink. */
const sameInk = 0.5;

/**
 * One signature cannot sign two blocks: where the network, asked about each of them, pointed at the same ink, it counts for the
 * block whose middle is nearer.
 * @param blocks boxes of the blocks, in the order of what was seen of them
 */
export function withoutShared(seen: readonly BlockSignature[], blocks: readonly Box[]): BlockSignature[] {
  return seen.map((own, index) => {
    const isTaken = seen.some((other, at) => at !== index && areSame(own, other) && distance(other, blocks[at]!) < distance(own, blocks[index]!));
    return isTaken ? { ...own, own: noSignature.own } : own;
  });
}

function areSame({ own: { box: a } }: BlockSignature, { own: { box: b } }: BlockSignature): boolean {
  return a !== null && b !== null && overlap(a, b) > sameInk * Math.min(areaOf(a), areaOf(b));
}

function distance({ own }: BlockSignature, block: Box): number {
  return own.box === null ? Infinity : Math.abs(own.box[1] + own.box[3] - block[1] - block[3]);
}
