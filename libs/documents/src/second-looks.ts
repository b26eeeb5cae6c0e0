import { approvalRegion } from './blocks/approval.js';
import type { Block } from './blocks/block.js';
import { findDates } from './fields/dates.js';
import { grow, unite } from './pages/geometry.js';
import { studyPage, type PageStudy } from './page-study.js';
import type { PageReader } from './words/page-reader.js';
import { linesOf } from './words/lines.js';
import { closerLooks, readAgain } from './words/second-reading.js';
import type { Line } from './words/word.js';

/** Reads the upper part of the first page again, its right and its left, before an approval block is called missing. */
export async function seekApprovalAgain(studies: PageStudy[], expected: readonly string[], reader: PageReader): Promise<PageStudy[]> {
  const [first, ...others] = studies;
  if (first === undefined || first.read.isDigital) return studies;
  const { print } = first.read.view;
  for (const [from, to] of [[0.35, 1], [0, 0.6]] as const) {
    const region = [print.width * from, 0, print.width * to, print.height * 0.3] as const;
    const lines = await readAgain(first.read, first.masks.rules, region, { reader, layout: from === 0 ? 'scattered' : 'block' });
    const { approval } = studyPage(first.read, { expected, seeksApproval: true, seeksEnds: false }, lines);
    if (approval !== null) return [{ ...first, approval }, ...others];
  }
  return studies;
}

/** Reads an approval block again as one block when its name or date was not read, and fills in what the second reading found. */
export async function completeApproval(studies: PageStudy[], expected: readonly string[], reader: PageReader): Promise<PageStudy[]> {
  const [first, ...others] = studies;
  if (first === undefined || first.approval === null || first.read.isDigital) return studies;
  const { approval, read, masks } = first;
  if (isComplete(approval)) return studies;
  const { view } = read;
  const region = approvalRegion(approval.headingBox ?? approval.box, { mm: view.mm, width: view.print.width });
  const heading = approval.headingBox ?? approval.box;
  const wanted = [heading[0] - 4 * view.mm, heading[1] - view.mm, region[2], Math.min(region[3], approval.box[3] + 9 * view.mm)] as const;
  let best = approval;
  for (const look of closerLooks) {
    const lines = await readAgain(read, masks.rules, wanted, { reader, ...look });
    const again = studyPage(read, { expected, seeksApproval: true, seeksEnds: false }, lines).approval;
    best = again === null ? best : mergeApproval(best, again);
    if (isComplete(best)) break;
  }
  return [{ ...first, approval: best }, ...others];
}

function isComplete({ name, dateText }: Block): boolean {
  return name !== null && findDates(dateText ?? '').length > 0;
}

function mergeApproval(first: Block, again: Block): Block {
  const hasName = first.name !== null;
  const hasDate = findDates(first.dateText ?? '').length > 0 || (findDates(again.dateText ?? '').length === 0 && first.dateText !== null);
  const longer = again.position.length > first.position.length ? again : first;
  const box = unite([first.box, again.box]);
  return {
    ...(hasName ? first : { ...first, name: again.name, nameText: again.nameText, nameBox: again.nameBox, zone: again.zone }),
    ...(hasDate ? {} : { dateText: again.dateText ?? first.dateText, dateBox: again.dateBox ?? first.dateBox }),
    position: longer.position,
    positionBox: longer.positionBox,
    box,
    words: [...first.words, ...again.words],
  };
}

/** Reads the lower part of the last page again, before no block is found at all. */
export async function seekEndsAgain(studies: PageStudy[], expected: readonly string[], reader: PageReader): Promise<PageStudy[]> {
  const last = studies.at(-1);
  if (last === undefined || last.read.isDigital) return studies;
  const { print, mm } = last.read.view;
  const region = [0, print.height * 0.35, print.width, print.height] as const;
  const lower = await readAgain(last.read, last.masks.rules, region, { reader, layout: 'scattered' });
  const upper = last.read.words.filter((word) => word.box[1] < region[1]);
  const lines = linesOf([...upper, ...lower.flatMap((line) => line.cells.flatMap((cell) => cell.words))], mm);
  const again = studyPage(last.read, { expected, seeksApproval: false, seeksEnds: true }, lines);
  return [...studies.slice(0, -1), { ...last, ends: again.ends, agreement: again.agreement }];
}

/** Reads the name of a block again with its surroundings, or the place where it should stand: each reading apart. */
export function readNameAgain({ read, masks }: PageStudy, block: Block, reader: PageReader): Promise<Line[][]> {
  const { mm } = read.view;
  const place = block.nameBox;
  const looks = place === null ? closerLooks : nameLooks;
  const [x0, y0, x1, y1] = place === null ? block.zone : grow(place, 1.3 * mm);
  const region = place === null ? block.zone : ([x0 - 3 * mm, y0, x1 + 3 * mm, y1] as const);
  return Promise.all(looks.map((look) => readAgain(read, masks.rules, region, { reader, ...look })));
}

const nameLooks = [
  { layout: 'line', colour: 'faded' },
  { layout: 'line', colour: 'softened' },
  { layout: 'line', colour: 'kept' },
  { layout: 'block', colour: 'faded' },
] as const;
