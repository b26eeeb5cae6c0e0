import type { CheckedPage } from '../document.js';
import type { DrawnPage } from '../pages/source.js';
import { cut, type Raster } from '../pages/raster.js';
import { asShown, digitalView, lightPage, viewOf, type LitPage, type PageView, type Rotation } from '../pages/view.js';
import { page as pageLimits } from '../thresholds.js';
import { linesOf } from './lines.js';
import type { PageReader } from './page-reader.js';
import { layerWords } from './text-layer.js';
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
}

/** Reads a page: its own text when that is good, otherwise by recognition (all of it, or only what a middle page needs). */
export async function readPage(page: number, drawn: DrawnPage, reader: PageReader, isWhole: boolean): Promise<ReadPage> {
  const { width, height } = drawn.picture;
  const layer = layerWords(drawn, width, height);
  if (layer !== null) {
    const view = digitalView(page, drawn);
    return finish({ view, words: layer, isDigital: true, isWhole: true, hasPictures: drawn.pictures.length > 0 }, 255);
  }
  const lit = lightPage(page, drawn);
  if (lit.isBlank) {
    const empty = { view: viewOf(lit, 0), words: [], isDigital: false, isWhole: true, hasPictures: false };
    return { ...finish(empty, 255), isBlank: true };
  }
  const { view, words } = await readUpright(lit, reader, isWhole ? readWhole : readStrips);
  return finish({ view, words, isDigital: false, isWhole, hasPictures: false }, lit.contrast);
}

type Reading = (view: PageView, reader: PageReader) => Promise<Word[]>;

/** Reads the page the likelier way up and, when that makes no sense, the other way; the better reading wins. */
async function readUpright(lit: LitPage, reader: PageReader, read: Reading): Promise<{ view: PageView; words: Word[] }> {
  const [first, second]: readonly Rotation[] = lit.linesRunDown ? [90, 270] : [0, 180];
  const view = viewOf(lit, first!);
  const words = await read(view, reader);
  if (sense(words) >= 0.6 && words.length >= 8) return { view, words };
  const otherView = viewOf(lit, second!);
  const otherWords = await read(otherView, reader);
  const isOtherBetter = confidentLetters(otherWords) > 1.3 * confidentLetters(words);
  return isOtherBetter ? { view: otherView, words: otherWords } : { view, words };
}

function sense(words: readonly Word[]): number {
  const long = words.filter((word) => lettersOf(word.text) >= 3);
  return long.length === 0 ? 0 : long.filter((word) => word.confidence > pageLimits.confidentWord).length / long.length;
}

function confidentLetters(words: readonly Word[]): number {
  return words
    .filter((word) => word.confidence > pageLimits.confidentWord)
    .reduce((sum, word) => sum + lettersOf(word.text), 0);
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
