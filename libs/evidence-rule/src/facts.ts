import type { BodyKind } from '@aigaq/kernel';

/** Something that the machine looked for; null: it did not say (of what is secret it never does). */
export type Seen = 'found' | 'absent' | 'unsure' | null;

/** A stored paper or link, as far as it is known. */
export interface EvidencePaper {
  id: string;
  medium: 'file' | 'link';
  /** The machine's verdict on the whole; null: it is still being read. */
  verdict: 'passed' | 'person' | 'failed' | null;
  /** The kind that was read; null: none was recognised. */
  kind: string | null;
  number: string | null;
  /** `YYYY-MM-DD` on the paper itself. */
  date: string | null;
  /** Level of the chair of the person who signed, where the register of heads knows him. */
  signerLevel: string | null;
  signature: Seen;
  /** Whether the one who signed was entitled to on that day, by the register of heads. */
  signer: Seen;
  approval: Seen;
  stamp: Seen;
  /** Code of the official form, where it is known. */
  form: string | null;
  /** So poor a copy that what was read may be wrong. */
  isPoor: boolean;
}

/** First and last day, both included. */
export interface Days {
  from: string;
  until: string;
}

/** Everything that a rule is judged by. */
export interface RuleFacts {
  papers: readonly EvidencePaper[];
  bodyKind: BodyKind;
  period: Days;
  /** From the day it opens to the day it is due. */
  clocks: Days;
  /** The body states that there are no facts. */
  hasNoFacts: boolean;
  /** The working day so many working days after (before, when negative) the day. */
  workingDay: (day: string, count: number) => string;
}

/** Why something is not simply met: a code of the catalogues with its values. */
export interface Reason {
  code: ReasonCode;
  data: Record<string, string>;
}

export const REASON_CODES = [
  'absent',
  'not_enough',
  'kind_differs',
  'kind_unsure',
  'unread',
  'link_wanted',
  'unsigned',
  'signature_unsure',
  'signer_not_entitled',
  'signer_unsure',
  'approval_missing',
  'approval_unsure',
  'stamp_missing',
  'stamp_unsure',
  'date_outside',
  'date_unknown',
  'form_differs',
  'verdict_person',
  'verdict_failed',
  'instead_of_publication',
  'no_facts_stated',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
