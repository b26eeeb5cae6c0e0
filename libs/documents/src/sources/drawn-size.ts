import type { DrawnSize } from '../pages/source.js';
import { page as pageLimits } from '../thresholds.js';

/** A strip-like page would otherwise be drawn into gigabytes. */
const longestSide = 5 * pageLimits.shortSidePixels;
/** A sheet of the next size is this much wider; sheets are cut and scanned within the tolerance. */
const nextSize = Math.SQRT2;
const tolerance = 0.04;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a drawn page of this form. */
export function drawnSize(form: Size, size: DrawnSize): Size {
  const long = Math.max(form.width, form.height, 1);
  const wanted = 'shortSide' in size ? size.shortSide / Math.max(1, Math.min(form.width, form.height)) : size.longSide / long;
  const factor = Math.min(wanted, longestSide / long);
  return { width: Math.max(1, Math.round(form.width * factor)), height: Math.max(1, Math.round(form.height * factor)) };
}

/** The size at which a page of this width is read: as many pixels to the millimetre on every sheet. */
export function readingSize(shortSideMm: number): DrawnSize {
  return { shortSide: Math.round((pageLimits.shortSidePixels * shortSideMm) / pageLimits.shortSideMm) };
}

/**
 * Millimetres of the short side of each page. What a file says of its size is often wrong, but wrong alike for all its pages: a page
 * wider than the others by the step of one paper size is A3 among A4, one narrower is A5. A paper begins with A4, its plans and tables
 * follow on larger sheets: the first page is the measure, unless most others are smaller. A sheet alone is taken for A4.
 */
export function shortSidesMm(sizes: readonly Size[]): number[] {
  const sides = sizes.map(({ width, height }) => Math.min(width, height));
  const sorted = [...sides].sort((a, b) => a - b);
  const measure = Math.min(sides[0] ?? 1, sorted[sorted.length >> 1] ?? 1);
  return sides.map((side) => {
    const ratio = side / Math.max(1, measure);
    if (Math.abs(ratio / nextSize - 1) < tolerance) return 297;
    return Math.abs(ratio * nextSize - 1) < tolerance ? 148 : pageLimits.shortSideMm;
  });
}
