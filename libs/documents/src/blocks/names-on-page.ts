import type { Box } from '../document.js';
import { editDistance, fold } from '../fields/fold.js';
import { findNames, parseName, type PersonName } from '../fields/names.js';
import { unite } from '../pages/geometry.js';
import type { Cell, Line, Word } from '../words/word.js';
import { wordsOf } from './block.js';

/** A name on a page, with the line and the cell that hold it. */
export interface PlacedName {
  readonly name: PersonName;
  readonly text: string;
  readonly box: Box;
  readonly line: Line;
  readonly cell: Cell;
  readonly words: readonly Word[];
}

/**
 * Names with initials, and lone surnames that are one of the expected within two edits: initials are what pen strokes and
 * underscores destroy first.
 */
export function namesOnLine(line: Line, expected: readonly string[]): PlacedName[] {
  return line.cells.flatMap((cell) => {
    const full = findNames(cell.text).map((found) => {
      const words = wordsOf(cell, found.start, found.end);
      return { name: found.name, text: found.text, box: unite(words.map((word) => word.box)), line, cell, words };
    });
    return full.length > 0 ? full : loneSurnames(line, cell, expected);
  });
}

function loneSurnames(line: Line, cell: Cell, expected: readonly string[]): PlacedName[] {
  return cell.words.flatMap((word) => {
    const read = fold(word.text.replace(/[^\p{L}-]/gu, ''));
    if (read.length < 5 || !/^[^\p{L}]*\p{Lu}/u.test(word.text)) return [];
    const known = expected.map(parseName).find(({ surname }) => editDistance(fold(surname), read, 2) <= (surname.length > 6 ? 2 : 1));
    if (known === undefined) return [];
    const surname = word.text.replace(/[^\p{L}-]/gu, '');
    return [{ name: { surname, initials: [] }, text: surname, box: word.box, line, cell, words: [word] }];
  });
}
