import { DEFECTS } from './defects.mjs';
import { decidingBlock } from './inking/blocks.mjs';

/** @typedef {import('./paper.mjs').Paper} Paper */
/** @typedef {import('./paper.mjs').Block} Block */
/** @typedef {readonly number[]} Box */
/** @typedef {[number, number, number, number]} Shares a box in shares of the page as it is shown */
/** @typedef {{ sheet: number, rotation: number, shares: (box: Box) => Shares }} Leaf a page of the file; `sheet`: which one was written, -1 is blank */
/** @typedef {{ page: number, box: Box }} Spot */
/** @typedef {{ boxOn: (sheet: number, box: Box | null) => number[] | null, pageOf: (sheet: number) => number }} Places */

/** Codes whose finding is the place of the block that decides. */
const AT_DECIDING_BLOCK = ['other_signatory', 'position_mismatch', 'slash_signature', 'pasted_facsimile'];

/**
 * What is true of a paper and its file, in the form of the scorers.
 * @param {string} id @param {Paper} paper @param {readonly Leaf[]} leaves
 */
export function truthOf(id, paper, leaves) {
  const { story } = paper;
  const places = placesOf(leaves);
  const marks = marksOf(paper, places);
  return {
    id, file: `${id}.pdf`, kind: story.kind, language: story.tongues.length > 1 ? 'ru+kk' : story.tongues[0], pages: leaves.length,
    ...fieldsOf(paper), ...blocksOf(paper, places),
    stamps: marks.filter(({ type }) => type === 'stamp').map(({ page, box, ink }) => ({ page, box, ink })),
    electronic: { marginStamp: story.electronic.margin, qr: story.electronic.qr, boxes: marks.filter(({ type }) => type === 'margin' || type === 'qr') },
    pageInfo: leaves.map(({ sheet, rotation }, i) => ({ page: i + 1, rotation, blank: sheet < 0, printedNumber: paper.flow.sheets[sheet]?.printedNumber ?? null })),
    marks: marks.filter(({ type }) => type === 'signature'),
    variant: story.variant, style: story.style,
    defects: story.defects,
    findings: story.defects.map((code) => findingOf(code, paper, leaves, places)),
    verdict: verdictOf(story.defects),
  };
}

/** @param {readonly Leaf[]} leaves @returns {Places} */
function placesOf(leaves) {
  return {
    boxOn: (sheet, box) => (box && leaves.find((leaf) => leaf.sheet === sheet)?.shares(box).map((side) => Number(side.toFixed(4)))) ?? null,
    pageOf: (sheet) => leaves.findIndex((leaf) => leaf.sheet === sheet) + 1,
  };
}

/** @param {Paper} paper */
function fieldsOf({ story }) {
  const hidden = (/** @type {string} */ field) => story.defects.includes('corrected_field') && story.variant === field;
  return {
    number: hidden('number') ? null : story.number,
    date: story.dating !== 'typed' || hidden('date') ? null : story.date,
    textLayer: { scan: false, digital: true, garbled: 'garbled' }[story.form],
    readable: !story.defects.includes('low_quality'),
  };
}

/** @param {Paper} paper @param {Places} places */
function blocksOf({ blocks }, { boxOn, pageOf }) {
  const blockOf = (/** @type {Block} */ { page, box, inkBox, forBox, position, name }) => ({
    page: pageOf(page), box: boxOn(page, box), inkBox: boxOn(page, inkBox), forBox: boxOn(page, forBox), position, name, signed: inkBox !== null,
  });
  const counted = blocks.filter(({ counts }) => counts);
  const approval = counted.find(({ role }) => role === 'approval');
  return {
    approval: approval ? { ...blockOf(approval), stamped: approval.stamped } : null,
    signatures: counted.filter(({ role }) => role !== 'approval').map((block) => ({ ...blockOf(block), role: block.role })),
  };
}

/** @param {Paper} paper @param {Places} places */
function marksOf({ marks }, { boxOn, pageOf }) {
  return marks.map(({ type, page, box, ink }) => ({ type, page: pageOf(page), box: boxOn(page, box), ...(ink && { ink }) })).filter(({ page }) => page > 0);
}

/** @param {readonly string[]} defects */
function verdictOf(defects) {
  const verdicts = defects.map((code) => DEFECTS[code]?.verdict);
  return verdicts.includes('failed') ? 'failed' : verdicts.includes('person') ? 'person' : 'passed';
}

/** @param {string} code @param {Paper} paper @param {readonly Leaf[]} leaves @param {Places} places */
function findingOf(code, paper, leaves, { boxOn, pageOf }) {
  if (code === 'blank_page') return { code, page: leaves.findIndex(({ sheet }) => sheet < 0) + 1, box: null };
  if (code === 'rotated_page') return { code, page: leaves.findIndex(({ rotation }) => rotation !== 0) + 1, box: null };
  const spot = spotOf(code, paper);
  return { code, page: spot ? pageOf(spot.page) : null, box: spot ? boxOn(spot.page, spot.box) : null };
}

/** Where on the written pages a defect is to be seen; null when it is nowhere in particular. @param {string} code @param {Paper} paper @returns {Spot | null} */
function spotOf(code, paper) {
  if (AT_DECIDING_BLOCK.includes(code)) return decidingBlock(paper) ?? null;
  const unsigned = (/** @type {boolean} */ inAgreement) => paper.blocks.find(({ inkBox, role }) => inkBox === null && (role === 'agreement') === inAgreement) ?? null;
  switch (code) {
    case 'unsigned': return unsigned(false);
    case 'agreement_incomplete': return unsigned(true);
    case 'wrong_number': return paper.numberSpot;
    case 'wrong_date': return paper.dateSpot;
    case 'corrected_field': return paper.story.variant === 'number' ? paper.numberSpot : paper.dateSpot;
    default: return null;
  }
}
