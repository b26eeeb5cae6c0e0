import { applied, UNMOVED } from './geometry.mjs';
import { asJpeg, asPng, pictureOf } from './picture.mjs';
import { turn } from './steps.mjs';
import { REPORT_STYLES } from './styles-report.mjs';
import { TUNE_STYLES } from './styles-tune.mjs';

/** @typedef {import('../random.mjs').Random} Random */
/** @typedef {import('../ink/hand.mjs').Family} Family */
/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {'good' | 'usual' | 'bad'} Quality */
/**
 * @typedef {{ name: string, quality: Quality, leastInk: number, store: [number, number] | null, steps: Step[] }} Style
 * leastInk: darkness (ink/darkness.mjs) from which strokes are seen; store: quality of the JPEG, null is PNG
 */
/** @typedef {[number, number, number, number]} Box */
/**
 * @typedef {object} Captured
 * @property {Buffer} image
 * @property {'jpeg' | 'png'} format
 * @property {number} width
 * @property {number} height
 * @property {(box: readonly number[]) => Box} toCaptured from pixels of the page to the upright box in shares of the captured picture
 */

const STYLES = { tune: TUNE_STYLES, report: REPORT_STYLES };

/**
 * @param {Family} family
 * @returns {{ name: string, quality: Quality, leastInk: number }[]} bad: not to be read; leastInk: for handOf and stampOf
 */
export function captureStyles(family) {
  return STYLES[family].map(({ name, quality, leastInk }) => ({ name, quality, leastInk }));
}

/**
 * The page as a scanner or a camera gives it.
 * @param {import('@napi-rs/canvas').Canvas} canvas a page of 200 dots per inch
 * @param {string} styleName of either family; "name@90" is turned by so many degrees clockwise
 * @param {Random} random
 * @returns {Promise<Captured>}
 */
export async function capture(canvas, styleName, random) {
  const [name, degrees = '0'] = styleName.split('@');
  const style = [...TUNE_STYLES, ...REPORT_STYLES].find((one) => one.name === name);
  if (!style) throw new Error(`No such style of capture: ${styleName}`);
  /** @type {import('./steps.mjs').Shot} */
  let shot = { picture: pictureOf(canvas), matrix: UNMOVED };
  for (const step of [...style.steps, turn(Number(degrees))]) shot = await step(shot, random);
  const { picture, matrix } = shot;
  const image = style.store ? await asJpeg(picture, random.integer(...style.store)) : await asPng(picture);
  const { width, height } = picture;
  return {
    image,
    format: style.store ? 'jpeg' : 'png',
    width,
    height,
    toCaptured: (box) => uprightBox(box, matrix, width, height),
  };
}

/**
 * @param {readonly number[]} box
 * @param {import('./geometry.mjs').Matrix} matrix
 * @param {number} width
 * @param {number} height
 * @returns {Box}
 */
function uprightBox([x0 = 0, y0 = 0, x1 = 0, y1 = 0], matrix, width, height) {
  const corners = [applied(matrix, x0, y0), applied(matrix, x1, y0), applied(matrix, x1, y1), applied(matrix, x0, y1)];
  const [across, down] = [corners.map(([x]) => share(x, width)), corners.map(([, y]) => share(y, height))];
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}

/**
 * @param {number} value
 * @param {number} all
 */
function share(value, all) {
  return Math.max(0, Math.min(1, value / all));
}
