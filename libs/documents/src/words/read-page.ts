import type { Box, CheckedPage } from '../document.js';
import { findMarginStamp, marginStampAmong } from '../electronic/margin-stamp.js';
import { qrCodesOf } from '../electronic/qr.js';
import { marksOn } from '../marks/page-marks.js';
import { signaturesOf } from '../marks/signatures-on-page.js';
import { inkMasks } from '../ink/masks.js';
import type { Mark } from '../marks/mark.js';
import type { FinePage } from '../pages/closer-look.js';
import type { PageSource } from '../pages/source.js';
import { cut, wholeBox, type Raster } from '../pages/raster.js';
import { asShown, digitalView, lightPage, viewOf, type PageView } from '../pages/view.js';
import { page as pageLimits } from '../thresholds.js';
import { linesOf } from './lines.js';
import type { PageReader } from './page-reader.js';
import { moved, readStacked } from './stacked.js';
import { layerOf } from './text-layer.js';
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
  /** Boxes of QR codes, and of the line along a side edge that electronic copies carry; in pixels. */
  readonly qrCodes: readonly Box[];
  readonly marginStamp: Box | null;
  /** The page as shown, drawn so many times finer. */
  readonly finer: (factor: number) => Promise<Raster>;
}

/**
 * `whole`: all words and what else there is to see; `strips`: only what a page in the middle is needed for, unless it is signed;
 * `words`: nothing but all words.
 */
export type Extent = 'whole' | 'strips' | 'words';

/** What a page carries besides words. */
type Sights = Pick<ReadPage, 'marks' | 'qrCodes' | 'marginStamp'>;
const nothing: Sights = { marks: [], qrCodes: [], marginStamp: null };

/** Reads a page: its own text when that is good, otherwise by recognition. */
export async function readPage(source: PageSource, page: number, reader: PageReader, extent: Extent): Promise<ReadPage> {
  const drawn = await source.draw(page);
  const { width, height } = drawn.picture;
  const finer = drawnOnce(source, page, Math.min(width, height));
  const layer = layerOf(drawn, width, height);
  if (layer !== null) {
    const view = digitalView(page, drawn);
    const hasPictures = drawn.pictures.length > 0;
    const stamp = marginStampAmong(layer.edgeLines, drawn.picture);
    const sights = extent === 'words' ? nothing : await sightsOf({ view, finer }, reader, { hasMarks: hasPictures, hasMargin: stamp === null });
    return finish({ view, words: layer.words, isDigital: true, isWhole: true, hasPictures, finer, ...sights, marginStamp: stamp ?? sights.marginStamp }, 255);
  }
  const lit = lightPage(page, drawn);
  const seemsBlank = lit.isBlank ? viewOf(lit, 0) : null;
  if (seemsBlank !== null && !(await hasWords(seemsBlank, reader))) {
    const empty = { view: seemsBlank, words: [], isDigital: false, isWhole: true, hasPictures: false, finer, ...nothing };
    return { ...finish(empty, 255), isBlank: true };
  }
  const reading = readings[extent];
  const upright = await readUpright(lit, reader, (view) => reading({ view, finer }, reader));
  return finish({ ...upright, isDigital: false, hasPictures: false, finer }, lit.contrast);
}

/** The words are recognised by other processes: meanwhile this one looks for everything else. */
const readings: Readonly<Record<Extent, (page: FinePage, reader: PageReader) => Promise<Sights & Pick<ReadPage, 'words' | 'isWhole'>>>> = {
  whole: async (page, reader) => {
    const [words, sights] = await Promise.all([readWhole(page.view, reader), sightsOf(page, reader, { hasMarks: true, hasMargin: true })]);
    return { words, isWhole: true, ...sights };
  },
  strips: async ({ view }, reader) => {
    const seen = await marksAndCodes(view, true);
    // Somebody signed in the middle of the paper: an order with its annexes behind.
    const isWhole = signaturesOf(seen.marks).length > 0;
    return { words: await (isWhole ? readWhole(view, reader) : readStrips(view, reader)), isWhole, ...seen, marginStamp: null };
  },
  words: async ({ view }, reader) => ({ words: await readWhole(view, reader), isWhole: true, ...nothing }),
};

async function sightsOf(page: FinePage, reader: PageReader, { hasMarks, hasMargin }: { hasMarks: boolean; hasMargin: boolean }): Promise<Sights> {
  const [marginStamp, seen] = await Promise.all([hasMargin ? findMarginStamp(page, reader) : null, marksAndCodes(page.view, hasMarks)]);
  // Made once of each page, and better now than after its words are there.
  inkMasks(page.view);
  const isSeenInPart = hasMargin && marginStamp === null && seen.qrCodes.length > 0;
  return { ...seen, marginStamp: isSeenInPart ? await findMarginStamp(page, reader, true) : marginStamp };
}

async function marksAndCodes(view: PageView, hasMarks: boolean): Promise<Pick<Sights, 'marks' | 'qrCodes'>> {
  if (!hasMarks) return { marks: [], qrCodes: await qrCodesOf(view, []) };
  const marks = await marksOn(view);
  // The network overlooks none, however coarse; where it has no suspicion there is nothing to decode.
  return { marks, qrCodes: marks.some(({ kind }) => kind === 'qr') ? await qrCodesOf(view, marks) : [] };
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
async function readStrips({ print }: PageView, reader: PageReader): Promise<Word[]> {
  const strips = [[0, 0.09], [0.46, 0.54], [0.93, 1]].map(([from, to]) => wholeBox([0, from! * print.height, print.width, to! * print.height], print.width, print.height));
  const read = await readStacked(strips.map((strip) => cut(print, strip)), reader);
  return read.flatMap((words, index) => words.map((word) => moved(word, strips[index]![1])));
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
