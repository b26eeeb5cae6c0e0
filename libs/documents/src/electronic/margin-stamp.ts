import type { Box } from '../document.js';
import { editDistance, fold } from '../fields/fold.js';
import { cut, scale, turn, type Raster } from '../pages/raster.js';
import type { PageView } from '../pages/view.js';
import { electronic as limits } from '../thresholds.js';
import type { PageReader } from '../words/page-reader.js';
import type { Word } from '../words/word.js';

const signs = [/копи. *электр/u, /электр\p{L}* *(док|куж|кужат)/u, /documentolog|dосumеntоlоg|документолог/u, /(^|[^\p{L}])эцп/u, /(^|[^\p{L}])рег[ .№]/u, /тирк/u];

/** The line along a side edge that document systems print on copies of electronic papers; its box in pixels of the view, or null. */
export async function findMarginStamp(view: PageView, reader: PageReader): Promise<Box | null> {
  const { width, height } = view.print;
  const strip = limits.marginMm * view.mm;
  const sides: readonly { readonly box: Box; readonly turns: readonly (90 | 270)[] }[] = [
    { box: [0, 0, strip, height], turns: [90] },
    { box: [width - strip, 0, width, height], turns: [90, 270] },
  ];
  for (const { box, turns } of sides) {
    const strip = cut(view.print, box);
    for (const column of columnsIn(strip, view.mm)) {
      for (const degrees of turns) {
        const words = await reader.read(await scale(turn(cut(strip, column), degrees), 1.5), { layout: 'scattered' });
        if (isMarginText(words)) return [box[0] + column[0], column[1], box[0] + column[2], column[3]];
      }
    }
  }
  return null;
}

/** Words of that line, of which two are enough however tiny print was read. */
const marginWords = ['электронного', 'документа', 'электрондык', 'кужаттын', 'коширмеси', 'жуйесиндеги'];

export function isMarginText(words: readonly Word[]): boolean {
  const text = fold(words.map((word) => word.text).join(' '));
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
  return wide > limits.marginLineMm[0] && wide < limits.marginLineMm[1] && inkedRows(strip, first, last) >= limits.marginLongMm * mm;
}

function inkOfColumns({ width, height, data }: Raster): Uint32Array {
  const counts = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (data[y * width + x]! <= limits.marginDark) counts[x]! += 1;
  }
  return counts;
}

/** Rows with some ink between two columns, without those that are all ink: a shadow. */
function inkedRows({ width, height, data }: Raster, first: number, last: number): number {
  let rows = 0;
  for (let y = 0; y < height; y += 1) {
    let dark = 0;
    for (let x = first; x < last; x += 1) if (data[y * width + x]! <= limits.marginDark) dark += 1;
    if (dark > 0 && dark < 0.9 * (last - first)) rows += 1;
  }
  return rows;
}
