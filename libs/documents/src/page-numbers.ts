import type { Facts } from './facts.js';
import { missingNumbers, pageNumberOn } from './fields/page-number.js';
import { grow } from './pages/geometry.js';
import type { PageReader } from './words/page-reader.js';
import type { ReadPage } from './words/read-page.js';
import { readAgain } from './words/second-reading.js';
import type { Line } from './words/word.js';

/** Gaps in the printed page numbers; a page whose number is ahead of its place is read a second time. */
export async function missingPagesOf(pages: readonly ReadPage[], reader: PageReader): Promise<Facts['missingPages']> {
  const printed: (number | null)[] = [];
  const confirmed = new Map<number, boolean>();
  for (const [index, page] of pages.entries()) {
    const found = index === 0 ? null : numberLine(page);
    if (found === null || found.number <= index + 1) {
      printed.push(found?.number ?? null);
      continue;
    }
    const again = page.isDigital ? found.number : await readNumber(page, found.line, reader);
    printed.push(again === null || again === found.number ? found.number : again);
    confirmed.set(index, again === found.number);
  }
  return missingNumbers(printed).map((number) => {
    const index = printed.findIndex((value) => value !== null && value > number);
    return { number, page: pages[index]!.view.page, isConfirmed: confirmed.get(index) ?? false };
  });
}

function numberLine(page: ReadPage): { number: number; line: Line } | null {
  const { width, height } = page.view.print;
  for (const line of page.lines) {
    const isAtEdge = line.box[3] < height * 0.09 || line.box[1] > height * 0.93;
    const center = (line.box[0] + line.box[2]) / 2 / width;
    const number = isAtEdge && center > 0.2 ? pageNumberOn(line.text) : null;
    if (number !== null && number > 0) return { number, line };
  }
  return null;
}

async function readNumber(page: ReadPage, line: Line, reader: PageReader): Promise<number | null> {
  const around = grow(line.box, 3 * page.view.mm);
  const lines = await readAgain(page.view, null, around, { reader, layout: 'line' });
  return lines.map((again) => pageNumberOn(again.text)).find((number) => number !== null) ?? null;
}
