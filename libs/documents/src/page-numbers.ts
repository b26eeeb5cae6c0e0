import type { Box } from './document.js';
import type { Facts } from './facts.js';
import { differByLikeDigits } from './fields/digits.js';
import { missingNumbers, pageNumberOn } from './fields/page-number.js';
import { grow } from './pages/geometry.js';
import type { Raster } from './pages/raster.js';
import { ink } from './thresholds.js';
import type { PageReader } from './words/page-reader.js';
import type { ReadPage } from './words/read-page.js';
import { readAgain, type Look } from './words/second-reading.js';
import type { Line } from './words/word.js';

interface Printed {
  readonly number: number | null;
  /** Three readings said the same, and the second one was sure. */
  readonly isConfirmed: boolean;
}

/** Gaps in the printed page numbers; a page whose number is ahead of its place is read a second time. */
export async function missingPagesOf(pages: readonly ReadPage[], reader: PageReader): Promise<Facts['missingPages']> {
  const printed = await Promise.all(pages.map((page, index) => printedOn(page, index, reader)));
  const numbers = printed.map(({ number }) => number);
  return missingNumbers(numbers).map((number) => {
    const index = numbers.findIndex((value) => value !== null && value > number);
    // A later page with the same number or a smaller one shows that this one was misread.
    const isContradicted = numbers.slice(index + 1).some((later) => later !== null && later <= numbers[index]!);
    return { number, page: pages[index]!.view.page, isConfirmed: printed[index]!.isConfirmed && !isContradicted };
  });
}

/** The first page's number is seldom printed; one that is not ahead of its place needs no second reading. */
async function printedOn(page: ReadPage, index: number, reader: PageReader): Promise<Printed> {
  const found = index === 0 ? null : await numberOn(page, reader);
  if (found === null) return { number: null, isConfirmed: false };
  const { number } = found;
  if (page.isDigital || number <= index + 1) return { number, isConfirmed: page.isDigital };
  const [again, third] = await Promise.all([
    readNumber(page, found.line, reader),
    readNumber(page, found.line, reader, { layout: 'line', colour: 'softened' }),
  ]);
  if (again === null || differByLikeDigits(String(number), String(index + 1))) return { number, isConfirmed: false };
  return { number: again.number, isConfirmed: again.isSure && again.number === number && third?.number === number };
}

async function numberOn(page: ReadPage, reader: PageReader): Promise<NumberLine | null> {
  return page.isBlank ? null : (numberLine(page) ?? seekNumber(page, reader));
}

interface NumberLine {
  readonly number: number;
  readonly line: Pick<Line, 'box'>;
}

/** Confidence from which a digit is no other one: a halftone makes 5 of 3 at 60 to 80. */
const surely = 85;

/** Parts of the page's height above and below which numbers stand. */
const [head, foot] = [0.09, 0.93];

/** Of a digit alone nothing comes of a line or a block, often of a word; the second pair only where the first does not agree. */
const soughtLooks = [
  [{ layout: 'word' }, { layout: 'word', colour: 'softened' }],
  [{ layout: 'line' }, { layout: 'block' }],
] as const satisfies readonly (readonly Look[])[];

/** A single digit alone in its row is what recognition of a whole page overlooks: the outermost small piece of ink is read again. */
async function seekNumber(page: ReadPage, reader: PageReader): Promise<NumberLine | null> {
  if (page.isDigital) return null;
  for (const edge of ['head', 'foot'] as const) {
    const box = outermostInk(page.view, edge);
    if (box === null) continue;
    // Two readings have to agree before a page that was overlooked may miss others.
    const numbers: number[] = [];
    for (const looks of soughtLooks) {
      const readings = await Promise.all(looks.map((look) => readNumber(page, { box }, reader, look)));
      numbers.push(...readings.flatMap((reading) => reading?.number ?? []).filter((number) => number > 0));
      const agreed = numbers.find((number) => numbers.filter((other) => other === number).length > 1);
      if (agreed !== undefined) return { number: agreed, line: { box } };
    }
  }
  return null;
}

/** Share of the page's height at its very edge where shadows are, and up to where a number may stand; gap to other print, in mm. */
const [shadow, reach, gap] = [0.015, 0.12, 1.2];

/** The ink nearest to the upper or lower edge, up to the first gap, when it is as small as a page number, else null. */
function outermostInk({ print, mm }: ReadPage['view'], edge: 'head' | 'foot'): Box | null {
  const [left, right] = [Math.round(0.2 * print.width), Math.round(0.97 * print.width)];
  const shadows = shadowsIn(print, edge);
  let found: [number, number, number, number] | null = null;
  for (let step = Math.round(shadow * print.height); step < reach * print.height; step += 1) {
    const y = edge === 'head' ? step : print.height - 1 - step;
    const row = print.data.subarray(y * print.width + left, y * print.width + right);
    const isInk = (value: number, column: number): boolean => isDark(value) && !shadows.has(left + column);
    const [first, last] = [row.findIndex(isInk), row.findLastIndex(isInk)];
    if (first >= 0) {
      const [x0, y0, x1, y1]: Box = found ?? [right, y, left, y];
      found = [Math.min(x0, left + first), Math.min(y0, y), Math.max(x1, left + last), Math.max(y1, y)];
    } else if (found !== null && Math.min(Math.abs(y - found[1]), Math.abs(y - found[3])) > gap * mm) {
      if (!isSpeck(found, mm)) break;
      found = null;
    }
  }
  return found !== null && isAsSmallAsNumber(found, mm) ? found : null;
}

/** Columns that are dark through a third of the band, and those beside them: the edge of a copier's lid, no print. */
function shadowsIn({ width, height, data }: Raster, edge: 'head' | 'foot'): Set<number> {
  const rows = Math.round(reach * height);
  const from = edge === 'head' ? 0 : height - rows;
  const columns = new Set<number>();
  for (let x = 0; x < width; x += 1) {
    let dark = 0;
    for (let y = from; y < from + rows; y += 1) if (isDark(data[y * width + x]!)) dark += 1;
    if (dark > 0.3 * rows) [-2, -1, 0, 1, 2].forEach((beside) => columns.add(x + beside));
  }
  return columns;
}

function isDark(value: number): boolean {
  return value < ink.dark;
}

function isSpeck([x0, y0, x1, y1]: Box, mm: number): boolean {
  return Math.max(x1 - x0, y1 - y0) < 1.2 * mm;
}

function isAsSmallAsNumber([x0, y0, x1, y1]: Box, mm: number): boolean {
  const [wide, high] = [(x1 - x0) / mm, (y1 - y0) / mm];
  return high > 1.5 && high < 6 && wide > 0.4 && wide < 18;
}

function numberLine(page: ReadPage): NumberLine | null {
  const { width, height } = page.view.print;
  for (const line of page.lines) {
    const isAtEdge = line.box[3] < height * head || line.box[1] > height * foot;
    const center = (line.box[0] + line.box[2]) / 2 / width;
    const number = isAtEdge && center > 0.2 ? pageNumberOn(line.text) : null;
    if (number !== null && number > 0) return { number, line };
  }
  return null;
}

async function readNumber(
  page: ReadPage,
  line: NumberLine['line'],
  reader: PageReader,
  look: Look = { layout: 'line' },
): Promise<{ readonly number: number; readonly isSure: boolean } | null> {
  const around = grow(line.box, 3 * page.view.mm);
  const lines = await readAgain(page, null, around, { reader, ...look });
  for (const { text, cells } of lines) {
    const number = pageNumberOn(text);
    if (number !== null) return { number, isSure: cells.every(({ words }) => words.every(({ confidence }) => confidence >= surely)) };
  }
  return null;
}
