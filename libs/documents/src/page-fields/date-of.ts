import type { Box, Expectation } from '../document.js';
import type { Block } from '../blocks/block.js';
import type { Reading } from '../facts.js';
import { findDates, hasMisreadYear } from '../fields/dates.js';
import type { PageReader } from '../words/page-reader.js';
import type { ReadPage } from '../words/read-page.js';
import { readAgain } from '../words/second-reading.js';
import { lettersOf, type Cell, type Line } from '../words/word.js';
import { lineAgain, readingOf, type Found } from './found.js';

/** The date of the approval block, otherwise that of the number line; one that differs from the card is read a second time. */
export async function dateOf(page: ReadPage, approval: Block | null, expected: Expectation, reader: PageReader): Promise<Reading<string> | null> {
  const found = approval === null ? lineDate(page, expected) : (blockDate(approval, expected) ?? (await blockDateAgain(page, approval, reader)));
  if (found === null) return null;
  if (expected.date === undefined || found.value === expected.date || page.isDigital) return readingOf(page, found, true);
  const again = dateIn(await lineAgain(page, found.box, reader));
  return readingOf(page, again === expected.date ? { ...found, value: again } : found, again === expected.date || again === found.value);
}

function blockDate({ dateText, dateBox }: Block, { date: expected }: Expectation): Found | null {
  if (dateText === null || dateBox === null) return null;
  const found = findDates(dateText)[0]?.date;
  const isExpected = found === undefined && expected !== undefined && hasMisreadYear(dateText, expected);
  const value = isExpected ? expected : found;
  return value === undefined ? null : { value, box: dateBox };
}

/** The line of the date with the room around it: a stamp over its day may have cut it off. Two readings have to agree. */
async function blockDateAgain(page: ReadPage, block: Block, reader: PageReader): Promise<Found | null> {
  const line = page.isDigital ? null : dateLine(block, page.view.mm);
  if (line === null) return null;
  const faded = dateIn(await readAgain(page, null, line, { reader, layout: 'block', colour: 'faded' }));
  const kept = dateIn(await readAgain(page, null, line, { reader, layout: 'block', colour: 'kept' }));
  return faded !== undefined && faded === kept ? { value: faded, box: block.dateBox ?? line } : null;
}

/** Where the date stands or, when nothing of it was read, should stand: below the name. */
function dateLine({ box, dateBox, nameBox }: Block, mm: number): Box | null {
  const [left, right] = [box[0] - 6 * mm, box[2] + 6 * mm];
  if (dateBox !== null) return [left, dateBox[1] - 2.5 * mm, right, dateBox[3] + 2.5 * mm];
  return nameBox === null ? null : [left, nameBox[3], right, nameBox[3] + 12 * mm];
}

function dateIn(lines: readonly Line[]): string | undefined {
  return lines.flatMap(({ text }) => findDates(text))[0]?.date;
}

/** What belongs to a date or a number and is no sentence. */
const besideDate = /№\s*\S+|(?<!\p{L})(от|года?|жылғы|исх|шы[ғг])(?!\p{L})/giu;

/**
 * A date that stands alone in its cell, in the upper part of the page. Where an approval has to be, the date is its date: another
 * date of the page says nothing.
 */
function lineDate(page: ReadPage, { approval }: Expectation): Found | null {
  if (approval === 'required') return null;
  const upper = page.lines.filter((line) => line.box[1] < page.view.print.height * 0.6);
  for (const { text, box } of upper.flatMap((line) => [...line.cells, wholeLine(line)])) {
    const found = findDates(text)[0];
    if (found === undefined) continue;
    const rest = text.slice(0, found.start) + text.slice(found.end);
    if (lettersOf(rest.replace(besideDate, '')) <= 8) return { value: found.date, box };
  }
  return null;
}

function wholeLine(line: Line): Pick<Cell, 'text' | 'box'> {
  return { text: line.text.replace(/\s+/gu, ' '), box: line.box };
}
