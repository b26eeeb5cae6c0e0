import type { Box } from '../document.js';
import { editDistance, fold } from '../fields/fold.js';
import { parseName } from '../fields/names.js';
import { unite } from '../pages/geometry.js';
import type { Mask } from '../pages/raster.js';
import { zone as zoneLimits } from '../thresholds.js';
import { cellOf } from '../words/lines.js';
import { lettersOf, type Cell, type Line } from '../words/word.js';
import { meanConfidence, type Block } from './block.js';
import { endBlock } from './end-block.js';
import type { EndSearch } from './end-blocks.js';
import type { PlacedName } from './names-on-page.js';

/**
 * A block whose name stands below its position instead of at the right of it. Papers are full of lists of names, so only a name
 * that is expected, or one with a line to sign on before it, makes such a block.
 */
export function stackedBlock(name: PlacedName, search: EndSearch): Block | null {
  const line = lineBefore(name.cell.box, search.rules, search.mm);
  if (line === null && !isExpected(name, search.expected)) return null;
  const left = Math.min(name.cell.box[0], line ?? Infinity);
  const position = positionAbove(name, left, search);
  if (position.length === 0) return null;
  const positionBox = unite(position.map((cell) => cell.box));
  const box: Box = unite([positionBox, [left, name.box[1], name.box[2], name.box[3]]]);
  const zoneRight = line === null ? Math.max(box[2], left + zoneLimits.stackedWidth * search.mm) : box[2];
  const { mm } = search;
  const top = Math.max(positionBox[1], name.box[1] - zoneLimits.endAbove * mm);
  const zone: Box = [Math.min(left, positionBox[0]) - 4 * mm, top, zoneRight, name.box[3] + zoneLimits.approvalBelow * mm];
  return endBlock(name, position, box, zone);
}

function isExpected({ name }: PlacedName, expected: readonly string[]): boolean {
  return expected.map(parseName).some(({ surname }) => editDistance(fold(surname), fold(name.surname), 2) <= 1);
}

/** Where the line to sign on begins that ends at a name: a long rule at the foot of its letters. */
function lineBefore([x0, y0, , y1]: Box, rules: Mask, mm: number): number | null {
  for (let y = Math.round((y0 + y1) / 2); y <= Math.min(rules.height - 1, y1 + 2 * mm); y += 1) {
    let x = Math.round(x0 - mm);
    const nearest = x - 5 * mm;
    while (x > nearest && rules.data[y * rules.width + x] !== 1) x -= 1;
    const end = x;
    while (x > 0 && rules.data[y * rules.width + x] === 1) x -= 1;
    if (end - x > zoneLimits.signLine * mm) return x;
  }
  return null;
}

/** The lines above the name, as long as they are close, begin near its left edge and are no body text; at most three. */
function positionAbove(name: PlacedName, left: number, search: EndSearch): Cell[] {
  const taken: Cell[] = [];
  for (const line of search.lines.filter((other) => other.box[1] < name.line.box[1] && lettersOf(other.text) >= 4).reverse()) {
    const cell = taken.length === 3 ? null : positionOn(line, taken[0], { name, left, search });
    if (cell === null) break;
    taken.unshift(cell);
  }
  return taken;
}

interface Below {
  readonly name: PlacedName;
  readonly left: number;
  readonly search: EndSearch;
}

function positionOn(line: Line, below: Cell | undefined, { name, left, search: { mm, width } }: Below): Cell | null {
  const own = line.cells.filter(({ text, box }) => lettersOf(text) >= 2 && box[0] < width * 0.6);
  if (own.length === 0) return null;
  const cell = cellOf(own.flatMap(({ words }) => words));
  const isAtEdge = below === undefined ? isBetween(line.box[0] - left, -80 * mm, 8 * mm) : Math.abs(line.box[0] - below.box[0]) < 8 * mm;
  const gap = (below?.box[1] ?? name.box[1]) - cell.box[3];
  const isClose = gap <= (below === undefined ? 18 : 9) * mm;
  return isAtEdge && isClose && isPosition(cell, line, width) ? cell : null;
}

function isBetween(value: number, least: number, most: number): boolean {
  return value > least && value < most;
}

function isPosition(cell: Cell, line: Line, width: number): boolean {
  // A letter alone at the right is of a line along the page's edge.
  const reach = Math.max(...line.cells.filter(({ text }) => lettersOf(text) >= 2).map(({ box }) => box[2]));
  const isAcross = line.box[0] < width * 0.4 && reach > width * 0.7;
  const isBody = isAcross || /[.;:,]$/u.test(cell.text.trim());
  return !isBody && lettersOf(cell.text) >= 4 && meanConfidence(cell.words) > 45;
}
