import type { Box } from '../document.js';
import { fold } from '../fields/fold.js';
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
    const picture = cut(view.print, box);
    const inked = inkedBox(picture, view.mm);
    if (inked === null) continue;
    for (const degrees of turns) {
      const words = await reader.read(await scale(turn(picture, degrees), 1.5), { layout: 'scattered' });
      if (isMarginText(words)) return [box[0] + inked[0], inked[1], box[0] + inked[2], inked[3]];
    }
  }
  return null;
}

export function isMarginText(words: readonly Word[]): boolean {
  const text = fold(words.map((word) => word.text).join(' '));
  return signs.some((sign) => sign.test(text)) || signs.some((sign) => sign.test(text.replace(/ /gu, '')));
}

/** Where the strip holds something like a line of print along the edge: a long column of scattered ink, not a shadow. */
function inkedBox(strip: Raster, mm: number): Box | null {
  const { width, height, data } = strip;
  const columns = new Uint32Array(width);
  const rows = new Uint32Array(height);
  const edge = Math.round(1.2 * mm);
  for (let y = edge; y < height - edge; y += 1) {
    for (let x = edge; x < width - 1; x += 1) {
      if (data[y * width + x]! > limits.marginDark) continue;
      columns[x]! += 1;
      rows[y]! += 1;
    }
  }
  const inkedRows = rows.reduce((sum, count) => sum + (count > 0 && count < 5 * mm ? 1 : 0), 0);
  if (inkedRows < 40 * mm) return null;
  const [x0, x1] = span(columns, 10);
  const [y0, y1] = span(rows, 1);
  return [x0, y0, x1, y1];
}

function span(counts: Uint32Array, least: number): [number, number] {
  const first = counts.findIndex((count) => count >= least);
  const last = counts.findLastIndex((count) => count >= least);
  return [Math.max(0, first), Math.max(1, last + 1)];
}
