import type { Box, CheckedPage, PaperFile } from './document.js';
import { mapPoint } from './pages/geometry.js';
import { openPaper } from './pages/source.js';
import { asShown, type PageView } from './pages/view.js';
import { sideBySide } from './side-by-side.js';
import type { PageReader } from './words/page-reader.js';
import { readPage, type ReadPage } from './words/read-page.js';
import type { Word } from './words/word.js';

/** x and y in fractions (0-1) of the page as a viewer shows it. */
export type Point = readonly [number, number];

/** A word with its place on the page as shown; on a turned or skewed page its sides are not parallel to those of the page. */
export interface PlacedWord {
  readonly text: string;
  /** 0-100 */
  readonly confidence: number;
  /** The upright box around the word. */
  readonly box: Box;
  /** Where the word stands on its line: begin and end of the foot of its letters, and the top above the begin. */
  readonly foot: readonly [Point, Point];
  readonly top: Point;
}

export interface TextPage {
  readonly page: number;
  /** Pixels of the picture that was read. */
  readonly width: number;
  readonly height: number;
  readonly rotation: CheckedPage['rotation'];
  readonly blank: boolean;
  /** True when the page carries good text of its own, so that nothing had to be recognised. */
  readonly digital: boolean;
  /** From top to bottom, words from left to right. */
  readonly lines: readonly (readonly PlacedWord[])[];
}

export interface WholePaperOptions {
  /** Pages wanted, from 1; all when absent. */
  readonly pages?: readonly number[];
}

/**
 * Reads every page wholly, the middle ones too, of which a check reads only strips.
 * Throws when a file cannot be opened.
 */
export async function readWholePaper(files: readonly PaperFile[], reader: PageReader, { pages }: WholePaperOptions = {}): Promise<TextPage[]> {
  const source = await openPaper(files);
  try {
    const wanted = pages ?? Array.from({ length: source.pages }, (_, at) => at + 1);
    return await sideBySide(wanted.filter((page) => page <= source.pages), async (page) => textPage(await readPage(source, page, reader, 'words')));
  } finally {
    source.close();
  }
}

/** The text of a page, one row of print per line. */
export function plainText({ lines }: Pick<TextPage, 'lines'>): string {
  return lines.map((words) => words.map(({ text }) => text).join(' ')).join('\n');
}

function textPage({ view, lines, isBlank, isDigital }: ReadPage): TextPage {
  return {
    page: view.page,
    width: view.shown.width,
    height: view.shown.height,
    rotation: view.rotation,
    blank: isBlank,
    digital: isDigital,
    lines: lines.map((line) => line.cells.flatMap((cell) => cell.words.map((word) => placed(word, view)))),
  };
}

function placed({ text, confidence, box }: Word, view: PageView): PlacedWord {
  const point = (x: number, y: number): Point => {
    const [shownX, shownY] = mapPoint(view.toShown, x, y);
    return [fraction(shownX / view.shown.width), fraction(shownY / view.shown.height)];
  };
  const [x0, y0, x1, y1] = box;
  return { text, confidence, box: asShown(view, box), foot: [point(x0, y1), point(x1, y1)], top: point(x0, y0) };
}

function fraction(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
