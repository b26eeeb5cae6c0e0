import type { Box } from '@aigaq/api';
import type { PaperExpectation } from '../checking/expectation.js';
import type { Evidence, Found, FoundBlock, FoundMark, PaperCheck } from '../documents/evidence.js';

/** One field of a paper: what was expected and what the machine says, with what that rests on. */
export interface Field {
  key: string;
  expected: string[];
  found: string | null;
  /** The worst of the findings about it; null: nothing was compared. */
  outcome: Found['outcome'] | null;
  confidence: number | null;
  measured: Record<string, string>;
  page: number | null;
  box: Box | null;
  /** Of a block or a mark. */
  role: string | null;
  isCorrectable: boolean;
}

const CODES: Record<string, readonly string[]> = {
  kind: ['kind', 'kind_unexpected', 'kind_not_found'],
  number: ['number', 'wrong_number', 'number_not_found'],
  date: ['date', 'wrong_date', 'date_out_of_range', 'date_not_found'],
  approval: ['approval_block', 'missing_approval'],
  stamp: ['stamp', 'missing_stamp'],
  electronic: ['electronic_copy', 'electronic_incomplete'],
  pages: ['missing_page', 'blank_page', 'low_quality'],
};
const SIGNATORY_CODES = ['signatory', 'signatory_unknown', 'signatory_unsure', 'signatory_date_unknown', 'signatory_not_entitled', 'other_signatory', 'name_not_read'];
const SIGNATURE_CODES = ['signature', 'signature_unsure', 'unsigned', 'agreement_row', 'agreement_incomplete'];
/** Shown of the people who may sign. */
const MOST_EXPECTED = 8;

/** A paper on which the machine found no place for a signature still has one field of each kind, for the person. */
const NO_BLOCK: FoundBlock = { role: 'end', page: 0, box: null, position: '', name: '', signed: null, inkBox: null };

/** All fields of a paper that was read, in the order in which people look at them; none while it waits. */
export function fieldsOf({ check, pageCount }: Pick<Evidence, 'check' | 'pageCount'>): Field[] {
  if (!check) {
    return [];
  }
  const { expected, blocks, marks } = detailOf(check);
  return [
    field(check, 'kind', { expected: expected?.kinds ?? [], found: check.kind }),
    field(check, 'number', { found: check.number }),
    field(check, 'date', { found: check.date }),
    field(check, 'approval', { expected: wanted(expected?.approval), found: known(check, blocks.some(({ role }) => role === 'approval')) }),
    ...(blocks.length > 0 ? blocks : [NO_BLOCK]).flatMap((block, place) => blockFields(check, block, place)),
    field(check, 'stamp', { expected: wanted(expected?.stamp), found: known(check, marks.some(({ type }) => type === 'stamp')) }),
    field(check, 'electronic', { found: known(check, isElectronic(marks)) }),
    field(check, 'pages', { found: String(pageCount), isCorrectable: false }),
    ...marks.map(markField),
  ];
}

function detailOf({ detail, signatory }: PaperCheck): { expected: PaperExpectation | undefined; blocks: FoundBlock[]; marks: FoundMark[] } {
  const blocks = signatory === null ? [] : [{ ...NO_BLOCK, name: signatory }];
  return detail ?? { expected: undefined, blocks, marks: [] };
}

function field(check: PaperCheck, key: string, given: Partial<Field>): Field {
  const about = check.findings.filter(({ code }) => CODES[key]?.includes(code));
  const place = about.find(({ box }) => box !== null) ?? about[0];
  return {
    ...{ key, expected: [], found: null, outcome: worstOf(about), confidence: null, measured: {}, role: null, isCorrectable: true },
    ...{ page: place?.page ?? null, box: place?.box ?? null },
    ...given,
  };
}

function blockFields(check: PaperCheck, block: FoundBlock, place: number): Field[] {
  const { role, page, box, name, position, signed, inkBox } = block;
  const persons = likeliestFirst(entitled(check), name);
  const at = { page: page || null, box, role };
  const about = (codes: readonly string[]): Found[] => findingsAt(check.findings, block, codes);
  const signatures = about(SIGNATURE_CODES);
  const measured = measuredIn(signatures[0]);
  const names = role === 'agreement' ? [] : unique(persons.map((person) => person.name));
  const positions = role === 'agreement' ? [] : unique(persons.map((person) => person.position));
  return [
    field(check, `signatory.${place}`, { ...at, expected: names, found: name || null, outcome: worstOf(about(SIGNATORY_CODES)) }),
    field(check, `position.${place}`, { ...at, expected: positions, found: position || null, outcome: worstOf(about(['position_mismatch'])) }),
    field(check, `signed.${place}`, {
      ...{ ...at, box: inkBox ?? box, expected: ['yes'], found: signed === null ? null : yesOrNo(signed) },
      ...{ measured, confidence: shareIn(measured['own']), outcome: worstOf(signatures) },
    }),
  ];
}

function markField({ type, page, box, confidence }: FoundMark, place: number): Field {
  return { key: `mark.${place}`, expected: [], found: 'right', outcome: null, confidence, measured: {}, page, box, role: type, isCorrectable: true };
}

/** Those of the surname that was read, then the others. */
function likeliestFirst(persons: PaperExpectation['signatories'], name: string): PaperExpectation['signatories'] {
  const surname = name.split(' ').at(-1);
  const rank = (person: { name: string }): number => (person.name.split(' ').at(-1) === surname ? 0 : 1);
  return persons.toSorted((one, other) => rank(one) - rank(other));
}

/** Who might sign on the day of the paper; without a day, who may now. */
function entitled({ detail, date }: PaperCheck): PaperExpectation['signatories'] {
  const all = detail?.expected.signatories ?? [];
  return all.filter(({ from, until }) => (date === null ? until === undefined : from <= date && (until === undefined || date <= until)));
}

function findingsAt(findings: readonly Found[], { page, name }: FoundBlock, codes: readonly string[]): Found[] {
  return findings.filter(({ code, page: at, data }) => codes.includes(code) && at === page && (data['name'] ?? '') === name);
}

function measuredIn(found: Found | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(found?.data ?? {}).filter(([key]) => key !== 'name' && key !== 'position'));
}

function worstOf(findings: readonly Found[]): Found['outcome'] | null {
  return (['failed', 'person', 'passed', 'note'] as const).find((outcome) => findings.some((found) => found.outcome === outcome)) ?? null;
}

function isElectronic(marks: readonly FoundMark[]): boolean {
  return marks.some(({ type }) => type === 'margin') && marks.some(({ type }) => type === 'qr');
}

/** Of a paper whose details were not kept, or that could not be read, nobody knows. */
function known({ detail }: PaperCheck, isThere: boolean): string | null {
  return detail ? yesOrNo(isThere) : null;
}

function wanted(rule: string | undefined): string[] {
  return rule === undefined ? [] : [rule];
}

function shareIn(text: string | undefined): number | null {
  const share = Number(text ?? Number.NaN);
  return share >= 0 && share <= 1 ? share : null;
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, MOST_EXPECTED);
}
