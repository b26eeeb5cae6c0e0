import { areaOf, overlap } from '../pages/geometry.js';
import { detector as limits } from '../thresholds.js';
import type { Mark } from './mark.js';

/** Whether a place lies, for a good part of the smaller of the two, within one of the stamps. */
export function isInStamp(mark: Mark, stamps: readonly Mark[]): boolean {
  return stamps.some(({ box }) => overlap(mark.box, box) > limits.inStampShare * Math.min(areaOf(mark.box), areaOf(box)));
}

/**
 * The pen signatures of a page, at a block or not. A stamp makes what lies under it weaker, so less is asked there; many weak
 * places outside of stamps are the tiny print of a table, so more is asked then.
 */
export function signaturesOf(marks: readonly Mark[]): Mark[] {
  const stamps = stampsAmong(marks);
  const candidates = marks.filter((mark) => mark.kind === 'signature');
  const [weakest, strongest] = limits.weak;
  const weak = candidates.filter((mark) => mark.score >= weakest && mark.score < strongest && !isInStamp(mark, stamps));
  const outside = weak.length > limits.weakOnPage ? limits.signatureInPrint : limits.signature;
  return candidates.filter((mark) => mark.score >= (isInStamp(mark, stamps) ? limits.signatureInStamp : outside));
}

export function stampsAmong(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.kind === 'stamp' && mark.score >= limits.stamp);
}
