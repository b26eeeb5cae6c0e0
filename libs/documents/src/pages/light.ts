import { page } from '../thresholds.js';
import type { Raster } from './raster.js';

/** Nothing darker than this is paper. */
const darkestPaper = 40;

/**
 * Evens out the light: each channel is divided by the paper's own brightness around the pixel, so shadows, yellow paper and a
 * dark spine become white and fixed thresholds hold everywhere afterwards.
 */
export function evenLight(image: Raster): Raster {
  const papers = Array.from({ length: image.channels }, (_, channel) => paperOf(image, channel));
  const data = new Uint8Array(image.data.length);
  papers.forEach((paper, channel) => divideChannel(image, channel, paper, data));
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
  const histogram = new Uint16Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      cells[row * columns + column] = cellBrightness(image, channel, { column, row, histogram });
    }
  }
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      values[row * columns + column] = brightAround(cells, columns, rows, { column, row, histogram });
    }
  }
  return { columns, rows, values };
}

/** A cell, and room to count in. */
interface CellAt {
  readonly column: number;
  readonly row: number;
  readonly histogram: Uint16Array;
}

function cellBrightness(image: Raster, channel: number, { column, row, histogram }: CellAt): number {
  histogram.fill(0);
  const x1 = Math.min(image.width, (column + 1) * page.lightCell);
  const y1 = Math.min(image.height, (row + 1) * page.lightCell);
  let count = 0;
  for (let y = row * page.lightCell; y < y1; y += 1) {
    for (let x = column * page.lightCell; x < x1; x += 1) {
      histogram[image.data[(y * image.width + x) * image.channels + channel]!]! += 1;
      count += 1;
    }
  }
  return upper(histogram, count);
}

function brightAround(cells: Uint8Array, columns: number, rows: number, { column, row, histogram }: CellAt): number {
  histogram.fill(0);
  const [top, bottom] = [Math.max(0, row - page.lightReach), Math.min(rows - 1, row + page.lightReach)];
  const [left, right] = [Math.max(0, column - page.lightReach), Math.min(columns - 1, column + page.lightReach)];
  for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) histogram[cells[y * columns + x]!]! += 1;
  return upper(histogram, (bottom - top + 1) * (right - left + 1));
}

/** The value with so many of the counted ones above it that it is the upper percentile. */
function upper(histogram: Uint16Array, count: number): number {
  let above = count * (1 - page.lightPercentile);
  let value = 255;
  while (value > 0 && above >= histogram[value]!) {
    above -= histogram[value]!;
    value -= 1;
  }
  return value;
}

function divideChannel({ width, height, channels, data }: Raster, channel: number, cells: Cells, out: Uint8Array): void {
  const across = spans(width, cells.columns);
  const down = spans(height, cells.rows);
  const { values, columns } = cells;
  const line = new Float32Array(columns);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [down.first[y]! * columns, down.second[y]! * columns];
    for (let column = 0; column < columns; column += 1) {
      const paper = mix(values[top + column]!, values[bottom + column]!, down.share[y]!);
      line[column] = 250 / (paper > darkestPaper ? paper : darkestPaper);
    }
    let at = y * width * channels + channel;
    for (let x = 0; x < width; x += 1, at += channels) {
      const value = data[at]! * mix(line[across.first[x]!]!, line[across.second[x]!]!, across.share[x]!);
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
