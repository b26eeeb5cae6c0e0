import type { Box } from '../document.js';
import { findDates } from '../fields/dates.js';
import { editDistance, foldTight } from '../fields/fold.js';
import { kindOfHeading } from '../fields/kind.js';
import { unite } from '../pages/geometry.js';
import { zone as zoneLimits } from '../thresholds.js';
import { lettersOf, type Cell, type Line } from '../words/word.js';
import { meanConfidence, type Block } from './block.js';
import { namesOnLine, type PlacedName } from './names-on-page.js';

const headings = ['утверждаю', 'бекитемин', 'бекитеминутверждаю', 'утверждаюбекитемин'];
const agreedHeadings = ['согласовано', 'келисилди'];

export interface ApprovalSearch {
  readonly lines: readonly Line[];
  readonly mm: number;
  readonly width: number;
  readonly height: number;
  /** Names that may be expected in the block. */
  readonly expected: readonly string[];
}

/** The approval block of a page: УТВЕРЖДАЮ / БЕКІТЕМІН, position lines, name, date, one under the other in a column. */
export function findApproval(search: ApprovalSearch): Block | null {
  for (const line of search.lines) {
    if (line.box[1] > search.height * zoneLimits.approvalShare) return null;
    // A bilingual paper has one in each language: the right one carries the stamp.
    const heading = line.cells.findLast((cell) => isApprovalHeading(cell.text));
    if (heading !== undefined) return blockBelow(heading, search, columnOf(heading, line));
  }
  return null;
}

/** "СОГЛАСОВАНО" of the same form as an approval, beside it: the other person who signs before it is approved. */
export function findAgreed(search: ApprovalSearch): Block[] {
  const upper = search.lines.filter((line) => line.box[1] < search.height * zoneLimits.approvalShare && line.cells.length > 1);
  return upper.flatMap(({ cells }) =>
    cells
      .filter((cell) => agreedHeadings.some((heading) => editDistance(foldTight(cell.text), heading, 2) <= 2))
      .map((cell) => ({ ...blockBelow(cell, search, columnOf(cell, { cells })), role: 'agreement' as const })),
  );
}

/** Between headings that stand on one line each block has its column. */
function columnOf({ box }: Cell, { cells }: Pick<Line, 'cells'>): readonly [number, number] {
  const before = cells.findLast((other) => other.box[2] < box[0]);
  const next = cells.find((other) => other.box[0] > box[2]);
  return [before === undefined ? -Infinity : (before.box[0] + before.box[2] + box[0] + box[2]) / 4, next === undefined ? Infinity : (next.box[0] + next.box[2] + box[0] + box[2]) / 4];
}

export function isApprovalHeading(text: string): boolean {
  const words = foldTight(text);
  return headings.some((heading) => editDistance(words, heading, 2) <= 2);
}

/** The column under the heading, where the parts of the block stand. */
export function approvalRegion(heading: Box, { mm, width }: Pick<ApprovalSearch, 'mm' | 'width'>): Box {
  const isRight = heading[0] > width * 0.4;
  const right = isRight ? width - 8 * mm : heading[0] + 90 * mm;
  return [Math.max(0, heading[0] - 22 * mm), heading[3], right, heading[3] + zoneLimits.approvalReach * mm];
}

interface Parts {
  readonly position: Cell[];
  name: PlacedName | null;
  date: Cell | null;
}

function blockBelow(heading: Cell, search: ApprovalSearch, [from, until]: readonly [number, number]): Block {
  const reach = approvalRegion(heading.box, search);
  const region: Box = [Math.max(reach[0], from), reach[1], Math.min(reach[2], until), reach[3]];
  const isInColumn = ({ box }: Cell): boolean => isBetween((box[0] + box[2]) / 2, from, until);
  const parts: Parts = { position: [], name: null, date: null };
  let bottom = heading.box[3];
  for (const line of search.lines) {
    const cells = line.cells.filter((cell) => isInColumn(cell) && (isInside(cell, region) || isAligned(cell.box, heading.box, search.mm)));
    if (cells.length === 0 || parts.date !== null) continue;
    if (line.box[1] - bottom > 22 * search.mm || kindOfHeading(line.text) !== null) break;
    for (const cell of cells) if (take(cell, line, parts, search.expected)) bottom = cell.box[3];
  }
  return assemble(heading, parts, search, region);
}

function isInside(cell: Cell, region: Box): boolean {
  const middle = (cell.box[1] + cell.box[3]) / 2;
  const center = (cell.box[0] + cell.box[2]) / 2;
  return middle > region[1] && middle < region[3] && center > region[0] && cell.box[0] > region[0] - 40 && cell.box[0] < region[2];
}

function isBetween(value: number, least: number, most: number): boolean {
  return value > least && value < most;
}

/** In a block that is set to the right or centred, longer lines begin far to the left of the heading. */
function isAligned(box: Box, heading: Box, mm: number): boolean {
  const isAtRight = Math.abs(box[2] - heading[2]) < 4 * mm;
  const isCentred = Math.abs(box[0] + box[2] - heading[0] - heading[2]) < 8 * mm;
  const isBelow = box[1] > heading[1] + mm;
  return isBelow && (isAtRight || isCentred) && box[2] - box[0] < zoneLimits.approvalWidth * mm;
}

function take(cell: Cell, line: Line, parts: Parts, expected: readonly string[]): boolean {
  if (parts.name === null) {
    const name = namesOnLine({ ...line, cells: [cell] }, expected)[0];
    if (name !== undefined) {
      parts.name = name;
      return true;
    }
  }
  if (findDates(cell.text).length > 0 || (parts.name !== null && isDateForm(cell.text))) {
    parts.date = cell;
    return true;
  }
  const isPosition = parts.name === null && lettersOf(cell.text) >= 3 && meanConfidence(cell.words) > 45;
  if (isPosition) parts.position.push(cell);
  return isPosition;
}

/** A date line that is not filled in, or filled in by hand: "20__ жылғы «__»", "«__» ____ 2024 года". */
function isDateForm(text: string): boolean {
  return /жыл|(^|[^\p{L}])год|20\d|20\s?[_—-]|«\s*[_\d\s]*\s*»/iu.test(text);
}

function assemble(heading: Cell, parts: Parts, search: ApprovalSearch, region: Box): Block {
  const { mm } = search;
  const { position, name, date } = parts;
  const typed = [heading, ...position, ...(date === null ? [] : [date])];
  const box = unite([...typed.map((cell) => cell.box), ...(name === null ? [] : [name.box])]);
  const nameless: Box = [region[0], heading.box[3], box[2] + 5 * mm, region[3] - 25 * mm];
  return {
    role: 'approval',
    position: positionText(position),
    ...namePart(name),
    box,
    headingBox: heading.box,
    positionBox: position.length === 0 ? null : unite(position.map((cell) => cell.box)),
    zone: name === null ? nameless : approvalZone(name.box, box, date, mm),
    words: [...typed.flatMap((cell) => cell.words), ...(name?.words ?? [])],
    ...datePart(date),
  };
}

function datePart(date: Cell | null): Pick<Block, 'dateText' | 'dateBox'> {
  return date === null ? { dateText: null, dateBox: null } : { dateText: date.text, dateBox: date.box };
}

function namePart(name: PlacedName | null): Pick<Block, 'name' | 'nameText' | 'nameBox'> {
  if (name === null) return { name: null, nameText: '', nameBox: null };
  return { name: name.name, nameText: name.text, nameBox: name.box };
}

/** The date line ends the zone: a date filled in by hand is no signature. */
function approvalZone(name: Box, block: Box, date: Cell | null, mm: number): Box {
  const left = Math.min(name[0] - zoneLimits.approvalLeft * mm, block[0] - 4 * mm);
  const top = Math.max(block[1], name[1] - zoneLimits.approvalAbove * mm);
  const below = name[3] + zoneLimits.approvalBelow * mm;
  return [Math.max(0, left), top, name[2], date === null ? below : Math.min(below, Math.max(name[3], date.box[1]))];
}

export function positionText(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text.replace(/[_|=]+/gu, '').trim()).join(' ').replace(/\s+/gu, ' ').trim();
}
