import { page } from '../thresholds.js';
import type { Raster } from './raster.js';

/** Side of a patch in pixels, and how many patches away its neighbour is. */
const side = 3;
const away = 3;

/** Nothing inside the edges of the page: hardly a dark pixel, and hardly a small patch darker than paper (a pale page has many). */
export function isBlank(grey: Raster): boolean {
  const { means, columns, dark } = patchesOf(grey);
  if (means.length === 0) return true;
  let pale = 0;
  for (let at = 0; at < means.length; at += 1) {
    if (means[at]! < page.paleDark && isStroke(means, at, columns)) pale += 1;
  }
  return dark < means.length * side ** 2 * page.blankShare && pale < means.length * page.paleShare;
}

/** Ink ends within a millimetre or two, the shadow of a spine does not. */
function isStroke(means: Float32Array, at: number, columns: number): boolean {
  const column = at % columns;
  const before = column >= away ? means[at - away]! : 0;
  const after = column + away < columns ? means[at + away]! : 0;
  return Math.max(before, after) - means[at]! > page.paleEdge;
}

function patchesOf({ width, height, data }: Raster): { means: Float32Array; columns: number; dark: number } {
  const margin = Math.round(width * page.edge);
  const [columns, rows] = [width, height].map((length) => Math.max(0, Math.floor((length - 2 * margin) / side))) as [number, number];
  const means = new Float32Array(columns * rows);
  let dark = 0;
  for (let at = 0; at < means.length; at += 1) {
    const from = (margin + side * Math.floor(at / columns)) * width + margin + side * (at % columns);
    let sum = 0;
    for (let row = from; row < from + side * width; row += width) {
      for (let pixel = row; pixel < row + side; pixel += 1) {
        const value = data[pixel]!;
        sum += value;
        if (value < page.blankDark) dark += 1;
      }
    }
    means[at] = sum / side ** 2;
  }
  return { means, columns, dark };
}

/** Difference between paper and print in grey levels: the darkest tenth of the inked pixels, for the lines of squared paper are ink too. */
export function contrastOf(grey: Raster): number {
  const histogram = new Uint32Array(256);
  const { data } = grey;
  for (let i = 0; i < data.length; i += 1) histogram[data[i]!]! += 1;
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
