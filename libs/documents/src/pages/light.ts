import { page } from '../thresholds.js';
import type { Raster } from './raster.js';

/**
 * Evens out the light: each channel is divided by the paper's own brightness around the pixel, so shadows, yellow paper and a
 * dark spine become white and fixed thresholds hold everywhere afterwards.
 */
export function evenLight(image: Raster): Raster {
  const data = new Uint8Array(image.data.length);
  for (let channel = 0; channel < image.channels; channel += 1) {
    divideChannel(image, channel, paperOf(image, channel), data);
  }
  return { ...image, data };
}

interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/** Brightness of the paper per cell: an upper percentile of the cells around, so that print does not count. */
function paperOf(image: Raster, channel: number): Cells {
  const columns = Math.ceil(image.width / page.lightCell);
  const rows = Math.ceil(image.height / page.lightCell);
  const cells = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      cells[row * columns + column] = cellBrightness(image, channel, column, row);
    }
  }
  const values = new Float32Array(columns * rows);
  const around = new Uint8Array((2 * page.lightReach + 1) ** 2);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      values[row * columns + column] = brightAround(cells, columns, rows, { column, row, around });
    }
  }
  return { columns, rows, values };
}

function cellBrightness(image: Raster, channel: number, column: number, row: number): number {
  const histogram = new Uint16Array(256);
  const x1 = Math.min(image.width, (column + 1) * page.lightCell);
  const y1 = Math.min(image.height, (row + 1) * page.lightCell);
  let count = 0;
  for (let y = row * page.lightCell; y < y1; y += 1) {
    for (let x = column * page.lightCell; x < x1; x += 1) {
      histogram[image.data[(y * image.width + x) * image.channels + channel]!]! += 1;
      count += 1;
    }
  }
  let above = count * (1 - page.lightPercentile);
  let value = 255;
  while (value > 0 && above >= histogram[value]!) {
    above -= histogram[value]!;
    value -= 1;
  }
  return value;
}

interface Around {
  readonly column: number;
  readonly row: number;
  readonly around: Uint8Array;
}

function brightAround(cells: Uint8Array, columns: number, rows: number, at: Around): number {
  let count = 0;
  for (let y = Math.max(0, at.row - page.lightReach); y <= Math.min(rows - 1, at.row + page.lightReach); y += 1) {
    const right = Math.min(columns - 1, at.column + page.lightReach);
    for (let x = Math.max(0, at.column - page.lightReach); x <= right; x += 1) {
      at.around[count] = cells[y * columns + x]!;
      count += 1;
    }
  }
  const sorted = at.around.subarray(0, count).sort();
  return sorted[Math.floor((count - 1) * page.lightPercentile)]!;
}

function divideChannel(image: Raster, channel: number, cells: Cells, out: Uint8Array): void {
  for (let y = 0; y < image.height; y += 1) {
    const fy = Math.max(0, Math.min(cells.rows - 1, y / page.lightCell - 0.5));
    const row = Math.min(cells.rows - 1, Math.floor(fy));
    const top = row * cells.columns;
    const bottom = Math.min(cells.rows - 1, row + 1) * cells.columns;
    for (let x = 0; x < image.width; x += 1) {
      const fx = Math.max(0, Math.min(cells.columns - 1, x / page.lightCell - 0.5));
      const left = Math.floor(fx);
      const right = Math.min(cells.columns - 1, left + 1);
      const upper = mix(cells.values[top + left]!, cells.values[top + right]!, fx - left);
      const lower = mix(cells.values[bottom + left]!, cells.values[bottom + right]!, fx - left);
      const paper = Math.max(40, mix(upper, lower, fy - row));
      const at = (y * image.width + x) * image.channels + channel;
      out[at] = Math.min(255, (image.data[at]! * 250) / paper);
    }
  }
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
