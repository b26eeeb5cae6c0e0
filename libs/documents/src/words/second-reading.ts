import type { Box } from '../document.js';
import type { Mask, Raster } from '../pages/raster.js';
import { cut, scale, wholeBox } from '../pages/raster.js';
import type { PageView } from '../pages/view.js';
import { secondReading } from '../thresholds.js';
import { linesOf } from './lines.js';
import type { PageReader, ReadOptions } from './page-reader.js';
import type { Line, Word } from './word.js';

const factor = 2;

/** Reads a part of a page again: rules wiped, enlarged twice. Boxes come back in pixels of the view. */
export async function readAgain(view: PageView, rules: Mask | null, box: Box, reading: Reading): Promise<Line[]> {
  const region = wholeBox(box, view.print.width, view.print.height);
  const picture = cut(view.print, region);
  if (rules !== null) wipe(picture, rules, region);
  sharpenPrint(picture);
  const words = await reading.reader.read(await scale(picture, factor), { layout: reading.layout });
  return linesOf(words.map((word) => placed(word, region)), view.mm);
}

export interface Reading {
  readonly reader: PageReader;
  readonly layout: ReadOptions['layout'];
}

function wipe(picture: Raster, rules: Mask, [x0, y0]: readonly [number, number, number, number]): void {
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      if (rules.data[(y + y0) * rules.width + x + x0] === 1) picture.data[y * picture.width + x] = 255;
    }
  }
}

/** Stretches the greys so that what is left of faded stamps and strokes becomes paper and print becomes black. */
function sharpenPrint({ data }: Raster): void {
  const { black, white } = secondReading;
  for (let i = 0; i < data.length; i += 1) {
    const value = ((data[i]! - black) * 255) / (white - black);
    data[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}

function placed(word: Word, [x0, y0]: readonly [number, number, number, number]): Word {
  const [left, top, right, bottom] = word.box;
  return { ...word, box: [x0 + left / factor, y0 + top / factor, x0 + right / factor, y0 + bottom / factor] };
}
