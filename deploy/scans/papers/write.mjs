import { approvalLook, writeApproval } from '../blocks/approval.mjs';
import { endLook, writeEnding } from '../blocks/ending.mjs';
import { writeAgreement } from '../blocks/tables.mjs';
import { emptyPaper } from '../paper.mjs';
import { Flow } from '../page/flow.mjs';
import { PHRASES } from '../texts/phrases.mjs';
import { writeColumns, writePlanTable, writePoints, writeProse, writeSections } from './body.mjs';
import { writeAddressee, writeAnnexHead, writeHeading, writeLetterhead, writeNumberLine, writePerformer, writeTitle } from './parts.mjs';
import { writeSheets } from './sheets.mjs';

/** @typedef {import('../paper.mjs').Story} Story */
/** @typedef {import('../paper.mjs').Paper} Paper */
/** @typedef {import('../paper.mjs').Tongue} Tongue */
/** @typedef {import('../random.mjs').Random} Random */

const APPROVED = ['note', 'policy', 'plan'];

/** Writes the paper that a story asks for; nobody has signed it yet. @param {Story} story @param {Random} random @returns {Paper} */
export function writePaper(story, random) {
  const paper = emptyPaper(story, random, new Flow(story.look));
  const [first = 'ru', second] = story.tongues;
  if (story.letterhead) writeLetterhead(paper);
  if (APPROVED.includes(story.kind)) writeApprovals(paper);
  writeBeginning(paper, first);
  if (story.arrangement === 'side') writeColumns(paper, story.tongues, story.length);
  else writeBody(paper, first);
  if (story.arrangement === 'after' && second) writeSecondTongue(paper, second);
  writeEndings(paper, first);
  if (story.annex) writeAnnex(paper, first);
  if (story.agreement) writeAgreementSheet(paper, first);
  writeSheets(paper, first);
  return paper;
}

/** @param {Paper} paper */
function writeApprovals(paper) {
  const { flow, story, random } = paper;
  if (story.defects.includes('missing_approval')) return;
  const look = approvalLook(paper);
  const [tongue = 'ru', other] = story.tongues;
  const top = flow.y - 2;
  const right = flow.right - look.width;
  const both = other !== undefined && story.arrangement === 'side' && random.chance(0.6);
  const atLeft = !both && random.chance(story.family === 'tune' ? 0.15 : 0.3);
  const { bottom } = writeApproval(paper, { x: atLeft ? flow.left : right, y: top, tongue, signer: story.signer }, look);
  let lowest = bottom;
  if (both && other) {
    const left = writeApproval(paper, { x: flow.left, y: top, tongue: other, signer: story.signer }, { ...look, width: Math.min(look.width, right - flow.left - 4) });
    left.block.counts = false;
    lowest = Math.max(lowest, left.bottom);
  } else if (story.twoBlocks && story.variant.includes('agreed beside')) {
    lowest = Math.max(lowest, writeAgreedBeside(paper, look, tongue, atLeft ? right : flow.left, top));
  }
  flow.y = lowest;
  flow.gap(8);
}

/** Another person's block on the same height. @param {Paper} paper @param {import('../blocks/approval.mjs').ApprovalLook} look @param {Tongue} tongue @param {number} x @param {number} y */
function writeAgreedBeside(paper, look, tongue, x, y) {
  const word = PHRASES[tongue].acts.agreed[1] ?? '';
  const { block, bottom } = writeApproval(paper, { x, y, tongue, signer: paper.story.second, word }, { ...look, width: Math.min(look.width, 72) });
  block.role = 'agreement';
  return bottom;
}

/** @param {Paper} paper @param {Tongue} tongue */
function writeBeginning(paper, tongue) {
  const { story } = paper;
  if (story.kind === 'letter') {
    if (paper.random.chance(0.5)) {
      writeNumberLine(paper, tongue);
      writeAddressee(paper, tongue);
    } else {
      writeAddressee(paper, tongue);
      writeNumberLine(paper, tongue);
    }
    return;
  }
  writeHeading(paper, tongue);
  if (story.number) writeNumberLine(paper, tongue);
  if (story.kind === 'order') writeTitle(paper, tongue);
}

/** @param {Paper} paper @param {Tongue} tongue */
function writeBody(paper, tongue) {
  const { kind } = paper.story;
  if (kind === 'order' || kind === 'protocol') writePoints(paper, tongue, kind === 'order');
  else if (kind === 'policy') writeSections(paper, tongue);
  else if (kind === 'plan') writePlanTable(paper, tongue);
  else writeProse(paper, tongue);
}

/** The same paper once more in the other language, below. @param {Paper} paper @param {Tongue} tongue */
function writeSecondTongue(paper, tongue) {
  paper.flow.gap(8);
  paper.flow.need(40);
  if (paper.story.kind === 'letter') return writeProse(paper, tongue);
  writeHeading(paper, tongue);
  writeBody(paper, tongue);
}

/** @param {Paper} paper @param {Tongue} tongue */
function writeEndings(paper, tongue) {
  const { flow, story } = paper;
  const look = endLook(paper);
  flow.gap(paper.random.real(8, 16));
  if (APPROVED.includes(story.kind)) {
    if (story.twoBlocks && !story.variant.includes('agreed beside')) writeEnding(paper, story.second, tongue, look);
    return;
  }
  const { chair, secretary } = PHRASES[tongue].acts;
  const labelled = story.kind === 'protocol' && paper.random.chance(0.3);
  writeEnding(paper, story.signer, tongue, look, labelled ? { label: chair } : {});
  if (story.twoBlocks) {
    flow.gap(paper.random.real(5, 12));
    writeEnding(paper, story.second, tongue, look, labelled ? { label: secretary } : {});
  }
  if (story.kind === 'letter' && paper.random.chance(0.5)) writePerformer(paper, tongue);
}

/** @param {Paper} paper @param {Tongue} tongue */
function writeAnnex(paper, tongue) {
  writeAnnexHead(paper, tongue);
  writePlanTable(paper, tongue, paper.random.integer(5, 12));
}

/** @param {Paper} paper @param {Tongue} tongue */
function writeAgreementSheet(paper, tongue) {
  const { flow, random, story } = paper;
  const inTable = story.variant.includes('table');
  if (inTable) {
    flow.gap(8);
    flow.need(30 + 16 * story.colleagues.length);
  } else flow.newSheet();
  flow.paragraph(PHRASES[tongue].acts.agreed[inTable ? 1 : 0] ?? '', { bold: true, align: 'center' });
  flow.gap(5);
  writeAgreement(paper, tongue, story.family === 'tune' ? random.chance(0.6) : random.chance(0.85));
}
