/** @typedef {import('./paper.mjs').Kind} Kind */
/** @typedef {{ weight: number, kinds?: readonly Kind[], variants: readonly (readonly [string, number])[], verdict: 'failed' | 'person' | 'passed' }} Defect */

/** @type {readonly Kind[]} */
export const NUMBERED = ['order', 'protocol', 'announcement', 'letter'];
/** @type {readonly Kind[]} */
export const APPROVED = ['note', 'policy', 'plan'];

/** What can be wrong with a paper, by the code of its finding. @type {Record<string, Defect>} */
export const DEFECTS = {
  unsigned: {
    weight: 12, verdict: 'failed',
    variants: [['plain', 4], ['stamp alone', 4], ['date alone', 2], ['one of two', 3], ['wrong line', 2], ['notes around', 2], ['agreed beside', 1], ['digital', 1], ['garbled', 1], ['stamp and date', 1]],
  },
  missing_approval: { weight: 2, kinds: APPROVED, verdict: 'failed', variants: [['plain', 1], ['end signed', 1]] },
  other_signatory: { weight: 3, verdict: 'failed', variants: [['another person', 3], ['namesake', 1]] },
  wrong_number: { weight: 3, kinds: NUMBERED, verdict: 'failed', variants: [['one digit', 2], ['swapped', 1], ['other', 1]] },
  wrong_date: { weight: 3, verdict: 'failed', variants: [['other year', 1], ['other day', 2], ['other month', 1]] },
  missing_page: { weight: 2, kinds: ['policy', 'note', 'plan', 'order'], verdict: 'failed', variants: [['plain', 1]] },
  missing_stamp: { weight: 2, verdict: 'failed', variants: [['plain', 2], ['other stamps', 1]] },
  low_quality: { weight: 2, verdict: 'person', variants: [['plain', 1]] },
  blank_page: { weight: 2, verdict: 'person', kinds: ['policy', 'note', 'plan', 'order'], variants: [['plain', 1]] },
  position_mismatch: { weight: 2, verdict: 'person', variants: [['plain', 1]] },
  electronic_incomplete: { weight: 3, verdict: 'person', variants: [['no code', 1], ['no margin', 1]] },
  pasted_facsimile: { weight: 3, verdict: 'person', variants: [['plain', 2], ['with stamp', 1]] },
  slash_signature: { weight: 3, verdict: 'person', variants: [['slash', 1], ['za', 1]] },
  agreement_incomplete: { weight: 3, kinds: APPROVED, verdict: 'person', variants: [['sheet', 1], ['table', 1]] },
  rotated_page: { weight: 2, verdict: 'passed', variants: [['90', 1], ['180', 1], ['270', 1]] },
  corrected_field: { weight: 1, verdict: 'person', kinds: NUMBERED, variants: [['number', 1], ['date', 1]] },
};

/** Good papers, by what is in them. @type {readonly (readonly [string, number])[]} */
export const GOOD = [
  ['plain', 6], ['stamp', 6], ['electronic', 4], ['electronic digital', 2], ['two blocks', 4], ['agreed beside', 1], ['acting', 2], ['notes around', 3], ['sheet', 1], ['table', 1],
  ['annex', 2], ['by hand date', 2], ['strange paper', 2],
];
