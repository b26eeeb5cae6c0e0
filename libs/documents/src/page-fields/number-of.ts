import type { Expectation } from '../document.js';
import type { Reading } from '../facts.js';
import { findDates } from '../fields/dates.js';
import { differByLikeDigits } from '../fields/digits.js';
import { endsWithNumber, isPartOf, numberOnLine, sameNumber } from '../fields/numbers.js';
import type { PageReader } from '../words/page-reader.js';
import type { ReadPage } from '../words/read-page.js';
import type { Cell, Line } from '../words/word.js';
import { lineAgain, readingOf, type Found } from './found.js';

/** Letters of "№" and a number. */
const longestNumber = 16;

/** The registration number; one that differs from the card is read a second time. */
export async function numberOf(page: ReadPage, { number: wanted }: Expectation, reader: PageReader): Promise<Reading<string> | null> {
  const upper = page.lines.filter((line) => line.box[1] < page.view.print.height * 0.6);
  const found = firstNumber(upper) ?? (await numberBesideDate(page, upper, wanted, reader));
  if (found === null) return null;
  // The card's spelling: recognition writes е for the ө of a number.
  if (wanted !== undefined && sameNumber(found.value, wanted)) return readingOf(page, { ...found, value: wanted }, true);
  return wanted === undefined || page.isDigital ? readingOf(page, found, true) : otherNumber(page, found, wanted, reader);
}

async function otherNumber(page: ReadPage, found: Found, wanted: string, reader: PageReader): Promise<Reading<string>> {
  const again = firstNumber(await lineAgain(page, found.box, reader));
  if (again !== null && sameNumber(again.value, wanted)) return readingOf(page, { value: wanted, box: found.box }, true);
  const isOther = !isPartOf(found.value, wanted) && !differByLikeDigits(found.value, wanted);
  const isSure = isOther && again !== null && sameNumber(again.value, found.value);
  return readingOf(page, found, isSure);
}

function firstNumber(lines: readonly Line[]): Found | null {
  for (const line of lines) {
    for (const { text, box } of [...line.cells, line]) {
      const value = numberOnLine(text);
      if (value !== null) return { value, box };
    }
  }
  return null;
}

/** A number whose sign was not read: a short text on the line of the date is read again. */
async function numberBesideDate(page: ReadPage, lines: readonly Line[], wanted: string | undefined, reader: PageReader): Promise<Found | null> {
  for (const { text, box } of page.isDigital ? [] : shortBesideDate(lines)) {
    const again = await Promise.all([lineAgain(page, box, reader), lineAgain(page, box, reader, 'kept')]);
    const texts = [text, ...again.flat().map((line) => line.text)];
    const value = wanted !== undefined && texts.some((each) => endsWithNumber(each, wanted)) ? wanted : texts.map(numberOnLine).find((each) => each !== null);
    if (value != null) return { value, box };
  }
  return null;
}

function shortBesideDate(lines: readonly Line[]): Cell[] {
  const dated = lines.find(({ cells }) => cells.length > 1 && cells.some(isDated));
  return dated?.cells.filter((cell) => !isDated(cell) && /\d|№/u.test(cell.text) && cell.text.length <= longestNumber) ?? [];
}

function isDated({ text }: Cell): boolean {
  return findDates(text).length > 0;
}
