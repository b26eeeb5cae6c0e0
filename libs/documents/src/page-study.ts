import type { Box } from './document.js';
import { findAgreementRows } from './blocks/agreement-sheet.js';
import { findAgreed, findApproval } from './blocks/approval.js';
import type { Block } from './blocks/block.js';
import { findEndBlocks } from './blocks/end-blocks.js';
import { withoutLists } from './blocks/name-lists.js';
import type { BlockFacts } from './facts.js';
import { isSignedFor, type PersonName } from './fields/names.js';
import { grow, overlap } from './pages/geometry.js';
import { asShown } from './pages/view.js';
import { inkMasks, type InkMasks } from './ink/masks.js';
import { printedBoxes, signatureIn, type InkEvidence, type InkSearch } from './ink/signature.js';
import { slashBefore } from './ink/slash.js';
import { leastInStamp } from './ink/stamp-drawing.js';
import { findStamps, roundnessOf } from './ink/stamps.js';
import { noSignature, signaturesOfBlocks, type Seen } from './marks/block-signature.js';
import { markAt, type MarkEvidence } from './marks/mark-at-block.js';
import { withoutShared } from './marks/shared-signature.js';
import { signaturesOf } from './marks/signatures-on-page.js';
import { stampsOf, type PageStamps } from './marks/stamps-on-page.js';
import { isSigned, measuredOf } from './ink/is-signed.js';
import type { ReadPage } from './words/read-page.js';
import { blockNetwork, zone } from './thresholds.js';
import type { Line } from './words/word.js';

/** The blocks of a page and its ink. */
export interface PageStudy {
  readonly read: ReadPage;
  readonly masks: InkMasks;
  readonly approval: Block | null;
  readonly ends: readonly Block[];
  readonly agreement: readonly Block[];
}

export interface StudyOptions {
  readonly expected: readonly string[];
  readonly seeksApproval: boolean;
  readonly seeksEnds: boolean;
}

/** Finds the blocks of a page; `lines` may come from a second reading. */
export function studyPage(read: ReadPage, options: StudyOptions, lines: readonly Line[] = read.lines): PageStudy {
  const { view } = read;
  const { width, height } = view.print;
  const masks = inkMasks(view);
  const search = { lines, mm: view.mm, width, height, expected: options.expected };
  const approval = options.seeksApproval ? findApproval(search) : null;
  const rows = findAgreementRows(search);
  const agreement = [...rows, ...(options.seeksApproval ? findAgreed(search) : [])];
  const found = options.seeksEnds && rows.length === 0 ? findEndBlocks({ ...search, rules: masks.rules, approval }) : [];
  return { read, masks, approval, ends: withoutLists(found, search, read.marks), agreement };
}

export interface PageInk {
  readonly search: PageStamps;
  readonly blocks: readonly BlockInk[];
}

/** What speaks for a signature at a block. */
export interface BlockInk {
  readonly block: Block;
  readonly evidence: InkEvidence;
  readonly mark: MarkEvidence;
  readonly own: Seen;
  /** What `own` takes to be a signature where it may be the drawing of a stamp. */
  readonly leastInStamp: number;
  /** A signature that belongs to no block lies near this one. */
  readonly isStrayNear: boolean;
  readonly slashBox: Box | null;
}

/** Stamps of the page and the signature evidence at each block. */
export async function studyInk({ read, masks, approval, ends, agreement }: PageStudy): Promise<PageInk> {
  const { view, words } = read;
  const blocks = [...(approval === null ? [] : [approval]), ...ends, ...agreement];
  const printed = printedBoxes(words, blocks.flatMap((block) => block.words), view.mm);
  const search = stampsOf(read.marks, findStamps(masks, view.mm, printed), view.mm, (mark, depth) => roundnessOf(view.grey, mark.box, depth));
  const inkSearch: InkSearch = { view, masks, printed, circles: [...search.stamps, ...search.weak] };
  const zones = splitZones(blocks);
  // What a program made has no ink, unless a picture lies on it.
  const asked = read.isDigital && !read.hasPictures ? blocks.map(() => noSignature) : await signaturesOfBlocks(view, blocks);
  const seen = withoutShared(asked, blocks.map(({ box }) => box));
  const strays = signaturesOf(read.marks).filter((mark) => zones.every((each) => overlap(mark.box, each) === 0));
  return {
    search,
    blocks: blocks.map((block, index) => ({
      block,
      evidence: signatureIn(zones[index]!, inkSearch),
      mark: markAt(zones[index]!, read.marks),
      own: seen[index]!.own,
      leastInStamp: leastInStamp(seen[index]!.own.box, inkSearch.circles),
      // In the rows of a sheet it is clear whose the ink of the neighbouring row is.
      isStrayNear: (seen[index] !== asked[index] && block.role !== 'agreement') || strays.some((mark) => overlap(mark.box, grow(block.box, zone.strayReach * view.mm)) > 0),
      slashBox: signedForAt(block, inkSearch, seen[index]!.for),
    })),
  };
}

/** Where a slash or «за» stands before the position. */
function signedForAt({ position, positionBox, role }: Block, search: InkSearch, seen: Seen): Box | null {
  if (positionBox !== null && isSignedFor(position)) return positionBox;
  if (seen.score >= blockNetwork.for.alone) return seen.box;
  if (positionBox === null || role !== 'end' || seen.score < blockNetwork.for.withStroke) return null;
  return slashBefore(positionBox, search);
}

/** Zones of neighbouring blocks are cut half-way, so that a neighbour's signature does not count. */
export function splitZones(blocks: readonly Block[]): Box[] {
  return blocks.map((block) => {
    const [x0, , x1] = block.zone;
    let [, top, , bottom] = block.zone;
    for (const other of blocks) {
      if (other === block || overlap(block.zone, other.zone) === 0) continue;
      const half = (middle(block) + middle(other)) / 2;
      if (middle(other) < middle(block)) top = Math.max(top, half);
      else bottom = Math.min(bottom, half);
    }
    return [x0, top, x1, bottom];
  });
}

function middle(block: Block): number {
  const box = block.nameBox ?? block.box;
  return (box[1] + box[3]) / 2;
}

/** Where the ink is, by the witness that knows best. */
function inkOf({ own, mark, evidence }: BlockInk): Box | null {
  return own.score >= blockNetwork.doubtful ? own.box : (mark.box ?? evidence.box);
}

export function blockFacts(study: PageStudy, found: BlockInk, names: readonly PersonName[]): BlockFacts {
  const { view, isDigital } = study.read;
  const { block, evidence, mark, own, slashBox } = found;
  const inkBox = inkOf(found);
  const answer = isSigned(evidence, mark, own, found.leastInStamp);
  return {
    role: block.role,
    page: view.page,
    box: asShown(view, block.box),
    position: block.position,
    name: block.name ?? names[0] ?? null,
    names: block.name === null ? names : [block.name, ...names],
    nameText: block.nameText,
    // A signature that belongs to no block may be this one's, put beside its place.
    signed: answer === false && found.isStrayNear ? null : answer,
    inkBox: inkBox === null ? null : asShown(view, inkBox),
    inkSource: evidence.source,
    measured: measuredOf(evidence, mark, own),
    isStamped: evidence.isStamped,
    slashBox: slashBox === null ? null : asShown(view, slashBox),
    isDigital,
  };
}
