// The set: papers of many bodies in shared forms, and twins of some of them.
import { fingerprintOf } from '@aigaq/fingerprints';
import { createHash } from 'node:crypto';
import { capture } from './capture.mjs';
import { drawPaper, HEIGHT, WIDTH } from './draw.mjs';
import { errorRate, readWords } from './reading.mjs';
import { contentOf, markOf, textOf } from './texts.mjs';

/** @typedef {import('../../scans/random.mjs').Random} Random */
/** @typedef {import('./capture.mjs').Handling} Handling */
/** @typedef {import('@aigaq/fingerprints').Fingerprint} Fingerprint */
/** @typedef {(typeof WAYS)[number]} Way */
/** @typedef {{ fingerprint: Fingerprint, twinOf?: number, way?: Way, isRead: boolean }} Paper */

export const WAYS = /** @type {const} */ (['exact', 'rescanned', 'slanted', 'turned', 'cropped', 'redated', 'retold']);

/** What a paper is made of: made again, it is the same. @param {Random} random */
function originalOf(random) {
  const text = textOf(random.fork('text'));
  return { text, mark: markOf(random.fork('mark'), text.language) };
}

/**
 * Another paper in the same form. Half of its content may be that of the first: last year's plan with new points, a report with other figures.
 * @param {ReturnType<typeof originalOf>} original @param {Random} random
 */
function neighbourOf({ text }, random) {
  const fresh = contentOf(random, text.kind, text.language);
  const kept = random.chance(0.5) ? text.content.length >> 1 : 0;
  const content = text.kind === 'figures' ? fresh : [...text.content.slice(0, kept), ...fresh.slice(kept)];
  return { text: { ...text, content }, mark: markOf(random, text.language) };
}

/** @param {Random} random of the whole set @param {number} count @returns {AsyncGenerator<Paper>} originals, a quarter of them neighbours of the one before */
export async function* originals(random, count) {
  let last;
  for (let place = 0; place < count; place += 1) {
    const own = random.fork(`paper ${place}`);
    last = last && own.chance(0.25) ? neighbourOf(last, own) : originalOf(own);
    yield scanOf(last, {}, { print: own.fork('print'), scan: own.fork('scan') });
  }
}

/** The same paper handed in again. @param {Random} random of the whole set @param {number} place of the original @param {Way} way @returns {Promise<Paper>} */
export async function twin(random, place, way) {
  const own = random.fork(`paper ${place}`);
  const made = madeAt(random, place);
  if (way === 'exact') return { ...(await scanOf(made, {}, { print: own.fork('print'), scan: own.fork('scan') })), twinOf: place, way };
  const other = random.fork(`twin ${place}`);
  const { date, number, body, signatory } = markOf(other.fork('mark'), made.text.language);
  // Retold: printed anew for another body. Redated: the same sheets, only number and date are others.
  const mark = way === 'retold' ? { date, number, body, signatory } : way === 'redated' ? { ...made.mark, date, number } : made.mark;
  const print = way === 'retold' ? other.fork('print') : own.fork('print');
  return { ...(await scanOf({ ...made, mark }, handlingOf(way, other), { print, scan: other.fork('scan') })), twinOf: place, way };
}

/** @param {Random} random @param {number} place @returns {ReturnType<typeof originalOf>} */
function madeAt(random, place) {
  const own = random.fork(`paper ${place}`);
  return place > 0 && own.chance(0.25) ? neighbourOf(madeAt(random, place - 1), own) : originalOf(own);
}

/** @param {Way} way @param {Random} random @returns {Handling} */
function handlingOf(way, random) {
  if (way === 'slanted') return { angle: random.real(1.5, 5) * random.pick([-1, 1]) };
  if (way === 'turned') return { turn: random.pick([90, 180, 270]) };
  if (way === 'cropped') return { crop: random.pick([[0, random.real(0.06, 0.2), 0, 0], [0, 0, 0, random.real(0.06, 0.2)], [random.real(0.02, 0.12), random.real(0.02, 0.08), random.real(0.02, 0.12), 0], [0, 0.09, 0, 0.09]]) };
  return {};
}

/** @param {ReturnType<typeof originalOf>} made @param {Handling} handling @param {{ print: Random, scan: Random }} random @returns {Promise<Paper>} */
async function scanOf({ text, mark }, handling, { print, scan }) {
  const rate = errorRate(scan);
  const sha = createHash('sha256');
  const pages = [];
  for (const page of drawPaper(text, mark, print)) {
    const picture = await capture(page, handling, scan);
    sha.update(picture.data);
    pages.push({ picture, words: readWords(leftOver(page.words, handling.crop), rate, scan) });
  }
  return { fingerprint: fingerprintOf(sha.digest('hex'), pages), isRead: rate < 1 };
}

/** @param {import('./draw.mjs').PlacedWord[]} words @param {Handling['crop']} crop */
function leftOver(words, [left, top, right, bottom] = [0, 0, 0, 0]) {
  return words.filter(({ x, y, width }) => x > left * WIDTH && x + width < (1 - right) * WIDTH && y - 10 > top * HEIGHT && y < (1 - bottom) * HEIGHT);
}
