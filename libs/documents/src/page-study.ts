import type { Box } from './document.js';
import { findAgreementRows } from './blocks/agreement-sheet.js';
import { findApproval } from './blocks/approval.js';
import type { Block } from './blocks/block.js';
import { findEndBlocks } from './blocks/end-blocks.js';
import type { BlockFacts } from './facts.js';
import type { PersonName } from './fields/names.js';
import { unite, overlap } from './pages/geometry.js';
import { asShown } from './pages/view.js';
import { inkMasks, type InkMasks } from './ink/masks.js';
import { printedBoxes, signatureIn, type InkEvidence, type InkSearch } from './ink/signature.js';
import { slashBefore } from './ink/slash.js';
import { findStamps, type StampSearch } from './ink/stamps.js';
import { ink as inkLimits } from './thresholds.js';
import type { ReadPage } from './words/read-page.js';
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
  const agreement = findAgreementRows(search);
  const ends = options.seeksEnds && agreement.length === 0 ? findEndBlocks({ ...search, rules: masks.rules, approval }) : [];
  return { read, masks, approval, ends, agreement };
}

export interface PageInk {
  readonly search: StampSearch;
  readonly blocks: readonly { readonly block: Block; readonly evidence: InkEvidence; readonly slashBox: Box | null }[];
}

/** Stamps of the page and the signature evidence at each block. */
export function studyInk({ read, masks, approval, ends, agreement }: PageStudy): PageInk {
  const { view, words } = read;
  const blocks = [...(approval === null ? [] : [approval]), ...ends, ...agreement];
  const printed = printedBoxes(words, blocks.flatMap((block) => block.words), view.mm);
  const search = findStamps(masks, view.mm, printed);
  const inkSearch: InkSearch = { view, masks, printed, circles: [...search.stamps, ...search.weak] };
  const zones = splitZones(blocks);
  return {
    search,
    blocks: blocks.map((block, index) => ({
      block,
      evidence: signatureIn(zones[index]!, inkSearch),
      slashBox: block.positionBox === null || block.role !== 'end' ? null : slashBefore(block.positionBox, inkSearch),
    })),
  };
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

/** Yes, no, or null: near the threshold, or a stamp over the place where the signature should be. */
export function isSigned({ score, source, isStamped }: InkEvidence): boolean | null {
  const needed = source === 'black' ? inkLimits.signedBlack : inkLimits.signed;
  if (score >= needed) return true;
  return score >= inkLimits.doubtful || isStamped ? null : false;
}

export function blockFacts(study: PageStudy, found: PageInk['blocks'][number], names: readonly PersonName[]): BlockFacts {
  const { view, isDigital } = study.read;
  const { block, evidence, slashBox } = found;
  return {
    role: block.role,
    page: view.page,
    box: asShown(view, block.box),
    position: block.position,
    name: block.name ?? names[0] ?? null,
    names: block.name === null ? names : [block.name, ...names],
    nameText: block.nameText,
    signed: isSigned(evidence),
    inkBox: evidence.box === null ? null : asShown(view, unite([evidence.box])),
    inkSource: evidence.source,
    isStamped: evidence.isStamped,
    slashBox: slashBox === null ? null : asShown(view, slashBox),
    isDigital,
  };
}
