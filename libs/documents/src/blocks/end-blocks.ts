import type { Box } from '../document.js';
import { verticalRulesAt } from '../ink/masks.js';
import type { Mask } from '../pages/raster.js';
import { unite } from '../pages/geometry.js';
import { zone as zoneLimits } from '../thresholds.js';
import { lettersOf, type Cell, type Line } from '../words/word.js';
import { meanConfidence, type Block } from './block.js';
import { positionText } from './approval.js';
import { namesOnLine, type PlacedName } from './names-on-page.js';

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
  return names.flatMap((name) => {
    const position = positionOf(name, search);
    return position.length === 0 ? [] : [assemble(name, position, search.mm)];
  });
}

function isCandidate(name: PlacedName, { approval, width, rules, mm }: EndSearch): boolean {
  if (name.box[0] < width * 0.45) return false;
  // A name inside a sentence is no block: nothing but the name stands in its cell.
  const around = lettersOf(name.cell.text) - lettersOf(name.text);
  if (around > 4) return false;
  if (approval !== null && name.box[1] < approval.box[3] && name.box[3] > approval.box[1]) return false;
  return verticalRulesAt(rules, name.box, mm) < 3;
}

function positionOf(name: PlacedName, search: EndSearch): Cell[] {
  const pitch = 8.5 * search.mm;
  const own = name.line.cells.filter((cell) => isPositionCell(cell, name, search));
  const taken = [...own];
  let top = own[0]?.box[1] ?? name.box[1];
  const above = search.lines.filter((line) => line.box[1] < name.line.box[1]).reverse();
  for (const line of above.slice(0, own.length > 0 ? 3 : 4)) {
    const cell = line.cells[0]!;
    const limit = taken.length === 0 ? 2.2 * pitch : pitch;
    if (top - cell.box[1] > limit || !isPositionCell(cell, name, search) || isSentenceEnd(line, cell, search.width)) break;
    if (taken.length > 0 && isApart(cell, taken[0]!, search.mm)) break;
    taken.unshift(cell);
    top = cell.box[1];
  }
  return taken;
}

function isPositionCell(cell: Cell, name: PlacedName, { mm, width }: EndSearch): boolean {
  const isLeft = cell.box[2] < name.box[0] - 2 * mm && cell.box[0] < width * 0.4;
  return isLeft && lettersOf(cell.text) >= 4 && meanConfidence(cell.words) > 45;
}

/** Text of the body above: it runs over the middle of the page or ends a sentence. */
function isSentenceEnd(line: Line, cell: Cell, width: number): boolean {
  const reach = Math.max(...line.cells.filter((other) => lettersOf(other.text) >= 4).map((other) => other.box[2]));
  return reach > width * 0.62 || /[.;:]$/u.test(cell.text.trim());
}

/** Lines of one position stand under each other and close together. */
function isApart(upper: Cell, lower: Cell, mm: number): boolean {
  return lower.box[1] - upper.box[3] > 3.6 * mm || Math.abs(upper.box[0] - lower.box[0]) > 8 * mm;
}

function assemble(name: PlacedName, position: readonly Cell[], mm: number): Block {
  const positionBox = unite(position.map((cell) => cell.box));
  const box = unite([positionBox, name.box]);
  return {
    role: 'end',
    position: positionText(position),
    name: name.name,
    nameText: name.text,
    box,
    nameBox: name.box,
    positionBox,
    zone: endZone(box, name.box, mm),
    words: [...position.flatMap((cell) => cell.words), ...name.words],
    dateText: null,
    dateBox: null,
  };
}

function endZone(box: Box, name: Box, mm: number): Box {
  const middle = (name[1] + name[3]) / 2;
  return [box[0], middle - zoneLimits.endAbove * mm, box[2], middle + zoneLimits.endBelow * mm];
}
