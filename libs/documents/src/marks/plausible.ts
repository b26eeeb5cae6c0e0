import type { Box } from '../document.js';
import { areaOf, overlap } from '../pages/geometry.js';
import type { Raster } from '../pages/raster.js';
import { detector as limits } from '../thresholds.js';
import type { Mark } from './mark.js';
import { stampsAmong } from './signatures-on-page.js';

/** Marks without the signatures and codes that the network takes for such by their looks, but that cannot be any by their place. */
export function plausible(marks: readonly Mark[], page: Pick<Raster, 'width' | 'height'>): Mark[] {
  const stamps = stampsAmong(marks);
  const isStampItself = (mark: Mark): boolean => mark.kind === 'signature' && stamps.some((stamp) => isOfStamp(mark, stamp));
  return marks.filter((mark) => mark.kind === 'stamp' || !(isEmblem(mark, page) || isStampItself(mark)));
}

function isEmblem({ box }: Mark, { width, height }: Pick<Raster, 'width' | 'height'>): boolean {
  const { top, offMiddle, width: widest } = limits.emblem;
  const isAbove = box[3] < top * height;
  const isInMiddle = Math.abs((box[0] + box[2]) / 2 - width / 2) < offMiddle * width;
  return isAbove && isInMiddle && box[2] - box[0] < widest * width && proportion(box) < limits.emblem.longest;
}

function isOfStamp({ box, score }: Mark, stamp: Mark): boolean {
  const both = overlap(box, stamp.box);
  const isStamp = both > limits.stampItself.share * (areaOf(box) + areaOf(stamp.box) - both);
  const isInside = both > 0.8 * areaOf(box) && proportion(stamp.box) > limits.filledIn.longest;
  return (isStamp && score < limits.stampItself.below) || (isInside && score < limits.filledIn.below);
}

/** Long to short side. */
function proportion([x0, y0, x1, y1]: Box): number {
  const [width, height] = [x1 - x0, y1 - y0];
  return Math.max(width, height) / Math.max(1, Math.min(width, height));
}
