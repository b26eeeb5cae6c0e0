import type { Box, Expectation } from '../document.js';
import type { Block } from '../blocks/block.js';
import type { Reading } from '../facts.js';
import { findDates, hasMisreadYear } from '../fields/dates.js';
import { differByLikeDigits } from '../fields/digits.js';
import { grow } from '../pages/geometry.js';
import type { PageReader } from '../words/page-reader.js';
import type { ReadPage } from '../words/read-page.js';
import { closerLooks, readAgain } from '../words/second-reading.js';
import { lettersOf, type Cell, type Line } from '../words/word.js';
import { readingOf, type Found } from './found.js';

/** The date of the approval block, otherwise that of the number line; one that differs from the card is read a second time. */
export async function dateOf(page: ReadPage, approval: Block | null, expected: Expectation, reader: PageReader): Promise<Reading<string> | null> {
  const found = approval === null ? await dateOnLine(page, expected, reader) : (blockDate(approval, expected) ?? (await blockDateAgain(page, approval, expected, reader)));
  if (found === null) return null;
  const isSettled = expected.date === undefined || found.value === expected.date || page.isDigital;
  return isSettled ? readingOf(page, found, true) : otherDate(page, found, expected.date, reader);
}

async function otherDate(page: ReadPage, found: Found, expected: string, reader: PageReader): Promise<Reading<string>> {
  const again = await readOften(page, grow(found.box, 1.2 * page.view.mm), expected, reader);
  if (again?.value === expected) return readingOf(page, { ...found, value: expected }, true);
  return readingOf(page, found, again?.value === found.value && !differByLikeDigits(found.value, expected));
}

function blockDate({ dateText, dateBox }: Block, { date: expected }: Expectation): Found | null {
  if (dateText === null || dateBox === null) return null;
  const found = findDates(dateText)[0]?.date;
  const isExpected = found === undefined && expected !== undefined && hasMisreadYear(dateText, expected);
  const value = isExpected ? expected : found;
  return value === undefined ? null : { value, box: dateBox };
}

/** The line of the date with the room around it: a stamp over its day may have cut it off. */
async function blockDateAgain(page: ReadPage, block: Block, { date }: Expectation, reader: PageReader): Promise<Found | null> {
  const line = page.isDigital ? null : dateLine(block, page.view.mm);
  return line === null ? null : readOften(page, line, date, reader);
}

const lineLooks = [
  { layout: 'line', colour: 'faded' },
  { layout: 'line', colour: 'softened' },
] as const;

/** What more than half of the readings with a date agree on; a date that nobody expects takes two of them. */
async function readOften(page: ReadPage, box: Box, expected: string | undefined, reader: PageReader): Promise<Found | null> {
  const readings = await Promise.all([...closerLooks, ...lineLooks].map((look) => readAgain(page, null, box, { reader, ...look })));
  const dates = readings.flatMap((lines) => {
    const isExpected = expected !== undefined && lines.some(({ text }) => hasMisreadYear(text, expected));
    return (isExpected ? expected : dateIn(lines)) ?? [];
  });
  const times = (date: string): number => dates.filter((other) => other === date).length;
  const value = dates.find((date) => times(date) * 2 > dates.length && (date === expected || times(date) > 1));
  return value === undefined ? null : { value, box };
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

/** Where an approval has to be, the date is its date: another date of the page says nothing. */
async function dateOnLine(page: ReadPage, { approval, date }: Expectation, reader: PageReader): Promise<Found | null> {
  if (approval === 'required') return null;
  const upper = page.lines.filter((line) => line.box[1] < page.view.print.height * 0.6);
  return lineDate(upper) ?? halfDateAgain(page, upper, date, reader);
}

/** "ентября 2022 года": the day lies under a stroke, and the line is read again with the room before it. */
async function halfDateAgain(page: ReadPage, lines: readonly Line[], expected: string | undefined, reader: PageReader): Promise<Found | null> {
  const half = lines.flatMap(({ cells }) => cells).find(({ text }) => /^\P{L}{0,4}\p{L}{3,9}\s20\d\d\s?(г|ж)[\p{L}.]*$/u.test(text.trim()));
  if (page.isDigital || half === undefined) return null;
  const { mm } = page.view;
  const [x0, y0, x1, y1] = half.box;
  return readOften(page, [Math.max(0, x0 - 30 * mm), y0 - 2.5 * mm, x1 + 4 * mm, y1 + 2.5 * mm], expected, reader);
}

/** A date that stands alone in its cell, in the upper part of the page. */
function lineDate(upper: readonly Line[]): Found | null {
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
