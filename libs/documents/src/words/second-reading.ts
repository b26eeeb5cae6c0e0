import type { Box } from '../document.js';
import { closerLook } from '../pages/closer-look.js';
import type { Mask, Raster } from '../pages/raster.js';
import { wholeBox, withoutColour } from '../pages/raster.js';
import { secondReading as limits } from '../thresholds.js';
import { linesOf } from './lines.js';
import type { PageReader, ReadOptions } from './page-reader.js';
import type { ReadPage } from './read-page.js';
import type { Line, Word } from './word.js';

type Colour = keyof typeof limits.fading;

/** How a part of a page is read again. */
export interface Look {
  readonly layout: ReadOptions['layout'];
  /**
   * `faded`: coloured ink vanishes, and of print under it a little; `softened`: less of both; `kept`: only what is as dark as print
   * stays, which print under a pen stroke is.
   */
  readonly colour?: Colour;
}

export interface Reading extends Look {
  readonly reader: PageReader;
}

/** Ways to read a part again: what one of them loses under a stroke or a stamp another one keeps. */
export const closerLooks = [
  { layout: 'block', colour: 'faded' },
  { layout: 'block', colour: 'softened' },
  { layout: 'scattered', colour: 'faded' },
  { layout: 'scattered', colour: 'kept' },
] as const satisfies readonly Look[];

/** Reads a part of a page again from a finer picture, rules wiped. Boxes come back in pixels of the view. */
export async function readAgain(page: ReadPage, rules: Mask | null, box: Box, reading: Reading): Promise<Line[]> {
  const { view } = page;
  const region = wholeBox(box, view.print.width, view.print.height);
  const colour = reading.colour ?? 'faded';
  const picture = withoutColour(await closerLook(page, region, limits.finer), limits.fading[colour]);
  if (rules !== null) wipe(picture, rules, region);
  stretch(picture, limits.greys[colour]);
  const words = await reading.reader.read(picture, { layout: reading.layout });
  return linesOf(words.map((word) => placed(word, region)), view.mm);
}

function wipe(picture: Raster, rules: Mask, [x0, y0]: readonly [number, number, number, number]): void {
  for (let y = 0; y < picture.height; y += 1) {
    const row = (Math.floor(y / limits.finer) + y0) * rules.width + x0;
    for (let x = 0; x < picture.width; x += 1) {
      if (rules.data[row + Math.floor(x / limits.finer)] === 1) picture.data[y * picture.width + x] = 255;
    }
  }
}

/** Stretches the greys so that what is left of faded stamps and strokes becomes paper and print becomes black. */
function stretch({ data }: Raster, { black, white }: { readonly black: number; readonly white: number }): void {
  for (let i = 0; i < data.length; i += 1) {
    const value = ((data[i]! - black) * 255) / (white - black);
    data[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}

function placed(word: Word, [x0, y0]: readonly [number, number, number, number]): Word {
  const [left, top, right, bottom] = word.box.map((side) => side / limits.finer) as [number, number, number, number];
  return { ...word, box: [x0 + left, y0 + top, x0 + right, y0 + bottom] };
}
