import type { Raster } from '../pages/raster.js';
import type { Word } from './word.js';

/** A picture to read: one channel (grey) or three (red, green, blue), row by row. */
export type GreyOrColourPage = Raster;

export interface ReadOptions {
  /** Scattered words of a whole page, one block of lines, a single line, or a single word. */
  readonly layout: 'scattered' | 'block' | 'line' | 'word';
}

/** Reads Russian and Kazakh print, so many pictures at a time as it was made for; others wait. */
export abstract class PageReader {
  /** Words with boxes in pixels of the picture given. */
  abstract read(image: GreyOrColourPage, options: ReadOptions): Promise<Word[]>;
  /** Ends what is being read; later reads are refused. */
  abstract close(): Promise<void>;
}
