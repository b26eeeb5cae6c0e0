import { after, turned, warped } from './geometry.mjs';
import { blurred, resized, stored, toGrey } from './picture.mjs';
import { cloudyLight, curved, diffused, lit, noisy, ordered, otsu, thresholded } from './tones.mjs';

/** @typedef {import('./picture.mjs').Picture} Picture */
/** @typedef {import('./geometry.mjs').Matrix} Matrix */
/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {{ picture: Picture, matrix: Matrix }} Shot a picture and the way from the page to it */
/** @typedef {(shot: Shot, random: Random) => Shot | Promise<Shot>} Step */
/** @typedef {[number, number]} Range */

/** Dots per inch of the page that is captured. */
const PAGE_DPI = 200;

/**
 * A step that does not move anything.
 * @param {(picture: Picture, random: Random) => Picture | Promise<Picture>} change
 * @returns {Step}
 */
export function toned(change) {
  return async (shot, random) => ({ ...shot, picture: await change(shot.picture, random) });
}

/** @type {Step} */
export const grey = toned(toGrey);
/** @param {Range} range @returns {Step} */
export const blur = (range) => toned((picture, random) => blurred(picture, random.real(...range)));
/** @param {Range} range @returns {Step} */
export const jpeg = (range) => toned((picture, random) => stored(picture, random.integer(...range)));
/** @param {Range} range @param {{ coloured?: boolean }} [kind] @returns {Step} */
export const noise = (range, kind) => toned((picture, random) => noisy(picture, random.real(...range), random, kind));
/** @param {Range} range shift of the level @param {Range} [rough] @returns {Step} */
export const threshold = (range, rough = [0, 0]) =>
  toned((picture, random) => thresholded(picture, random.real(...range), random.real(...rough), random));
/** @param {Range} shift @returns {Step} */
export const otsuThreshold = (shift) =>
  toned((picture, random) => {
    const plain = toGrey(picture);
    return thresholded(plain, otsu(plain) + random.real(...shift));
  });
/** @type {Step} */
export const diffuse = toned(diffused);
/** @param {'bayer' | 'dots'} kind @returns {Step} */
export const dither = (kind) => toned((picture) => ordered(picture, kind));

/**
 * @param {readonly number[]} dots per inch across and, when it differs, down
 * @param {Parameters<typeof resized>[3]} [kernel]
 * @returns {Step}
 */
export function resolution([across = PAGE_DPI, down = across], kernel) {
  return async ({ picture, matrix }) => {
    const [width, height] = [
      Math.round((picture.width * across) / PAGE_DPI),
      Math.round((picture.height * down) / PAGE_DPI),
    ];
    if (width === picture.width && height === picture.height) return { picture, matrix };
    const scale = /** @type {Matrix} */ ([width / picture.width, 0, 0, 0, height / picture.height, 0, 0, 0, 1]);
    return { picture: await resized(picture, width, height, kernel), matrix: after(scale, matrix) };
  };
}

/**
 * The page lies crooked on the glass.
 * @param {Range} degrees either way
 * @param {readonly number[]} ground tones of the lid
 * @returns {Step}
 */
export function skew([least, most], ground = [255]) {
  return ({ picture, matrix }, random) => {
    const angle = ((random.chance(0.5) ? 1 : -1) * random.real(least, most) * Math.PI) / 180;
    const { width, height } = picture;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [cx, cy] = [width / 2, height / 2];
    const [dx, dy] = [random.real(-0.006, 0.006) * width, random.real(-0.006, 0.006) * height];
    const turn = /** @type {Matrix} */ ([
      cos,
      -sin,
      cx - cos * cx + sin * cy + dx,
      sin,
      cos,
      cy - sin * cx - cos * cy + dy,
      0,
      0,
      1,
    ]);
    return {
      picture: warped(picture, turn, { width, height, tone: random.pick(ground) }),
      matrix: after(turn, matrix),
    };
  };
}

/**
 * Turned by quarters, clockwise.
 * @param {number} degrees
 * @returns {Step}
 */
export function turn(degrees) {
  return ({ picture, matrix }) => {
    const result = turned(picture, Math.round(degrees / 90));
    return { picture: result.picture, matrix: after(result.matrix, matrix) };
  };
}

/**
 * Contrast about the middle, brightness and tint of the scanner.
 * @param {{ contrast: Range, brightness: Range, paper?: Range[] }} ranges paper: strength of red, green and blue
 * @returns {Step}
 */
export function tone({ contrast, brightness, paper }) {
  return toned((picture, random) => {
    const [steep, up] = [random.real(...contrast), random.real(...brightness)];
    const tint = (paper ?? []).map((range) => random.real(...range));
    return curved(picture, (value, k) => ((value - 128) * steep + 128 + up) * (tint[k] ?? 1));
  });
}

/**
 * Pale ink: everything nearer to white.
 * @param {Range} range share of darkness that is left
 * @returns {Step}
 */
export function fade(range) {
  return toned((picture, random) => {
    const left = random.real(...range);
    return curved(picture, (value) => 255 - (255 - value) * left);
  });
}

/**
 * Dark along one side, as at the spine of a book.
 * @param {{ darkest: Range, width: Range }} ranges
 * @returns {Step}
 */
export function spine({ darkest, width }) {
  return toned((picture, random) => {
    const [dark, wide, left] = [random.real(...darkest), random.real(...width), random.chance(0.7)];
    return lit(picture, (x) => 1 - (1 - dark) * Math.exp(-(((left ? x : 1 - x) / wide) ** 2)));
  });
}

/** @param {Range} least @param {Range} patches @returns {Step} */
export const clouds = (least, patches) =>
  toned((picture, random) => lit(picture, cloudyLight(random, random.real(...least), random.real(...patches))));
