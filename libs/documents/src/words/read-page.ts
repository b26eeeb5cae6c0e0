import type { Box, CheckedPage } from '../document.js';
import { marksOn } from '../marks/page-marks.js';
import { signaturesOf } from '../marks/signatures-on-page.js';
import type { Mark } from '../marks/mark.js';
import type { PageSource } from '../pages/source.js';
import { cut, type Raster } from '../pages/raster.js';
import { asShown, digitalView, lightPage, viewOf, type PageView } from '../pages/view.js';
import { page as pageLimits } from '../thresholds.js';
import { linesOf } from './lines.js';
import type { PageReader } from './page-reader.js';
import { layerWords } from './text-layer.js';
import { readUpright, sense } from './upright.js';
import { lettersOf, type Line, type Word } from './word.js';

export { asShown };

/** A page with what was read on it. */
export interface ReadPage {
  readonly view: PageView;
  readonly words: readonly Word[];
  readonly lines: readonly Line[];
  readonly isBlank: boolean;
  /** True when the page was made by a program and not scanned. */
  readonly isDigital: boolean;
  /** True when all of the page was read, false when only strips were. */
  readonly isWhole: boolean;
  readonly hasPictures: boolean;
  readonly quality: CheckedPage['quality'];
  /** All that looks like a signature, a stamp or a QR code, sure or not. */
  readonly marks: readonly Mark[];
  /** Where QR codes are, in pixels, when the picture was not kept to look for them later. */
  readonly qrCodes?: readonly Box[];
  /** The page as shown, drawn so many times finer. */
  readonly finer: (factor: number) => Promise<Raster>;
}

/**
 * Reads a page: its own text when that is good, otherwise by recognition.
 * @param isWhole false: only what a page in the middle is needed for, unless it is signed
 */
export async function readPage(source: PageSource, page: number, reader: PageReader, isWhole: boolean): Promise<ReadPage> {
  const drawn = await source.draw(page);
  const { width, height } = drawn.picture;
  const finer = drawnOnce(source, page, Math.min(width, height));
  const layer = layerWords(drawn, width, height);
  if (layer !== null) {
    const view = digitalView(page, drawn);
    const hasPictures = drawn.pictures.length > 0;
    const marks = hasPictures ? await marksOn(view) : [];
    return finish({ view, words: layer, isDigital: true, isWhole: true, hasPictures, marks, finer }, 255);
  }
  const lit = lightPage(page, drawn);
  const seemsBlank = lit.isBlank ? viewOf(lit, 0) : null;
  if (seemsBlank !== null && !(await hasWords(seemsBlank, reader))) {
    const empty = { view: seemsBlank, words: [], isDigital: false, isWhole: true, hasPictures: false, marks: [], finer };
    return { ...finish(empty, 255), isBlank: true };
  }
  const { view, words } = await readUpright(lit, reader, isWhole ? readWhole : readStrips);
  const marks = await marksOn(view);
  const read = { view, words, isDigital: false, isWhole, hasPictures: false, marks, finer };
  // Somebody signed in the middle of the paper: an order with its annexes behind.
  const isSignedHere = !isWhole && signaturesOf(marks).length > 0;
  return finish(isSignedHere ? { ...read, words: await readWhole(view, reader), isWhole: true } : read, lit.contrast);
}

/** A page with one short line has as little ink as an empty one with dirt on it. */
async function hasWords(view: PageView, reader: PageReader): Promise<boolean> {
  const words = await readWhole(view, reader);
  return words.some(({ text, confidence }) => confidence >= pageLimits.confidentWord && lettersOf(text) >= pageLimits.wordLetters);
}

/** One finer picture is kept while the paper is checked: a page is often read again at several places. */
function drawnOnce(source: PageSource, page: number, shortSide: number): ReadPage['finer'] {
  let kept: { readonly factor: number; readonly picture: Promise<Raster> } | undefined;
  return (factor) => {
    if (kept?.factor !== factor) {
      kept = { factor, picture: source.draw(page, { shortSide: Math.round(shortSide * factor) }).then(({ picture }) => picture) };
    }
    return kept.picture;
  };
}

async function readWhole(view: PageView, reader: PageReader): Promise<Word[]> {
  return reader.read(view.print, { layout: 'scattered' });
}

/** Of a middle page: the top and the foot, where page numbers stand, and a few lines that tell which way is up. */
async function readStrips(view: PageView, reader: PageReader): Promise<Word[]> {
  const { width, height } = view.print;
  const strips = [[0, 0.09], [0.46, 0.54], [0.93, 1]].map(([from, to]) => ({
    top: Math.round(from! * height),
    picture: cut(view.print, [0, from! * height, width, to! * height]),
  }));
  const words = await reader.read(stack(strips.map((strip) => strip.picture)), { layout: 'scattered' });
  let above = 0;
  return strips.flatMap(({ top, picture }) => {
    const [from, to] = [above, above + picture.height];
    above = to;
    return words.filter((word) => middle(word) >= from && middle(word) < to).map((word) => moved(word, top - from));
  });
}

function middle(word: Word): number {
  return (word.box[1] + word.box[3]) / 2;
}

function moved(word: Word, down: number): Word {
  const [x0, y0, x1, y1] = word.box;
  return { ...word, box: [x0, y0 + down, x1, y1 + down] };
}

function stack(pictures: readonly Raster[]): Raster {
  const [first] = pictures;
  const height = pictures.reduce((sum, picture) => sum + picture.height, 0);
  const data = Buffer.concat(pictures.map((picture) => picture.data));
  return { width: first!.width, height, channels: first!.channels, data };
}

function finish(read: Omit<ReadPage, 'lines' | 'quality' | 'isBlank'>, contrast: number): ReadPage {
  return { ...read, lines: linesOf(read.words, read.view.mm), isBlank: false, quality: qualityOf(read, contrast) };
}

/** Poor: pale print, or too many words that recognition is not sure of. */
function qualityOf({ words, isWhole }: Pick<ReadPage, 'words' | 'isWhole'>, contrast: number): CheckedPage['quality'] {
  if (contrast < pageLimits.poorContrast) return 'poor';
  if (!isWhole) return 'good';
  const long = words.filter((word) => lettersOf(word.text) >= 2);
  return long.length >= pageLimits.poorWords && sense(words) < pageLimits.poorConfidentShare ? 'poor' : 'good';
}
