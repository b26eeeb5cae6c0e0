import type { Box } from '../document.js';
import { verticalRulesAt } from '../ink/masks.js';
import type { Mask } from '../pages/raster.js';
import { unite } from '../pages/geometry.js';
import { zone as zoneLimits } from '../thresholds.js';
import { lettersOf, type Cell, type Line } from '../words/word.js';
import { meanConfidence, type Block } from './block.js';
import { endBlock } from './end-block.js';
import { namesOnLine, type PlacedName } from './names-on-page.js';
import { stackedBlock } from './stacked-block.js';

export interface EndSearch {
  readonly lines: readonly Line[];
  readonly rules: Mask;
  readonly mm: number;
  readonly width: number;
  readonly expected: readonly string[];
  /** The approval block of the same page: what lies in it is no end block. */
  readonly approval: Block | null;
}

/** Blocks at the end of a paper: a name at the right, its position at the left on the same line or up to three lines above. */
export function findEndBlocks(search: EndSearch): Block[] {
  const names = search.lines.flatMap((line) => namesOnLine(line, search.expected)).filter((name) => isCandidate(name, search));
  return names.flatMap((name) => blockAt(name, search) ?? []);
}

function blockAt(name: PlacedName, search: EndSearch): Block | null {
  const isRight = name.box[0] >= search.width * zoneLimits.rightFrom;
  const position = isRight ? positionOf(name, search) : [];
  if (position.length > 0) return assemble(name, position, search.mm);
  const stacked = stackedBlock(name, search);
  if (stacked !== null) return stacked;
  // A lone name at the right is a block too: that its position was not read must not let it go unsigned.
  return isRight && standsAlone(name, search) ? assemble(name, [], search.mm) : null;
}

function isCandidate(name: PlacedName, { approval, rules, mm }: EndSearch): boolean {
  // A name inside a sentence is no block: nothing but the name stands in its cell.
  const around = lettersOf(name.cell.text) - lettersOf(name.text);
  if (around > 4 || isInRow(name, mm)) return false;
  if (approval !== null && name.box[1] < approval.box[3] && name.box[3] > approval.box[1]) return false;
  return verticalRulesAt(rules, name.box, mm) < 3;
}

/** A row of a table whose rules are broken: something is printed between the first cell and the name, as in no block. */
function isInRow({ line, cell }: PlacedName, mm: number): boolean {
  const before = line.cells.filter((other) => other.box[2] < cell.box[0] - 2 * mm && lettersOf(other.text) >= 4 && meanConfidence(other.words) > 80);
  return before.length >= 2 && before.at(-1)!.box[0] - before[0]!.box[2] > 6 * mm;
}

function standsAlone(name: PlacedName, { width, lines }: EndSearch): boolean {
  const others = name.line.cells.filter((cell) => cell !== name.cell && lettersOf(cell.text) >= 4);
  const isLow = lines.filter((line) => line.box[1] < name.box[1]).length >= 3;
  return name.box[0] > width * 0.55 && others.length === 0 && isLow;
}

function positionOf(name: PlacedName, search: EndSearch): Cell[] {
  const own = name.line.cells.filter((cell) => isPositionCell(cell, name, search));
  const taken = [...own];
  const above = search.lines.filter((line) => line.box[1] < name.line.box[1]).reverse();
  for (const line of above.slice(0, own.length > 0 ? 3 : 4)) {
    const cell = continuing(line, taken[0], name, search);
    if (cell === null) break;
    taken.unshift(cell);
  }
  return taken;
}

/** What of the line above belongs to the position: close to the line below it, at the same left edge, and no body text. */
function continuing(line: Line, below: Cell | undefined, name: PlacedName, search: EndSearch): Cell | null {
  const pitch = 8.5 * search.mm;
  // Print along the page's edge may stand in the same row.
  const cell = line.cells.find((each) => isPositionCell(each, name, search) && (below === undefined || Math.abs(each.box[0] - below.box[0]) <= 8 * search.mm));
  if (cell === undefined || isSentenceEnd(line, cell, search.width)) return null;
  if (below === undefined) return name.box[1] - cell.box[1] <= 2.2 * pitch ? cell : null;
  return below.box[1] - cell.box[1] <= pitch && below.box[1] - cell.box[3] <= 3.6 * search.mm ? cell : null;
}

function isPositionCell(cell: Cell, name: PlacedName, { mm, width }: EndSearch): boolean {
  const isLeft = cell.box[2] < name.box[0] - 2 * mm && cell.box[0] < width * 0.4;
  return isLeft && lettersOf(cell.text) >= 4 && meanConfidence(cell.words) > 45;
}

/** Text of the body above: it runs over the middle of the page or ends a sentence. What recognition makes of a stamp is none. */
function isSentenceEnd(line: Line, cell: Cell, width: number): boolean {
  const printed = line.cells.filter((other) => other === cell || (lettersOf(other.text) >= 4 && meanConfidence(other.words) > 60));
  const reach = Math.max(...printed.map((other) => other.box[2]));
  return reach > width * 0.62 || /[.;:]$/u.test(cell.text.trim());
}

function assemble(name: PlacedName, position: readonly Cell[], mm: number): Block {
  const positionBox = position.length === 0 ? null : unite(position.map((cell) => cell.box));
  const box = positionBox === null ? name.box : unite([positionBox, name.box]);
  return endBlock(name, position, box, endZone(positionBox === null ? [name.box[0] - 75 * mm, box[1], box[2], box[3]] : box, name.box, mm));
}

function endZone(box: Box, name: Box, mm: number): Box {
  const middle = (name[1] + name[3]) / 2;
  return [box[0], middle - zoneLimits.endAbove * mm, box[2], middle + zoneLimits.endBelow * mm];
}
