import type { Raster } from '../pages/raster.js';
import type { PageReader } from './page-reader.js';
import type { Word } from './word.js';

/** White between two pictures, in pixels, so that nothing of one is taken for the neighbour's. */
const gap = 12;

/** Reads several grey pictures as one, which costs a single start of recognition. Gives back the words of each, in its own pixels. */
export async function readStacked(pictures: readonly Raster[], reader: PageReader): Promise<Word[][]> {
  if (pictures.length === 0) return [];
  const { picture, tops } = stacked(pictures);
  const words = await reader.read(picture, { layout: 'scattered' });
  return pictures.map(({ height }, index) => {
    const top = tops[index]!;
    return words.filter((word) => middle(word) >= top && middle(word) < top + height).map((word) => moved(word, -top));
  });
}

function stacked(pictures: readonly Raster[]): { picture: Raster; tops: number[] } {
  const width = Math.max(...pictures.map((picture) => picture.width));
  const tops: number[] = [];
  let height = 0;
  for (const picture of pictures) {
    tops.push(height);
    height += picture.height + gap;
  }
  const data = new Uint8Array(width * height).fill(255);
  pictures.forEach((picture, index) => {
    for (let y = 0; y < picture.height; y += 1) {
      data.set(picture.data.subarray(y * picture.width, (y + 1) * picture.width), (tops[index]! + y) * width);
    }
  });
  return { picture: { width, height, channels: 1, data }, tops };
}

function middle(word: Word): number {
  return (word.box[1] + word.box[3]) / 2;
}

/** The word so many pixels further down. */
export function moved(word: Word, down: number): Word {
  const [x0, y0, x1, y1] = word.box;
  return { ...word, box: [x0, y0 + down, x1, y1 + down] };
}
