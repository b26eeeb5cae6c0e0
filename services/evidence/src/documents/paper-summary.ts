import { isSamePerson } from '@aigaq/names';
import type { Found, PaperCheck } from './evidence.js';

type Seen = 'found' | 'absent' | 'unsure' | '';

/** What was read on a paper, in the words of the rule of evidence (PaperSummary). */
export interface PaperSummary {
  kind: string;
  number: string;
  date: string;
  signature: Seen;
  signer: Seen;
  signerLevel: string;
  approval: Seen;
  stamp: Seen;
  isPoor: boolean;
}

const CODES = {
  signature: ['signature', 'signature_unsure', 'unsigned', 'block_not_found', 'pasted_facsimile', 'slash_signature', 'electronic_signature', 'electronic_signature_unsure', 'electronic_signature_invalid'],
  signer: ['signatory', 'signatory_unsure', 'signatory_date_unknown', 'signatory_not_entitled', 'other_signatory', 'name_not_read', 'position_mismatch', 'position_not_read'],
  approval: ['approval_block', 'missing_approval'],
  stamp: ['stamp', 'missing_stamp'],
} as const;

export function paperSummary(check: PaperCheck): PaperSummary {
  const seen = (what: keyof typeof CODES): Seen => seenIn(check.findings.filter(({ code }) => (CODES[what] as readonly string[]).includes(code)));
  return {
    kind: check.kind ?? '',
    number: check.number ?? '',
    date: check.date ?? '',
    signature: seen('signature'),
    signer: seen('signer'),
    signerLevel: seen('signer') === 'found' ? levelOf(check) : '',
    approval: seen('approval'),
    stamp: seen('stamp'),
    isPoor: check.findings.some(({ code }) => code === 'low_quality'),
  };
}

/** What is said against something counts more than what is said for it. */
function seenIn(findings: readonly Found[]): Seen {
  const said = new Set(findings.map(({ outcome }) => outcome));
  return said.has('failed') ? 'absent' : said.has('person') ? 'unsure' : said.has('passed') ? 'found' : '';
}

function levelOf({ detail, signatory, date }: PaperCheck): string {
  const inOffice = (detail?.expected.signatories ?? []).filter(({ from, until }) => date === null || (from <= date && date <= (until ?? date)));
  return inOffice.find(({ name }) => signatory !== null && isSamePerson(signatory, name))?.level ?? '';
}
