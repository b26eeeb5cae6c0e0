import type { Box } from '../document.js';
import { emptyMask, wholeBox, type Mask, type Raster } from '../pages/raster.js';
import type { PageView } from '../pages/view.js';
import { ink as inkLimits } from '../thresholds.js';

/** What lies on a page besides paper, as masks of the view's pixels. */
export interface InkMasks {
  readonly dark: Mask;
  /** `dark` and whatever is only a little darker than paper: a pencil, a grey copy of thin ink. */
  readonly pale: Mask;
  readonly colour: Mask;
  /** Straight thin lines: underscores, table borders. */
  readonly rules: Mask;
}

const made = new WeakMap<PageView, InkMasks>();

/** Made once of each page. */
export function inkMasks(view: PageView): InkMasks {
  const masks = made.get(view) ?? masksOf(view);
  made.set(view, masks);
  return masks;
}

function masksOf(view: PageView): InkMasks {
  const dark = darkMask(view.grey, inkLimits.dark);
  return { dark, pale: darkMask(view.grey, inkLimits.pale), colour: colourMask(view.colour), rules: ruleMask(dark, view.mm) };
}

function darkMask({ width, height, data }: Raster, limit: number): Mask {
  const mask = emptyMask(width, height);
  for (let i = 0; i < data.length; i += 1) mask.data[i] = data[i]! < limit ? 1 : 0;
  return mask;
}

/** Blue and violet: blue above red in the mean of 3 x 3 pixels, which evens out what JPEG does to black print. */
function colourMask({ width, height, data, channels }: Raster): Mask {
  const mask = emptyMask(width, height);
  if (channels === 1) return mask;
  const sums = new Int16Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = (y * width + x) * 3;
      sums[y * width + x] = data[at - 1]! - data[at - 3]! + data[at + 2]! - data[at]! + data[at + 5]! - data[at + 3]!;
    }
  }
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      mask.data[at] = sums[at - width]! + sums[at]! + sums[at + width]! > 9 * inkLimits.colour ? 1 : 0;
    }
  }
  return mask;
}

/** Straight runs over 8 mm that are thin across, with one pixel around. */
function ruleMask(dark: Mask, mm: number): Mask {
  const rules = emptyMask(dark.width, dark.height);
  const { width, height } = dark;
  const long = inkLimits.ruleMm * mm;
  const thick = Math.round(inkLimits.ruleThickMm * mm);
  for (let y = 0; y < height; y += 1) markRuns(dark, rules, { start: y * width, step: 1, count: width, across: width, long, thick });
  for (let x = 0; x < width; x += 1) markRuns(dark, rules, { start: x, step: width, count: height, across: 1, long, thick });
  return rules;
}

interface Track {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly across: number;
  readonly long: number;
  readonly thick: number;
}

function markRuns(dark: Mask, rules: Mask, track: Track): void {
  const { data } = dark;
  let run = 0;
  for (let i = 0; i <= track.count; i += 1) {
    if (i < track.count && data[track.start + i * track.step] === 1) {
      run += 1;
      continue;
    }
    if (run > track.long) markRun(dark, rules, track, i - run, i);
    run = 0;
  }
}

function markRun(dark: Mask, rules: Mask, track: Track, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const at = track.start + i * track.step;
    if (thickness(dark, at, track) > track.thick) continue;
    for (let side = -1; side <= 1; side += 1) rules.data[at + side * track.across] = 1;
  }
}

function thickness({ data }: Mask, at: number, { across, thick }: Track): number {
  let count = 1;
  for (let i = at - across; data[i] === 1 && count <= thick; i -= across) count += 1;
  for (let i = at + across; data[i] === 1 && count <= thick; i += across) count += 1;
  return count;
}

/** How many vertical rules cross the height of a box: three or more mean that the box lies in a table. */
export function verticalRulesAt(rules: Mask, box: Box, mm: number): number {
  const y = Math.round((box[1] + box[3]) / 2);
  // Longer than the strokes of a signature.
  const half = Math.round(5.5 * mm);
  let count = 0;
  let isInside = false;
  for (let x = 0; x < rules.width; x += 1) {
    const isRule = isVerticalAt(rules, x, y, half);
    if (isRule && !isInside) count += 1;
    isInside = isRule;
  }
  return count;
}

function isVerticalAt(rules: Mask, x: number, y: number, half: number): boolean {
  let hits = 0;
  let all = 0;
  for (let row = Math.max(0, y - half); row <= Math.min(rules.height - 1, y + half); row += 1) {
    all += 1;
    const at = row * rules.width + x;
    if (rules.data[at] === 1 || rules.data[at + 1] === 1) hits += 1;
  }
  return hits > 0.8 * all;
}

/** Clears boxes in a mask. */
export function clearBoxes(mask: Mask, boxes: readonly Box[]): void {
  for (const box of boxes) {
    const [x0, y0, x1, y1] = wholeBox(box, mask.width, mask.height);
    for (let y = y0; y < y1; y += 1) mask.data.fill(0, y * mask.width + x0, y * mask.width + x1);
  }
}
