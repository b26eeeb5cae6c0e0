import type { Box } from '../document.js';
import { unite } from '../pages/geometry.js';
import type { LayerCharacter } from '../pages/pdfium.js';

/** A line of print along a side edge of a page with text of its own; the box in fractions of the page. */
export interface EdgeLine {
  readonly text: string;
  readonly box: Box;
}

export interface Parted {
  readonly body: readonly LayerCharacter[];
  readonly edgeLines: readonly EdgeLine[];
}

/** Part of the page's width at either side in which such lines stand, and how many letters they have at least. */
const [strip, letters] = [0.09, 12];

/** Takes the turned lines at the side edges out of the characters of a page: in the rows of the body their letters are noise. */
export function partEdgeLines(characters: readonly LayerCharacter[]): Parted {
  const runs: LayerCharacter[][] = [];
  let last: LayerCharacter | undefined;
  for (const character of characters) {
    // What the file says of the place of white space is of no use.
    const isWhite = /^\s$/u.test(character.text);
    if (last !== undefined && (isWhite || goesOn(last.box, character.box))) runs.at(-1)!.push(character);
    else runs.push([character]);
    if (!isWhite) last = character;
  }
  const parted = runs.map((run) => ({ run, line: edgeLine(run) }));
  return { body: parted.filter(({ line }) => line === null).flatMap(({ run }) => run), edgeLines: parted.flatMap(({ line }) => line ?? []) };
}

function edgeLine(run: readonly LayerCharacter[]): EdgeLine | null {
  const printed = run.filter(({ text }) => /\S/u.test(text));
  const isAtEdge = printed.every(({ box }) => box[2] < strip) || printed.every(({ box }) => box[0] > 1 - strip);
  if (printed.length < letters || !isAtEdge) return null;
  return { text: run.map(({ text }) => text).join(''), box: unite(printed.map(({ box }) => box)) };
}

/** The next letter of a turned line stands above or below, in the same column, with a space between at most. */
function goesOn(before: Box, next: Box): boolean {
  const isInColumn = Math.min(before[2], next[2]) - Math.max(before[0], next[0]) > 0.3 * Math.min(before[2] - before[0], next[2] - next[0]);
  const gap = Math.max(before[1], next[1]) - Math.min(before[3], next[3]);
  return isInColumn && gap < 0.8 * Math.max(before[2] - before[0], next[2] - next[0]);
}
