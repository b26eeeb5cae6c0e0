import { page } from '../thresholds.js';
import type { Raster } from './raster.js';

/** Nothing on the page: hardly a dark pixel, and hardly a small patch darker than paper (a pale page has many). */
export function isBlank(grey: Raster): boolean {
  const { width, height, data } = grey;
  const margin = Math.round(width * 0.02);
  let darkPixels = 0;
  let palePatches = 0;
  let patches = 0;
  for (let y = margin; y + 3 <= height - margin; y += 3) {
    for (let x = margin; x + 3 <= width - margin; x += 3) {
      const patch = patchOf(data, width, x, y);
      darkPixels += patch.dark;
      if (patch.mean < page.paleDark) palePatches += 1;
      patches += 1;
    }
  }
  if (patches === 0) return true;
  return darkPixels < patches * 9 * page.blankShare && palePatches < patches * page.paleShare;
}

function patchOf(data: Uint8Array, width: number, x: number, y: number): { dark: number; mean: number } {
  let sum = 0;
  let dark = 0;
  for (let dy = 0; dy < 3; dy += 1) {
    for (let dx = 0; dx < 3; dx += 1) {
      const value = data[(y + dy) * width + x + dx]!;
      sum += value;
      if (value < page.blankDark) dark += 1;
    }
  }
  return { dark, mean: sum / 9 };
}

/** Difference between paper and print in grey levels: the darkest tenth of the inked pixels, for the lines of squared paper are ink too. */
export function contrastOf(grey: Raster): number {
  const histogram = new Uint32Array(256);
  for (const value of grey.data) histogram[value]! += 1;
  const paper = percentile(histogram, 0, 256, 0.5);
  const print = percentile(histogram, 0, Math.max(1, paper - 25), 0.1);
  return paper - print;
}

function percentile(histogram: Uint32Array, from: number, to: number, share: number): number {
  let total = 0;
  for (let value = from; value < to; value += 1) total += histogram[value]!;
  let left = total * share;
  for (let value = from; value < to; value += 1) {
    left -= histogram[value]!;
    if (left <= 0) return value;
  }
  return to - 1;
}
