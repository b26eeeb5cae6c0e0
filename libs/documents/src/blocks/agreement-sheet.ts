import { editDistance, foldTight } from '../fields/fold.js';
import { unite } from '../pages/geometry.js';
import type { Line } from '../words/word.js';
import { lettersOf } from '../words/word.js';
import type { Block } from './block.js';
import { positionText } from './approval.js';
import { namesOnLine, type PlacedName } from './names-on-page.js';

const titles = ['листсогласования', 'келисупараги', 'келисимпараги', 'листознакомления', 'согласовано', 'келисилди'];

export interface SheetSearch {
  readonly lines: readonly Line[];
  readonly mm: number;
  readonly expected: readonly string[];
}

/** The rows of an agreement sheet, or none when the page is no such sheet. */
export function findAgreementRows(search: SheetSearch): Block[] {
  const title = search.lines.find((line) => isSheetTitle(line.text));
  if (title === undefined) return [];
  const names = search.lines
    .filter((line) => line.box[1] > title.box[3])
    .flatMap((line) => namesOnLine(line, search.expected));
  return names.map((name, index) => rowOf(name, names, index, search));
}

export function isSheetTitle(text: string): boolean {
  const words = foldTight(text);
  return titles.some((title) => editDistance(words, title, 2) <= 2);
}

function rowOf(name: PlacedName, names: readonly PlacedName[], index: number, { lines, mm }: SheetSearch): Block {
  const middle = (name.box[1] + name.box[3]) / 2;
  const pitch = rowPitch(names, mm);
  const previous = names[index - 1];
  const top = Math.max(middle - pitch / 2, previous === undefined ? -Infinity : (previous.box[1] + previous.box[3] + 2 * middle) / 4);
  const bottom = middle + pitch / 2;
  const position = lines
    .flatMap((line) => line.cells)
    .filter((cell) => cell.box[1] > top - mm && cell.box[3] < bottom + mm && cell.box[2] < name.box[0] - 15 * mm)
    .filter((cell) => lettersOf(cell.text) >= 4)
    .sort((a, b) => a.box[0] - b.box[0]);
  const leftmost = position[0]?.box[0] ?? name.box[0];
  const own = position.filter((cell) => cell.box[0] < leftmost + 12 * mm).sort((a, b) => a.box[1] - b.box[1]);
  const positionBox = own.length === 0 ? null : unite(own.map((cell) => cell.box));
  const left = positionBox === null ? name.box[0] - 45 * mm : positionBox[2];
  return {
    role: 'agreement',
    position: positionText(own),
    name: name.name,
    nameText: name.text,
    box: [positionBox?.[0] ?? left, top, name.box[2], bottom],
    nameBox: name.box,
    positionBox,
    zone: [left, top, name.box[0] - mm, bottom],
    words: [...own.flatMap((cell) => cell.words), ...name.words],
    dateText: null,
    dateBox: null,
  };
}

/** Height of a row: the middle distance of neighbouring names. */
function rowPitch(names: readonly PlacedName[], mm: number): number {
  const distances = names.slice(1).map((name, index) => name.box[1] - names[index]!.box[1]);
  const sorted = Float64Array.from(distances).sort();
  const typical = sorted[Math.floor(sorted.length / 2)] ?? 16 * mm;
  return Math.min(26 * mm, Math.max(8 * mm, typical));
}
