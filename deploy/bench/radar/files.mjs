// Papers as files come in: with a text layer, as scans that the product's own reading reads, as scans whose reading is imitated.
import { fingerprintOf } from '@aigaq/fingerprints';
import { createHash } from 'node:crypto';
import { picturePdf } from '../../scans/files/picture-pdf.mjs';
import { capture } from './capture.mjs';
import { drawPaper, HEIGHT, WIDTH } from './draw.mjs';
import { errorRate, readWords } from './reading.mjs';

/** @typedef {import('../../scans/random.mjs').Random} Random */
/** @typedef {import('./capture.mjs').Handling} Handling */
/** @typedef {import('@aigaq/fingerprints').PaperPage} PaperPage */
/** @typedef {{ text: import('./texts.mjs').PaperText, mark: import('./texts.mjs').Mark }} Made */
/** @typedef {'read' | 'imitated' | 'digital'} Source */
/** @typedef {{ print: Random, scan: Random }} Randoms */
/** @typedef {{ fingerprint: import('@aigaq/fingerprints').Fingerprint, isRead: boolean }} Filed */

/** 150 dpi. */
const FINE = 1.7;

export class Files {
  /** @param {import('./recognition.mjs').Recognition} recognition */
  constructor(recognition) {
    this.recognition = recognition;
  }

  /** @param {Made} made @param {Handling} handling @param {Source} source @param {Randoms} random @returns {Promise<Filed>} */
  scan(made, handling, source, random) {
    if (source === 'read') return this.#read(made, handling, random);
    return source === 'digital' ? digital(made, random) : imitated(made, handling, random);
  }

  /** @param {Made} made @param {Handling} handling @param {Randoms} random @returns {Promise<Filed>} */
  async #read({ text, mark }, handling, { print, scan }) {
    const scans = [];
    for (const page of drawPaper(text, mark, print, FINE)) {
      const { width, height, jpeg } = await capture(page, handling, scan);
      scans.push(/** @type {import('../../scans/capture/capture.mjs').Captured} */ ({ image: jpeg, format: 'jpeg', width, height }));
    }
    const pdf = await picturePdf(scans, 595);
    return filed(createHash('sha256').update(pdf).digest('hex'), await this.recognition.pages(pdf));
  }
}

/** @param {Made} made @param {Randoms} random @returns {Promise<Filed>} */
async function digital({ text, mark }, { print }) {
  const sha = createHash('sha256');
  const pages = drawPaper(text, mark, print).map(({ canvas, words }) => {
    const colour = canvas.data();
    sha.update(colour);
    // Print is grey: one colour tells the darkness.
    return { picture: { width: WIDTH, height: HEIGHT, data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => colour[at * 4] ?? 0) }, words: words.map((word) => word.text) };
  });
  return filed(sha.digest('hex'), pages);
}

/** @param {Made} made @param {Handling} handling @param {Randoms} random @returns {Promise<Filed>} */
async function imitated({ text, mark }, handling, { print, scan }) {
  const rate = errorRate(scan);
  const sha = createHash('sha256');
  const pages = [];
  for (const page of drawPaper(text, mark, print)) {
    const picture = await capture(page, handling, scan);
    sha.update(picture.data);
    pages.push({ picture, words: readWords(page.words, rate, scan) });
  }
  return filed(sha.digest('hex'), pages);
}

/** @param {string} sha256 @param {readonly PaperPage[]} pages @returns {Filed} */
function filed(sha256, pages) {
  return { fingerprint: fingerprintOf(sha256, pages), isRead: pages.some(({ words }) => words.length > 0) };
}
