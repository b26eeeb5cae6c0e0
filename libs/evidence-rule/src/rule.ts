import { BODY_KINDS, type BodyKind } from '@aigaq/kernel';
import { z } from 'zod';
import { DOCUMENT_KINDS, SIGNER_LEVELS, type SignerLevel } from './vocabulary.js';

const text = z.strictObject({ ru: z.string().trim().min(1), kk: z.string().trim().min(1) });
const approval = z.enum(['required', 'none', 'optional']);
const accepted = z.enum(['file', 'link']);
const signers = z.array(z.enum(SIGNER_LEVELS));

/** A document that the rule names. What it does not say itself, the rule says for it. */
export const wantedDocument = z.strictObject({
  /** Unique in its rule; `alternatives` and `dateWindow` refer to it. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(DOCUMENT_KINDS),
  name: text,
  required: z.boolean(),
  /** How many such papers; absent: at least one. `max` null: as many as there are. */
  count: z
    .strictObject({ min: z.int().min(1).max(20), max: z.int().min(1).max(20).nullable() })
    .refine(({ min, max }) => max === null || min <= max, 'min <= max')
    .optional(),
  /** Code of the official form or template: `APP1`-`APP6`, `MR488-2`… */
  form: z.string().max(20).nullable(),
  /** Where absent, the approval of the rule applies. */
  approval: approval.optional(),
  /** Where absent, the signers of the rule; empty: no signature of the body is wanted (somebody else's paper, a link). */
  signers: signers.optional(),
  /** Where absent, a file. */
  accepts: z.array(accepted).min(1).optional(),
});

/** Which days may stand on these documents; counted from the period of the assignment or from its clocks. */
export const dateWindow = z.strictObject({
  appliesTo: z.array(z.string()).min(1),
  daysBeforePeriodStart: z.int().min(0).max(3660),
  daysAfterPeriodEnd: z.int().min(0).max(3660),
  /** Absent: calendar days. */
  unit: z.enum(['calendar-day', 'working-day']).optional(),
  /** `clocks`: from the day it opens to the day it is due stands in place of the period. Absent: the period. */
  relativeTo: z.enum(['period', 'clocks']).optional(),
});

const fields = {
  documents: z.array(wantedDocument).max(12),
  /** One of the named documents is enough; `required` says whether one is needed at all. `when` says what decides between them. */
  alternatives: z
    .array(
      z.strictObject({
        anyOf: z.array(z.string()).min(2),
        required: z.boolean(),
        when: text,
        /** The one that stands in for what is made public where the law keeps it secret (1.3.2: a signed note in place of the link). */
        underSecrecy: z.string().optional(),
      }),
    )
    .max(6),
  /** Levels that may sign; empty: no signature is wanted (links, tables). */
  signers,
  /** Instead of `signers` for bodies of this kind. */
  signersByKind: z.partialRecord(z.enum(BODY_KINDS), signers),
  approval,
  stamp: z.enum(['required', 'optional']),
  accepts: z.array(accepted),
  /** Null: dates are not checked. */
  dateWindow: dateWindow.nullable(),
  /** A body without facts may say so («нет фактов» / «фактілер жоқ»). */
  zeroCase: z.boolean(),
  /** What it files then. Absent: the form, signed. `nothing`: no upload is wanted (edition 2022). */
  zeroCaseFiles: z.enum(['form', 'nothing']).optional(),
};

/**
 * What proves one subtask of a card, as data: which documents and how many, who signs, approval, stamp, day, file or link, form, the case
 * without facts, and what stands in for a publication where secrecy applies. The same rule is shown in words (`describeRule`) and
 * judged by (`evaluateRule`).
 */
export const evidenceRule = z.strictObject(fields).superRefine((rule, context) => {
  for (const message of faultsOf(rule)) {
    context.addIssue({ code: 'custom', message });
  }
});
export type EvidenceRule = z.infer<typeof evidenceRule>;
export type WantedDocument = z.infer<typeof wantedDocument>;
export type Alternative = EvidenceRule['alternatives'][number];

type Refers = Pick<EvidenceRule, 'documents' | 'alternatives' | 'dateWindow'>;

/** Where a rule contradicts itself: two documents of one id, a reference to none, a document that is needed by itself and as one of several. */
function faultsOf({ documents, alternatives, dateWindow: window }: Refers): string[] {
  const ids = documents.map(({ id }) => id);
  const alternative = alternatives.flatMap(({ anyOf }) => anyOf);
  const referred = [...alternative, ...alternatives.flatMap(({ underSecrecy }) => underSecrecy ?? []), ...(window?.appliesTo ?? [])];
  const unknown = referred.filter((id) => !ids.includes(id));
  const both = documents.filter(({ id, required }) => required && alternative.includes(id));
  return [
    ...(new Set(ids).size < ids.length ? ['The id of a document is used twice.'] : []),
    ...unknown.map((id) => `There is no document ${id}.`),
    ...both.map(({ id }) => `${id} is required by itself and as one of several.`),
  ];
}

/** Levels that may sign for a body of the kind; empty when no signature is wanted. */
export const signersFor = (rule: Pick<EvidenceRule, 'signers' | 'signersByKind'>, kind: BodyKind): readonly SignerLevel[] =>
  rule.signersByKind[kind] ?? rule.signers;

/** Levels that may sign one document of the rule for a body of the kind. */
export const signersOf = (rule: EvidenceRule, document: WantedDocument, kind: BodyKind): readonly SignerLevel[] =>
  document.signers ?? (isLinkOnly(document) ? [] : signersFor(rule, kind));

/** How many papers of a document are wanted; `max` null: no limit. */
export const countOf = ({ count }: WantedDocument): { min: number; max: number | null } => count ?? { min: 1, max: null };

export const acceptsOf = ({ accepts }: WantedDocument): readonly ('file' | 'link')[] => accepts ?? ['file'];

const isLinkOnly = (document: WantedDocument): boolean => !acceptsOf(document).includes('file');
