import { cut } from '../pages/raster.js';
import { viewOf, type LitPage, type PageView, type Rotation } from '../pages/view.js';
import { ink, page as limits } from '../thresholds.js';
import type { PageReader } from './page-reader.js';
import { lettersOf, type Word } from './word.js';

/** The words of a page as it is turned here, and what else was found on it meanwhile. */
export type Reading<T> = (view: PageView) => Promise<T & { readonly words: readonly Word[] }>;

const rotations: readonly Rotation[] = [0, 90, 180, 270];

/**
 * Reads the page the likelier way up. When that makes no sense the fullest band of the page is read all four ways, and the page
 * is read again only where another way is clearly better: a page of few words or tiny print stays as it is shown.
 */
export async function readUpright<T>(lit: LitPage, reader: PageReader, read: Reading<T>): Promise<T & { readonly view: PageView; readonly words: readonly Word[] }> {
  const likely: Rotation = lit.linesRunDown ? 90 : 0;
  const first = viewOf(lit, likely);
  const found = await read(first);
  if (sense(found.words) >= limits.senseShare && found.words.length >= limits.senseWords) return { view: first, ...found };
  const best = await bestRotation(lit, reader);
  if (best === likely) return { view: first, ...found };
  const view = viewOf(lit, best);
  return { view, ...(await read(view)) };
}

async function bestRotation(lit: LitPage, reader: PageReader): Promise<Rotation> {
  const lettersAt = async (rotation: Rotation): Promise<[Rotation, number]> => {
    const words = await reader.read(fullestBand(viewOf(lit, rotation)), { layout: 'scattered' });
    return [rotation, confidentLetters(words)];
  };
  const letters = new Map(await Promise.all(rotations.map(lettersAt)));
  const asShown = Math.max(letters.get(0)!, limits.turnedLetters);
  return rotations.reduce((best, rotation) => {
    const needed = best === 0 ? limits.turnedMore * asShown : letters.get(best)!;
    return letters.get(rotation)! > needed ? rotation : best;
  });
}

/** The band across the page that holds most ink. */
function fullestBand({ print }: PageView): PageView['print'] {
  const { width, height, data } = print;
  const band = Math.round(height * limits.probeShare);
  const inked = new Float64Array(height + 1);
  for (let y = 0; y < height; y += 1) {
    let count = 0;
    for (let x = y * width; x < (y + 1) * width; x += 1) count += data[x]! < ink.dark ? 1 : 0;
    inked[y + 1] = inked[y]! + count;
  }
  let top = 0;
  for (let y = 0; y + band <= height; y += 1) if (inked[y + band]! - inked[y]! > inked[top + band]! - inked[top]!) top = y;
  return cut(print, [0, top, width, top + band]);
}

/** Share of the longer words that recognition is sure of. */
export function sense(words: readonly Word[]): number {
  const long = words.filter((word) => lettersOf(word.text) >= 3);
  return long.length === 0 ? 0 : long.filter((word) => word.confidence > limits.confidentWord).length / long.length;
}

function confidentLetters(words: readonly Word[]): number {
  return words
    .filter((word) => word.confidence > limits.confidentWord && lettersOf(word.text) >= 3)
    .reduce((sum, word) => sum + lettersOf(word.text), 0);
}
