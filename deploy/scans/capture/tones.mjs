import { toGrey } from './picture.mjs';
import { unevenField } from '../ink/pen.mjs';

/** @typedef {import('./picture.mjs').Picture} Picture */
/** @typedef {import('../random.mjs').Random} Random */

/**
 * Each sample through a table.
 * @param {Picture} picture
 * @param {(value: number, channel: number) => number} curve
 * @returns {Picture}
 */
export function curved(picture, curve) {
  const { channels, data } = picture;
  const tables = Array.from({ length: channels }, (_, k) =>
    Uint8Array.from({ length: 256 }, (_unused, v) => Math.max(0, Math.min(255, Math.round(curve(v, k))))),
  );
  const result = new Uint8Array(data.length);
  tables.forEach((table, k) => {
    for (let i = k; i < data.length; i += channels) result[i] = table[data[i] ?? 0] ?? 0;
  });
  return { ...picture, data: result };
}

// Looked up once: pixels are many.
const { imul } = Math;

/** Cells of light are this many pixels wide. */
const CELL = 8;

/**
 * Multiplied by a light that changes slowly.
 * @param {Picture} picture
 * @param {(x: number, y: number) => number} light by shares of width and height
 * @returns {Picture}
 */
export function lit(picture, light) {
  const { width, height, channels, data } = picture;
  const columns = Math.ceil(width / CELL);
  const result = new Uint8Array(data.length);
  const row = new Int32Array(columns);
  for (let y = 0, at = 0; y < height; y += 1) {
    if (y % CELL === 0)
      for (let c = 0; c < columns; c += 1)
        row[c] = Math.max(0, light(((c + 0.5) * CELL) / width, (y + CELL / 2) / height)) * 1024;
    for (let x = 0; x < width; x += 1) {
      const strength = row[x >> 3] ?? 1024;
      for (let k = 0; k < channels; k += 1, at += 1) {
        const value = ((data[at] ?? 0) * strength) >> 10;
        result[at] = value > 255 ? 255 : value;
      }
    }
  }
  return { ...picture, data: result };
}

/**
 * @param {Picture} picture
 * @param {number} amount standard deviation
 * @param {Random} random
 * @param {{ coloured?: boolean }} [kind]
 * @returns {Picture}
 */
export function noisy(picture, amount, random, { coloured = false } = {}) {
  const { channels, data } = picture;
  const bell = Int8Array.from({ length: 4096 }, () => Math.max(-127, Math.min(127, random.normal(0, amount))));
  const result = new Uint8Array(data.length);
  let state = random.integer(1, 0x7fffffff);
  const step = coloured ? 1 : channels;
  for (let at = 0; at < data.length; at += step) {
    state = (imul(state, 1664525) + 1013904223) | 0;
    const shift = bell[state >>> 20] ?? 0;
    for (let k = 0; k < step; k += 1) {
      const value = (data[at + k] ?? 0) + shift;
      result[at + k] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return { ...picture, data: result };
}

/**
 * The level between ink and paper that divides best (Otsu).
 * @param {Picture} grey
 */
export function otsu({ data }) {
  const counts = new Float64Array(256);
  for (let i = 0; i < data.length; i += 3) counts[data[i] ?? 0] = (counts[data[i] ?? 0] ?? 0) + 1;
  let [all, sum] = [0, 0];
  counts.forEach((count, value) => ((all += count), (sum += count * value)));
  let [below, belowSum, best, level] = [0, 0, 0, 128];
  counts.forEach((count, value) => {
    below += count;
    belowSum += count * value;
    if (below === 0 || below === all) return;
    const apart = belowSum / below - (sum - belowSum) / (all - below);
    const variance = below * (all - below) * apart * apart;
    if (variance > best) [best, level] = [variance, value];
  });
  return level;
}

/**
 * @param {Picture} picture
 * @param {number} level
 * @param {number} [roughness] how much the level wavers
 * @param {Random} [random]
 * @returns {Picture}
 */
export function thresholded(picture, level, roughness = 0, random = undefined) {
  const grey = toGrey(picture);
  const ragged = roughness > 0 && random ? noisy(grey, roughness, random) : grey;
  return curved(ragged, (value) => (value > level ? 255 : 0));
}

/**
 * Error diffusion (Floyd and Steinberg).
 * @param {Picture} picture
 * @returns {Picture}
 */
export function diffused(picture) {
  const { width, height, data } = toGrey(picture);
  const result = new Uint8Array(data.length);
  let [here, below] = [new Float32Array(width + 2), new Float32Array(width + 2)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const wanted = (data[at] ?? 0) + (here[x + 1] ?? 0);
      const given = wanted > 127 ? 255 : 0;
      const error = wanted - given;
      result[at] = given;
      here[x + 2] = (here[x + 2] ?? 0) + error * 0.4375;
      below[x] = (below[x] ?? 0) + error * 0.1875;
      below[x + 1] = (below[x + 1] ?? 0) + error * 0.3125;
      below[x + 2] = error * 0.0625;
    }
    [here, below] = [below, here.fill(0)];
  }
  return { width, height, channels: 1, data: result };
}

const BAYER = [
  0, 32, 8, 40, 2, 34, 10, 42, 48, 16, 56, 24, 50, 18, 58, 26, 12, 44, 4, 36, 14, 46, 6, 38, 60, 28, 52, 20, 62, 30, 54,
  22, 3, 35, 11, 43, 1, 33, 9, 41, 51, 19, 59, 27, 49, 17, 57, 25, 15, 47, 7, 39, 13, 45, 5, 37, 63, 31, 55, 23, 61, 29,
  53, 21,
];

/**
 * Ordered dither of 8 by 8, or of coarse round dots.
 * @param {Picture} picture
 * @param {'bayer' | 'dots'} kind
 * @returns {Picture}
 */
export function ordered(picture, kind) {
  const { width, height, data } = toGrey(picture);
  const levels = Uint8Array.from({ length: 64 }, (_, i) => {
    if (kind === 'bayer') return (BAYER[i] ?? 0) * 4 + 2;
    const [x, y] = [(i % 8) - 3.5, (i >> 3) - 3.5];
    return Math.max(2, Math.min(252, 128 + 62 * (Math.cos((x * Math.PI) / 4) + Math.cos((y * Math.PI) / 4))));
  });
  const result = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1)
      result[at] = (data[at] ?? 0) > (levels[(y & 7) * 8 + (x & 7)] ?? 128) ? 255 : 0;
  }
  return { width, height, channels: 1, data: result };
}

/**
 * A slowly changing light between two strengths.
 * @param {Random} random
 * @param {number} least
 * @param {number} patches about so many over the page
 */
export function cloudyLight(random, least, patches) {
  const field = unevenField(random, 100, 141, 100 / patches);
  return (/** @type {number} */ x, /** @type {number} */ y) =>
    least + (1 - least) * field(Math.min(0.999, x) * 100, Math.min(0.999, y) * 141);
}
