import type { Box } from '../document.js';
import { editDistance, fold } from '../fields/fold.js';
import { closerLook, type FinePage } from '../pages/closer-look.js';
import { cut, scale, turn, wholeBox, withoutColour, type Raster } from '../pages/raster.js';
import type { PageView } from '../pages/view.js';
import { electronic as limits, secondReading } from '../thresholds.js';
import type { EdgeLine } from '../words/edge-lines.js';
import type { PageReader } from '../words/page-reader.js';
import { readStacked } from '../words/stacked.js';

const { finer } = secondReading;
const signs = [/копи. *электр/u, /электр\p{L}* *(док|куж|кужат)/u, /documentolog|dосumеntоlоg|документолог/u, /(^|[^\p{L}])эцп/u, /(^|[^\p{L}])рег[ .№]/u, /тирк/u];

interface Candidate {
  readonly box: Box;
  readonly turns: readonly (90 | 270)[];
}

/**
 * The line along a side edge that document systems print on copies of electronic papers; its box in pixels of the view, or null.
 * @param isFine looks at a picture drawn finer: tiny print of a fine scan is lost otherwise
 */
export async function findMarginStamp(page: FinePage, reader: PageReader, isFine = false): Promise<Box | null> {
  const lines = candidatesOn(page.view).flatMap(({ box, turns }) => turns.map((degrees) => ({ box, degrees })));
  const pictures = await Promise.all(lines.map(({ box, degrees }) => pictureOf(page, box, degrees, isFine)));
  const read = await readStacked(pictures, reader);
  return lines.find((_, index) => isMarginText(read[index]!.map((word) => word.text).join(' ')))?.box ?? null;
}

/** The same among the lines along the edges of a page with text of its own. */
export function marginStampAmong(lines: readonly EdgeLine[], { width, height }: Pick<Raster, 'width' | 'height'>): Box | null {
  const line = lines.find(({ text }) => isMarginText(text));
  return line === undefined ? null : [line.box[0] * width, line.box[1] * height, line.box[2] * width, line.box[3] * height];
}

async function pictureOf(page: FinePage, box: Box, degrees: 90 | 270, isFine: boolean): Promise<Raster> {
  const { print } = page.view;
  if (!isFine) return scale(turn(cut(print, box), degrees), 1.5);
  return turn(withoutColour(await closerLook(page, wholeBox(box, print.width, print.height), finer)), degrees);
}

/** The line at the left reads upwards, at the right either way. */
function candidatesOn({ print, mm }: PageView): Candidate[] {
  const strip = limits.marginMm * mm;
  const right = print.width - strip;
  return [
    ...columnsIn(cut(print, [0, 0, strip, print.height]), mm).map((box) => ({ box, turns: [90] as const })),
    ...columnsIn(cut(print, [right, 0, print.width, print.height]), mm).map(([x0, y0, x1, y1]) => ({ box: [Math.floor(right) + x0, y0, Math.floor(right) + x1, y1] as const, turns: [90, 270] as const })),
  ];
}

/** Words of that line, of which two are enough however tiny print was read. */
const marginWords = ['электронного', 'документа', 'электрондык', 'кужаттын', 'коширмеси', 'жуйесиндеги'];

export function isMarginText(line: string): boolean {
  const text = fold(line);
  const read = text.split(' ');
  if (marginWords.filter((wanted) => read.some((word) => editDistance(word, wanted, 3) <= 3)).length >= 2) return true;
  return signs.some((sign) => sign.test(text)) || signs.some((sign) => sign.test(text.replace(/ /gu, '')));
}

/** Lines of print along the edge: long and narrow columns of scattered ink, apart from the body's text, no shadows. */
function columnsIn(strip: Raster, mm: number): Box[] {
  const counts = inkOfColumns(strip);
  const found: Box[] = [];
  let first = -1;
  let gap = 0;
  for (let x = Math.round(1.2 * mm); x <= strip.width; x += 1) {
    if ((counts[x] ?? 0) >= limits.marginRows) {
      if (first < 0) first = x;
      gap = 0;
    } else if (first >= 0 && ((gap += 1) > limits.marginGapMm * mm || x === strip.width)) {
      const last = x - gap + 1;
      if (isLine(strip, first, last, mm)) found.push([Math.max(0, first - mm), 0, Math.min(strip.width, last + mm), strip.height]);
      first = -1;
    }
  }
  return found;
}

function isLine(strip: Raster, first: number, last: number, mm: number): boolean {
  const wide = (last - first) / mm;
  if (wide < limits.marginLineMm[0] || wide > limits.marginLineMm[1]) return false;
  const { rows, dark } = inkedRows(strip, first, last);
  const isPrint = dark < limits.marginFill * rows.length * (last - first);
  return isPrint && rows.length >= limits.marginLongMm * mm && longestStretch(rows, limits.marginWordGapMm * mm) >= limits.marginStretchMm * mm;
}

/** Of a line of print; the ends of the body's lines, which stand one above the other, have more white between them. */
function longestStretch(rows: readonly number[], gap: number): number {
  let longest = 0;
  let first = rows[0] ?? 0;
  let last = first;
  for (const row of rows) {
    if (row - last > gap) first = row;
    last = row;
    longest = Math.max(longest, last - first);
  }
  return longest;
}

function inkOfColumns({ width, height, data }: Raster): Uint32Array {
  const counts = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (data[y * width + x]! <= limits.marginDark) counts[x]! += 1;
  }
  return counts;
}

/** Rows with some ink between two columns, without those that are all ink: a shadow. And how many pixels of them are dark. */
function inkedRows({ width, height, data }: Raster, first: number, last: number): { rows: number[]; dark: number } {
  const rows: number[] = [];
  let all = 0;
  for (let y = 0; y < height; y += 1) {
    let dark = 0;
    for (let x = first; x < last; x += 1) if (data[y * width + x]! <= limits.marginDark) dark += 1;
    if (dark === 0 || dark >= 0.9 * (last - first)) continue;
    rows.push(y);
    all += dark;
  }
  return { rows, dark: all };
}
