import type { Box, DocumentKind, Expectation } from './document.js';
import type { Block } from './blocks/block.js';
import type { Reading } from './facts.js';
import { findDates, hasMisreadYear } from './fields/dates.js';
import { kindOfHeading } from './fields/kind.js';
import { isPartOf, numberOnLine, sameNumber } from './fields/numbers.js';
import { grow, unite } from './pages/geometry.js';
import { asShown } from './pages/view.js';
import type { PageReader } from './words/page-reader.js';
import type { ReadPage } from './words/read-page.js';
import { readAgain } from './words/second-reading.js';
import { lettersOf, type Cell, type Line } from './words/word.js';

/** The kind of paper by its heading: the first known title in the upper part of the first page. */
export function kindOf(page: ReadPage, lines: readonly Line[] = page.lines): Reading<DocumentKind> | null {
  const upper = lines.filter((line) => line.box[1] < page.view.print.height * 0.55);
  for (const text of [cellsOf(upper), upper.map((line) => ({ text: line.text, box: line.box })), pairsOf(upper)]) {
    for (const { text: heading, box } of text) {
      const kind = kindOfHeading(heading);
      if (kind !== null) return { value: kind, page: page.view.page, box: asShown(page.view, box), isConfirmed: true };
    }
  }
  return null;
}

/** Reads the place of the title again: below the approval block, where its stamp likes to cover it, or the top of the page. */
export async function kindAgain(page: ReadPage, approval: Block | null, reader: PageReader): Promise<Reading<DocumentKind> | null> {
  if (page.isDigital || page.isBlank) return null;
  const { view } = page;
  const top = approval === null ? 0 : approval.box[3] + view.mm;
  const region: Box = [0.15 * view.print.width, top, 0.85 * view.print.width, top + (approval === null ? 80 : 28) * view.mm];
  return kindOf(page, await readAgain(page, null, region, { reader, layout: 'scattered' }));
}

type Heading = { readonly text: string; readonly box: Box };

function cellsOf(lines: readonly Line[]): Heading[] {
  return lines.flatMap((line) => line.cells.map(({ text, box }) => ({ text, box })));
}

/** A title broken over two lines. */
function pairsOf(lines: readonly Line[]): Heading[] {
  return lines.slice(1).map((line, index) => ({ text: `${lines[index]!.text} ${line.text}`, box: unite([lines[index]!.box, line.box]) }));
}

interface Found {
  readonly value: string;
  readonly box: Box;
}

/** The registration number; one that differs from the card is read a second time. */
export async function numberOf(page: ReadPage, expected: Expectation, reader: PageReader): Promise<Reading<string> | null> {
  const upper = page.lines.filter((line) => line.box[1] < page.view.print.height * 0.6);
  const found = firstNumber(upper);
  if (found === null) return null;
  const { number: wanted } = expected;
  // The card's spelling: recognition writes е for the ө of a number.
  if (wanted !== undefined && sameNumber(found.value, wanted)) return reading(page, { ...found, value: wanted }, true);
  if (wanted === undefined || page.isDigital) return reading(page, found, true);
  const again = firstNumber(await readAgain(page, null, aroundLine(found.box, page), { reader, layout: 'line' }));
  if (again !== null && sameNumber(again.value, wanted)) return reading(page, { value: wanted, box: found.box }, true);
  const isSure = again !== null && sameNumber(again.value, found.value) && !isPartOf(found.value, wanted);
  return reading(page, found, isSure);
}

function firstNumber(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    for (const cell of [...line.cells, { text: line.text, box: line.box }]) {
      const value = numberOnLine(cell.text);
      if (value !== null) return { value, box: cell.box };
    }
  }
  return null;
}

/** The date of the approval block, otherwise that of the number line; one that differs from the card is read a second time. */
export async function dateOf(
  page: ReadPage,
  approval: Block | null,
  expected: Expectation,
  reader: PageReader,
): Promise<Reading<string> | null> {
  // Where an approval has to be, the date is its date: another date of the page says nothing.
  const fromLine = expected.approval === 'required' ? null : lineDate(page);
  const found = approval === null ? fromLine : blockDate(approval, expected);
  if (found === null) return null;
  if (expected.date === undefined || found.value === expected.date || page.isDigital) return reading(page, found, true);
  const lines = await readAgain(page, null, aroundLine(found.box, page), { reader, layout: 'line' });
  const again = lines.flatMap((line) => findDates(line.text))[0];
  if (again?.date === expected.date) return reading(page, { ...found, value: again.date }, true);
  return reading(page, found, again?.date === found.value);
}

function blockDate({ dateText, dateBox }: Block, { date: expected }: Expectation): Found | null {
  if (dateText === null || dateBox === null) return null;
  const found = findDates(dateText)[0]?.date;
  const isExpected = found === undefined && expected !== undefined && hasMisreadYear(dateText, expected);
  const value = isExpected ? expected : found;
  return value === undefined ? null : { value, box: dateBox };
}

/** A date that stands alone in its cell, in the upper part of the page. */
function lineDate(page: ReadPage): Found | null {
  const upper = page.lines.filter((line) => line.box[1] < page.view.print.height * 0.6);
  for (const cell of upper.flatMap((line) => [...line.cells, wholeLine(line)])) {
    const found = findDates(cell.text)[0];
    if (found === undefined) continue;
    const rest = cell.text.slice(0, found.start) + cell.text.slice(found.end);
    if (lettersOf(rest.replace(/№\s*\S+/u, '')) <= 8) return { value: found.date, box: cell.box };
  }
  return null;
}

function wholeLine(line: Line): Pick<Cell, 'text' | 'box'> {
  return { text: line.text.replace(/\s+/gu, ' '), box: line.box };
}

function aroundLine(box: Box, page: ReadPage): Box {
  return grow(box, 1.2 * page.view.mm);
}

function reading(page: ReadPage, { value, box }: Found, isConfirmed: boolean): Reading<string> {
  return { value, page: page.view.page, box: asShown(page.view, box), isConfirmed };
}
