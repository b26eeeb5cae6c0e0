import type { Box } from '../document.js';
import type { Reading } from '../facts.js';
import { grow } from '../pages/geometry.js';
import { asShown } from '../pages/view.js';
import type { PageReader } from '../words/page-reader.js';
import type { ReadPage } from '../words/read-page.js';
import { readAgain, type Look } from '../words/second-reading.js';
import type { Line } from '../words/word.js';

/** A value and where it stands, in pixels of the page's view. */
export interface Found {
  readonly value: string;
  readonly box: Box;
}

export function readingOf<T extends string>(page: ReadPage, { value, box }: { readonly value: T; readonly box: Box }, isConfirmed: boolean): Reading<T> {
  return { value, page: page.view.page, box: asShown(page.view, box), isConfirmed };
}

/** The line of a value read a second time. */
export function lineAgain(page: ReadPage, box: Box, reader: PageReader, colour: Look['colour'] = 'faded'): Promise<Line[]> {
  return readAgain(page, null, grow(box, 1.2 * page.view.mm), { reader, layout: 'line', colour });
}
