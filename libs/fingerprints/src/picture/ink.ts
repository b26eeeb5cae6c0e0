import { picture as limits } from '../limits.js';
import type { GreyPicture, InkPicture } from './raster.js';

/**
 * Darkness against the paper around, so that light, yellow paper and the brightness of a scanner do not count; contrast is
 * stretched to the darkest print of the page. The edge of the picture is left out.
 */
export function inkOf(image: GreyPicture): InkPicture {
  const { width, height, data } = image;
  const paper = paperOf(image);
  const ink = new Uint8Array(width * height);
  const histogram = new Uint32Array(256);
  const [marginX, marginY] = [Math.round(width * limits.edge), Math.round(height * limits.edge)];
  for (let y = marginY; y < height - marginY; y += 1) {
    const row = Math.floor(y / limits.paperCell) * paper.columns;
    for (let x = marginX; x < width - marginX; x += 1) {
      const bright = paper.values[row + Math.floor(x / limits.paperCell)]!;
      const dark = Math.max(0, 255 - Math.round((data[y * width + x]! * 255) / bright));
      ink[y * width + x] = dark;
      histogram[dark]! += 1;
    }
  }
  return { width, height, data: stretch(ink, darkestOf(histogram)) };
}

/** The darkness that one in a hundred of the inked pixels reaches: a speck does not set the scale. */
function darkestOf(histogram: Uint32Array): number {
  let inked = 0;
  for (let dark = limits.leastInk; dark < 256; dark += 1) inked += histogram[dark]!;
  let above = 0;
  for (let dark = 255; dark > 2 * limits.leastInk; dark -= 1) {
    above += histogram[dark]!;
    if (above > 0.05 * inked) return dark;
  }
  return 2 * limits.leastInk;
}

function stretch(ink: Uint8Array, darkest: number): Uint8Array {
  const scale = Uint8Array.from({ length: 256 }, (_, dark) =>
    dark < limits.leastInk ? 0 : Math.min(255, ((dark - limits.leastInk) * 255) / (darkest - limits.leastInk)),
  );
  for (let i = 0; i < ink.length; i += 1) ink[i] = scale[ink[i]!]!;
  return ink;
}

interface Cells {
  readonly columns: number;
  readonly values: Uint8Array;
}

/** Brightness of the paper: in each cell an upper percentile, then the brightest of the cells around. */
function paperOf({ width, height, data }: GreyPicture): Cells {
  const cell = limits.paperCell;
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const bright = new Uint8Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let at = 0; at < bright.length; at += 1) {
    histogram.fill(0);
    const [x0, y0] = [(at % columns) * cell, Math.floor(at / columns) * cell];
    const [x1, y1] = [Math.min(width, x0 + cell), Math.min(height, y0 + cell)];
    for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) histogram[data[y * width + x]!]! += 1;
    bright[at] = percentile(histogram, (x1 - x0) * (y1 - y0) * limits.paperShare);
  }
  return { columns, values: brightestAround(bright, columns, rows) };
}

function percentile(histogram: Uint32Array, count: number): number {
  let below = 0;
  for (let value = 0; value < 256; value += 1) {
    below += histogram[value]!;
    if (below >= count) return value;
  }
  return 255;
}

function brightestAround(bright: Uint8Array, columns: number, rows: number): Uint8Array {
  return bright.map((_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    let best = 60;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        best = Math.max(best, bright[y * columns + x]!);
      }
    }
    return best;
  });
}
