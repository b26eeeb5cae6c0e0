import { picture as limits } from '../limits.js';
import { cosineHash, REGION_BYTES } from './cosine-hash.js';
import { inkOf } from './ink.js';
import { linesOf } from './lines.js';
import { shrink, type GreyPicture, type InkPicture } from './raster.js';
import { layUpright } from './upright.js';

/**
 * Perceptual hashes of the regions of a page, from top to bottom, 40 bytes each. A region reaches over a few lines of print, from
 * the middle of one to the middle of another, and as wide as their ink: it is tied to the print and not to the sheet, so that
 * crop, margins, scale, skew and brightness do not move it.
 */
export function regionHashes(page: GreyPicture): Uint8Array {
  const image = layUpright(inkOf(shrink(page, limits.shortSide)));
  const lines = linesOf(image);
  const table = summed(image);
  const hashes: Uint8Array[] = [];
  const reach = Math.min(limits.linesPerRegion, lines.length - 1);
  for (let first = 0; reach > 0 && first + reach < lines.length && hashes.length < limits.regionsPerPage; first += 1) {
    const frame = frameOf(table, lines[first]!, lines[first + reach]!);
    if (frame !== null) hashes.push(cosineHash(sampled(table, frame)));
  }
  const whole = new Uint8Array(hashes.length * REGION_BYTES);
  hashes.forEach((hash, index) => whole.set(hash, index * REGION_BYTES));
  return whole;
}

/** Sums of all pixels above and left (Crow 1984), so that the mean of any box costs four look-ups. */
interface Summed {
  readonly width: number;
  readonly height: number;
  readonly sums: Float64Array;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function summed({ width, height, data }: InkPicture): Summed {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return { width, height, sums };
}

/** As wide as the ink between two lines, a little of it left out on each side. */
function frameOf(table: Summed, top: number, bottom: number): Frame | null {
  const y0 = Math.max(0, Math.round(top));
  const y1 = Math.min(table.height, Math.round(bottom));
  const upTo = (x: number): number => table.sums[y1 * (table.width + 1) + x]! - table.sums[y0 * (table.width + 1) + x]!;
  const whole = upTo(table.width);
  if (whole < 255 * (y1 - y0)) return null;
  const left = reaches(upTo, table.width, limits.outside * whole);
  const right = reaches(upTo, table.width, (1 - limits.outside) * whole);
  const isTooNarrow = right - left < 40;
  return isTooNarrow ? null : { left, right, top, bottom };
}

/** The column up to which the ink reaches an amount, between the columns too. */
function reaches(upTo: (x: number) => number, width: number, amount: number): number {
  let [low, high] = [0, width];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (upTo(middle) < amount) low = middle;
    else high = middle;
  }
  const [before, after] = [upTo(low), upTo(high)];
  return after === before ? high : low + (amount - before) / (after - before);
}

/** The region as a grid of mean darkness. */
function sampled(table: Summed, { left, right, top, bottom }: Frame): Float64Array {
  const { gridWidth, gridHeight } = limits;
  const grid = new Float64Array(gridWidth * gridHeight);
  const [stepX, stepY] = [(right - left) / gridWidth, (bottom - top) / gridHeight];
  for (let row = 0; row < gridHeight; row += 1) {
    for (let column = 0; column < gridWidth; column += 1) {
      const [x, y] = [left + column * stepX, top + row * stepY];
      grid[row * gridWidth + column] = sumAt(table, x + stepX, y + stepY) - sumAt(table, x, y + stepY) - sumAt(table, x + stepX, y) + sumAt(table, x, y);
    }
  }
  return grid;
}

/** The table between its pixels. */
function sumAt({ width, height, sums }: Summed, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const [right, down] = [Math.min(1, x - column), Math.min(1, y - row)];
  const at = row * (width + 1) + column;
  const above = sums[at]! * (1 - right) + sums[at + 1]! * right;
  const below = sums[at + width + 1]! * (1 - right) + sums[at + width + 2]! * right;
  return above * (1 - down) + below * down;
}
