import { limits, page as pageLimits } from '../thresholds.js';
import type { OfficeContent } from './office-text.js';

/** One word with its place on the laid-out page, in pixels. */
export interface LaidWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export type LaidPage = readonly LaidWord[];

const width = pageLimits.shortSidePixels;
const height = Math.round((width * 297) / 210);
const fontSize = 20;

/** A4 in a fixed pitch: where each word stands is known without the letters of any font. Lengths in pixels. */
export const layout = { width, height, margin: 118, fontSize, advance: fontSize * 0.602, line: 30, cellGap: 60 };

/** One more than a paper may have tells that it has too many. */
const mostPages = limits.pages + 1;

/** Text on pages, in the order of the document; looks (fonts, alignment, columns) are not kept. */
export function layOut(lines: OfficeContent['lines']): LaidPage[] {
  const pages: LaidWord[][] = [[]];
  const rowsOnPage = Math.floor((layout.height - 2 * layout.margin) / layout.line);
  let row = 0;
  const turn = (): void => {
    if (pages.at(-1)!.length > 0) pages.push([]);
    row = 0;
  };
  for (const line of lines) {
    if (line === null) turn();
    for (const words of line === null ? [] : rowsOf(line)) {
      if (row === rowsOnPage) turn();
      if (pages.length > mostPages) return pages.slice(0, mostPages);
      const y = layout.margin + row * layout.line;
      pages.at(-1)!.push(...words.map(({ text, x }) => ({ text, x, y })));
      row += 1;
    }
  }
  return pages.at(-1)!.length === 0 && pages.length > 1 ? pages.slice(0, -1) : pages;
}

type Placed = Omit<LaidWord, 'y'>;

/** A line broken where the page ends; an empty line keeps its place. */
function rowsOf(cells: readonly string[]): Placed[][] {
  const rows: Placed[][] = [[]];
  let x = layout.margin;
  cells.forEach((cell, index) => {
    if (index > 0) x += layout.cellGap;
    for (const text of wordsOf(cell)) {
      const length = text.length * layout.advance;
      if (x + length > layout.width - layout.margin && rows.at(-1)!.length > 0) {
        rows.push([]);
        x = layout.margin;
      }
      rows.at(-1)!.push({ text, x });
      x += length + layout.advance;
    }
  });
  return rows;
}

/** A word longer than a row is cut. */
function wordsOf(cell: string): string[] {
  const most = Math.floor((layout.width - 2 * layout.margin) / layout.advance);
  return cell.split(/\s+/u).filter((word) => word !== '').flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? []);
}
