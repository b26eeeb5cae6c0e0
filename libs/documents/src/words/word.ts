import type { Box } from '../document.js';

/** A printed word; box in pixels of the picture it was read from, confidence 0-100. */
export interface Word {
  readonly text: string;
  readonly confidence: number;
  readonly box: Box;
}

/** Words of one row without a wide gap between them. */
export interface Cell {
  readonly text: string;
  readonly words: readonly Word[];
  readonly box: Box;
}

/** A row of the page, its cells from left to right. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly text: string;
  readonly box: Box;
}

export function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
