// The set: papers of many bodies in shared forms, and twins of some of them.
import { contentOf, markOf, textOf } from './texts.mjs';

/** @typedef {import('../../scans/random.mjs').Random} Random */
/** @typedef {import('./capture.mjs').Handling} Handling */
/** @typedef {import('./files.mjs').Files} Files */
/** @typedef {import('./files.mjs').Source} Source */
/** @typedef {import('@aigaq/fingerprints').Fingerprint} Fingerprint */
/** @typedef {(typeof WAYS)[number]} Way */
/** @typedef {{ fingerprint: Fingerprint, twinOf?: number, way?: Way, source: Source, isRead: boolean }} Paper */

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

/** A quarter of the papers are neighbours of the one before. @param {Random} own */
const isNeighbour = (own) => own.chance(0.25);

/** Of the papers that are handed in again every sixth is really read, both times. */
const READ = 6;

/**
 * How a paper comes in: every sixth of those that are handed in again, and their neighbours, as scans that are really read; the rest of these and
 * a third of all others as scans whose reading is imitated; the others as files with a text layer.
 * @param {Random} random of the whole set @param {number} place @param {number} every how far the papers that are handed in again stand apart @returns {Source}
 */
function sourceAt(random, place, every) {
  const [after, again] = [place % every, Math.floor(place / every)];
  if (after === 0 || (after === 1 && isNeighbour(random.fork(`paper ${place}`)))) return again % READ === 0 ? 'read' : 'imitated';
  return place % 3 === 0 ? 'imitated' : 'digital';
}

/** @param {Random} random of the whole set @param {number} count @param {number} every @param {Files} files @returns {AsyncGenerator<Paper>} */
export async function* originals(random, count, every, files) {
  let last;
  for (let place = 0; place < count; place += 1) {
    const own = random.fork(`paper ${place}`);
    last = isNeighbour(own) && last ? neighbourOf(last, own) : originalOf(own);
    const source = sourceAt(random, place, every);
    yield { ...(await files.scan(last, {}, source, { print: own.fork('print'), scan: own.fork('scan') })), source };
  }
}

/** The same paper handed in again. @param {Random} random of the whole set @param {number} place of the original @param {{ way: Way, source: Source, files: Files }} how @returns {Promise<Paper>} */
export async function twin(random, place, { way, source, files }) {
  const own = random.fork(`paper ${place}`);
  const made = madeAt(random, place);
  const other = random.fork(`twin ${place}`);
  const { date, number, body, signatory } = markOf(other.fork('mark'), made.text.language);
  // Retold: printed anew for another body. Redated: the same sheets, only number and date are others.
  const mark = way === 'retold' ? { date, number, body, signatory } : way === 'redated' ? { ...made.mark, date, number } : made.mark;
  const print = way === 'retold' ? other.fork('print') : own.fork('print');
  const scan = way === 'exact' ? own.fork('scan') : other.fork('scan');
  return { ...(await files.scan({ ...made, mark }, handlingOf(way, other), source, { print, scan })), source, twinOf: place, way };
}

/** @param {Random} random @param {number} place @returns {ReturnType<typeof originalOf>} */
function madeAt(random, place) {
  const own = random.fork(`paper ${place}`);
  return isNeighbour(own) && place > 0 ? neighbourOf(madeAt(random, place - 1), own) : originalOf(own);
}

/** @param {Way} way @param {Random} random @returns {Handling} */
function handlingOf(way, random) {
  if (way === 'slanted') return { angle: random.real(1.5, 5) * random.pick([-1, 1]) };
  if (way === 'turned') return { turn: random.pick([90, 180, 270]) };
  if (way === 'cropped') return { crop: random.pick([[0, random.real(0.06, 0.2), 0, 0], [0, 0, 0, random.real(0.06, 0.2)], [random.real(0.02, 0.12), random.real(0.02, 0.08), random.real(0.02, 0.12), 0], [0, 0.09, 0, 0.09]]) };
  return {};
}
