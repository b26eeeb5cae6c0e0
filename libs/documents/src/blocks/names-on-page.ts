import type { Box } from '../document.js';
import { editDistance, fold } from '../fields/fold.js';
import { findNames, initialsLike, parseName, shortName, type PersonName } from '../fields/names.js';
import { unite } from '../pages/geometry.js';
import { cellOf } from '../words/lines.js';
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
  return line.cells.map(joined).flatMap((cell) => {
    const full = findNames(cell.text).map((found) => {
      const words = wordsOf(cell, found.start, found.end);
      return { name: found.name, text: found.text, box: unite(words.map((word) => word.box)), line, cell, words };
    });
    return full.length > 0 ? full : loneSurnames(line, cell, expected);
  });
}

/** Brings together a capital letter and the rest of its word, which a pen stroke had parted. */
function joined(cell: Cell): Cell {
  const words: Word[] = [];
  for (const word of cell.words) {
    const last = words.at(-1);
    const isRest = last !== undefined && /^\p{Lu}$/u.test(last.text) && /^\p{Ll}{3,}/u.test(word.text);
    if (isRest) words[words.length - 1] = { ...word, text: last.text + word.text, box: unite([last.box, word.box]) };
    else words.push(word);
  }
  return words.length === cell.words.length ? cell : cellOf(words);
}

function loneSurnames(line: Line, cell: Cell, expected: readonly string[]): PlacedName[] {
  return cell.words.flatMap((word, index) => {
    const read = fold(word.text.replace(/[^\p{L}-]/gu, ''));
    if (read.length < 5 || !/^[^\p{L}]*\p{Lu}/u.test(word.text)) return [];
    const known = expected.map(parseName).find(({ surname }) => editDistance(fold(surname), read, 2) <= (surname.length > 6 ? 2 : 1));
    if (known === undefined) return [];
    const surname = word.text.replace(/[^\p{L}-]/gu, '');
    const beside = initialsBeside(cell.words, index);
    const name = { surname, initials: initialsLike(textOf(beside)) };
    const words = [word, ...beside];
    return [{ name, text: shortName(name), box: unite(words.map(({ box }) => box)), line, cell, words }];
  });
}

/** The one or two words next to a surname that may be its initials. */
function initialsBeside(words: readonly Word[], at: number): readonly Word[] {
  const [afterTwo, after] = [words.slice(at + 1, at + 3), words.slice(at + 1, at + 2)];
  const [beforeTwo, before] = [words.slice(Math.max(0, at - 2), at), words.slice(Math.max(0, at - 1), at)];
  return [afterTwo, after, beforeTwo, before].find((some) => initialsLike(textOf(some)).length > 0) ?? [];
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
