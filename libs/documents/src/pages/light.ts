import { page } from '../thresholds.js';
import type { Raster } from './raster.js';

/** Nothing darker than this is paper. */
const darkestPaper = 40;

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
  const across = spans(image.width, cells.columns);
  const down = spans(image.height, cells.rows);
  const { values, columns } = cells;
  for (let y = 0; y < image.height; y += 1) {
    const top = down.first[y]! * columns;
    const bottom = down.second[y]! * columns;
    const fy = down.share[y]!;
    for (let x = 0; x < image.width; x += 1) {
      const left = across.first[x]!;
      const right = across.second[x]!;
      const fx = across.share[x]!;
      const upper = mix(values[top + left]!, values[top + right]!, fx);
      const lower = mix(values[bottom + left]!, values[bottom + right]!, fx);
      const paper = mix(upper, lower, fy);
      const at = (y * image.width + x) * image.channels + channel;
      const value = (image.data[at]! * 250) / (paper > darkestPaper ? paper : darkestPaper);
      out[at] = value < 255 ? value : 255;
    }
  }
}

interface Spans {
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  readonly share: Float32Array;
}

/** For every pixel of a side the two cells between whose middles it lies, and how far it is towards the second. */
function spans(pixels: number, cells: number): Spans {
  const found = { first: new Uint16Array(pixels), second: new Uint16Array(pixels), share: new Float32Array(pixels) };
  for (let i = 0; i < pixels; i += 1) {
    const at = Math.max(0, Math.min(cells - 1, i / page.lightCell - 0.5));
    found.first[i] = Math.floor(at);
    found.second[i] = Math.min(cells - 1, Math.floor(at) + 1);
    found.share[i] = at - Math.floor(at);
  }
  return found;
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
