import { onesOf } from '../hash.js';
import { picture as limits } from '../limits.js';

/** Frequencies across and down whose signs make the hash: 32 x 8 = 256 bits. */
const ACROSS = 32;
const DOWN = 8;
const SIGN_BYTES = (ACROSS * DOWN) / 8;

/** Bits of the hash that make one key of the index: low frequencies, in boxes of [from across, to, from down, to]; 20 bits each. */
const KEY_BOXES = [
  [1, 5, 1, 4],
  [6, 10, 1, 4],
] as const;
export const KEYS = KEY_BOXES.length;
/** One region: its signs, then for each key which of its bits are weak (32 bits). */
export const REGION_BYTES = SIGN_BYTES + 4 * KEYS;

const keyBits: readonly (readonly number[])[] = KEY_BOXES.map(([left, right, top, bottom]) =>
  Array.from({ length: ACROSS * DOWN }, (_, bit) => bit).filter((bit) => {
    const [u, v] = [(bit % ACROSS) + 1, Math.floor(bit / ACROSS)];
    return u >= left && u <= right && v >= top && v <= bottom;
  }),
);
/** Bits of a key that may be wrong: those nearest to zero. */
const WEAK = 5;

const acrossTable = cosines(ACROSS, limits.gridWidth, 1);
const downTable = cosines(DOWN, limits.gridHeight, 0);

/** Rows of a type-II cosine transform, from a frequency on. */
function cosines(count: number, size: number, from: number): Float64Array {
  return Float64Array.from({ length: count * size }, (_, at) =>
    Math.cos(((Math.floor(at / size) + from) * Math.PI * ((at % size) + 0.5)) / size),
  );
}

/**
 * Hash of a grid of darkness: the signs of its low cosine frequencies (as pHash, Zauner 2010, and PDQ, Meta 2019, here 32 across and
 * 8 down without the constant column, because print differs along its lines). A sign and not a comparison with the median, so that
 * standing on its head turns known bits.
 */
export function cosineHash(grid: Float64Array): Uint8Array {
  const { gridWidth, gridHeight } = limits;
  const rows = new Float64Array(gridHeight * ACROSS);
  for (let row = 0; row < gridHeight; row += 1) {
    for (let u = 0; u < ACROSS; u += 1) {
      let sum = 0;
      for (let x = 0; x < gridWidth; x += 1) sum += grid[row * gridWidth + x]! * acrossTable[u * gridWidth + x]!;
      rows[row * ACROSS + u] = sum;
    }
  }
  const values = new Float64Array(ACROSS * DOWN);
  for (let bit = 0; bit < values.length; bit += 1) {
    const [u, v] = [bit % ACROSS, Math.floor(bit / ACROSS)];
    for (let row = 0; row < gridHeight; row += 1) values[bit]! += rows[row * ACROSS + u]! * downTable[v * gridHeight + row]!;
  }
  return written(values);
}

function written(values: Float64Array): Uint8Array {
  const region = new Uint8Array(REGION_BYTES);
  values.forEach((value, bit) => {
    if (value > 0) region[bit >> 3]! |= 1 << (bit & 7);
  });
  const view = new DataView(region.buffer);
  keyBits.forEach((bits, key) => {
    const weakest = bits.map((bit, place) => ({ place, size: Math.abs(values[bit]!) })).sort((a, b) => a.size - b.size);
    view.setUint32(SIGN_BYTES + 4 * key, weakest.slice(0, WEAK).reduce((mask, { place }) => mask | (1 << place), 0), true);
  });
  return region;
}

/** One key of a region and the mask of its weak bits; `from` is the first byte of the region. */
export function keyAt(regions: Uint8Array, from: number, key: number): { value: number; weak: number } {
  const value = keyBits[key]!.reduce((sum, bit, place) => sum | (((regions[from + (bit >> 3)]! >> (bit & 7)) & 1) << place), 0);
  const at = from + SIGN_BYTES + 4 * key;
  return { value, weak: regions[at]! | (regions[at + 1]! << 8) | (regions[at + 2]! << 16) };
}

/** Half a turn changes the sign of the frequencies whose numbers add up to an odd one. */
const turned = Uint8Array.from({ length: REGION_BYTES }, (_, byte) => {
  let ones = 0;
  for (let bit = byte * 8; bit < byte * 8 + 8 && bit < ACROSS * DOWN; bit += 1) {
    const [u, v] = [(bit % ACROSS) + 1, Math.floor(bit / ACROSS)];
    if ((u + v) % 2 === 1) ones |= 1 << (bit & 7);
  }
  return ones;
});

/** The regions of a page as if it stood on its head, from the last to the first. */
export function turnedOver(regions: Uint8Array): Uint8Array {
  const over = new Uint8Array(regions.length);
  for (let to = 0; to < regions.length; to += REGION_BYTES) {
    const from = regions.length - REGION_BYTES - to;
    for (let byte = 0; byte < REGION_BYTES; byte += 1) over[to + byte] = regions[from + byte]! ^ turned[byte]!;
  }
  return over;
}

/** Bits (0 - 256) in which two regions differ; `a` and `b` are their places on their pages. */
export function distance(regions: Uint8Array, a: number, others: Uint8Array, b: number): number {
  const [from, other] = [a * REGION_BYTES, b * REGION_BYTES];
  let bits = 0;
  for (let byte = 0; byte < SIGN_BYTES; byte += 1) bits += onesOf[regions[from + byte]! ^ others[other + byte]!]!;
  return bits;
}
