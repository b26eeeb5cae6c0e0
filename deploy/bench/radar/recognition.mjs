// Scans through the reading of the product. What was read is kept in a folder, so that the radar can be measured again without reading again.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from '../../local/session.mjs';

/** @typedef {import('@aigaq/fingerprints').PaperPage} PaperPage */

const require = createRequire(join(root, 'libs/documents/package.json'));

export class Recognition {
  /** Papers that were read in this run, and those that had been read before. */
  counts = { now: 0, before: 0 };
  /** @type {any} */
  #documents;
  /** @type {any} */
  #reader;

  /** @param {string} folder delete it when the reading changes */
  constructor(folder) {
    this.folder = folder;
  }

  /** As the check of a paper hands them to the radar (services/evidence, checked-paper). @param {Buffer} pdf @returns {Promise<PaperPage[]>} */
  async pages(pdf) {
    const place = join(this.folder, createHash('sha256').update(pdf).digest('hex'));
    const kept = await keptWords(place);
    this.counts[kept ? 'before' : 'now'] += 1;
    return kept ? Promise.all(kept.map(async (words, page) => ({ words, picture: await pictureAt(`${place}-${page}.png`) }))) : this.#read(pdf, place);
  }

  async close() {
    await this.#reader?.close();
  }

  /** @param {Buffer} pdf @param {string} place @returns {Promise<PaperPage[]>} */
  async #read(pdf, place) {
    this.#documents ??= await import(require.resolve('@aigaq/documents'));
    this.#reader ??= new this.#documents.TesseractReader(this.#documents.installedTesseract(process.env));
    /** @type {any[]} */
    const read = await this.#documents.readPaperPages(new Uint8Array(pdf), 'pdf', this.#reader);
    const pages = read.map(({ view, lines, isWhole }) => ({ picture: view.grey, words: isWhole ? wordsOf(lines) : [] }));
    await mkdir(this.folder, { recursive: true });
    for (const [page, { picture }] of pages.entries()) {
      const { width, height, data } = picture;
      await sharp(data, { raw: { width, height, channels: 1 } }).png({ compressionLevel: 3 }).toFile(`${place}-${page}.png`);
    }
    await writeFile(`${place}.json`, JSON.stringify(pages.map(({ words }) => words)));
    return pages;
  }
}

/** @param {{ cells: { words: { text: string }[] }[] }[]} lines @returns {string[]} */
const wordsOf = (lines) => lines.flatMap(({ cells }) => cells.flatMap(({ words }) => words.map(({ text }) => text)));

/** @param {string} place @returns {Promise<string[][] | undefined>} */
async function keptWords(place) {
  try {
    return JSON.parse(await readFile(`${place}.json`, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {string} file @returns {Promise<PaperPage['picture']>} */
async function pictureAt(file) {
  const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
