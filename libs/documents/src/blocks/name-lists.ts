import type { Mark } from '../marks/mark.js';
import { markAt } from '../marks/mark-at-block.js';
import { detector } from '../thresholds.js';
import type { SheetSearch } from './agreement-sheet.js';
import type { Block } from './block.js';
import { namesOnLine } from './names-on-page.js';

/** So many names one under the other are the column of a table whose rules were not seen, unless somebody signed in it. */
const listed = 4;

/** Blocks without those that are a list of persons: the column "responsible" of a plan has names at the right too. */
export function withoutLists(blocks: readonly Block[], { lines, mm, expected }: SheetSearch, marks: readonly Mark[]): Block[] {
  if (blocks.length === 0) return [];
  const edges = lines.flatMap((line) => namesOnLine(line, expected)).map(({ box }) => box[0]);
  const isSigned = ({ zone }: Block): boolean => markAt(zone, marks).score >= detector.outside.doubtful;
  return blocks.filter((block) => {
    const isNear = (edge: number): boolean => Math.abs(edge - edgeOf(block)) < 4 * mm;
    return edges.filter(isNear).length < listed || blocks.some((other) => isNear(edgeOf(other)) && isSigned(other));
  });
}

function edgeOf({ nameBox, box }: Block): number {
  return (nameBox ?? box)[0];
}
