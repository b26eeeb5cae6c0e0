import type { Box, DocumentKind } from '../document.js';
import type { Block } from '../blocks/block.js';
import type { Reading } from '../facts.js';
import { kindOfHeading } from '../fields/kind.js';
import { unite } from '../pages/geometry.js';
import type { PageReader } from '../words/page-reader.js';
import type { ReadPage } from '../words/read-page.js';
import { readAgain } from '../words/second-reading.js';
import type { Line } from '../words/word.js';
import { readingOf } from './found.js';

/** The kind of paper by its heading: the first known title in the upper part of the first page. */
export function kindOf(page: ReadPage, lines: readonly Line[] = page.lines): Reading<DocumentKind> | null {
  const upper = lines.filter((line) => line.box[1] < page.view.print.height * 0.55);
  for (const headings of [cellsOf(upper), upper.map(({ text, box }) => ({ text, box })), pairsOf(upper)]) {
    for (const { text, box } of headings) {
      const value = kindOfHeading(text);
      if (value !== null) return readingOf(page, { value, box }, true);
    }
  }
  return null;
}

type Heading = { readonly text: string; readonly box: Box };

function cellsOf(lines: readonly Line[]): Heading[] {
  return lines.flatMap((line) => line.cells.map(({ text, box }) => ({ text, box })));
}

/** A title broken over two lines. */
function pairsOf(lines: readonly Line[]): Heading[] {
  return lines.slice(1).map((line, index) => ({ text: `${lines[index]!.text} ${line.text}`, box: unite([lines[index]!.box, line.box]) }));
}

/** Reads the place of the title again: below the approval block, where its stamp likes to cover it, or the top of the page. */
export async function kindAgain(page: ReadPage, approval: Block | null, reader: PageReader): Promise<Reading<DocumentKind> | null> {
  if (page.isDigital || page.isBlank) return null;
  const { view } = page;
  const top = approval === null ? 0 : approval.box[3] + view.mm;
  const region: Box = [0.15 * view.print.width, top, 0.85 * view.print.width, top + (approval === null ? 80 : 28) * view.mm];
  for (const look of titleLooks) {
    const kind = kindOf(page, await readAgain(page, null, region, { reader, ...look }));
    if (kind !== null) return kind;
  }
  return null;
}

/** What a stamp hides from one reading another one keeps. */
const titleLooks = [
  { layout: 'scattered', colour: 'faded' },
  { layout: 'scattered', colour: 'kept' },
  { layout: 'block', colour: 'faded' },
] as const;
