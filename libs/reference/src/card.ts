import { z } from 'zod';
import {
  documentKind,
  meta,
  type OrganisationKind,
  organisationKind,
  periodKind,
  type SignerLevel,
  signerLevel,
  text,
  textStatus,
} from './vocabulary.js';

const approval = z.enum(['required', 'none', 'optional']);
const accepted = z.enum(['file', 'link']);

const wantedDocument = z.strictObject({
  /** Unique in its rule; `alternatives` and `dateWindow` refer to it. */
  id: z.string(),
  kind: documentKind,
  name: text,
  required: z.boolean(),
  /** Code of the official form or template: `APP1`-`APP6`, `MR488-2`… */
  form: z.string().nullable(),
  /** Where absent, the approval of the rule applies. */
  approval: approval.optional(),
  /** Where absent, a file. */
  accepts: z.array(accepted).optional(),
});

const evidenceRule = z.strictObject({
  documents: z.array(wantedDocument),
  /** One of the named documents is enough; `required` says whether one is needed at all. */
  alternatives: z.array(z.strictObject({ anyOf: z.array(z.string()).min(2), required: z.boolean(), when: text })),
  /** Levels that may sign; empty: no signature is wanted (links, tables). */
  signers: z.array(signerLevel),
  /** Instead of `signers` for bodies of this kind. */
  signersByKind: z.partialRecord(organisationKind, z.array(signerLevel)),
  approval,
  stamp: z.enum(['required', 'optional']),
  accepts: z.array(accepted),
  /** Dates on these documents lie within the period, widened by these days; null: not checked. */
  dateWindow: z
    .strictObject({ appliesTo: z.array(z.string()), daysBeforePeriodStart: z.number(), daysAfterPeriodEnd: z.number() })
    .nullable(),
  /** A body without facts files the form with «нет фактов» / «фактілер жоқ», signed. */
  zeroCase: z.boolean(),
});

/** Working days counted from an event of the risk analysis (Instruction 2024, project 1). */
const deadlineRule = z.strictObject({
  code: z.string(),
  anchor: z.enum(['analysis_start', 'analysis_end', 'note_signed', 'plan_approved', 'information_received']),
  amount: z.int().positive(),
  unit: z.literal('working_day'),
  direction: z.enum(['before', 'after']),
});

const subtask = z.strictObject({
  code: z.string(),
  title: text,
  kkStatus: textStatus,
  description: text,
  /** Full Russian text of the Instruction. */
  sourceText: z.string().min(1),
  executors: z.strictObject({ text }),
  audience: z.strictObject({ kinds: z.array(organisationKind).min(1) }),
  period: periodKind,
  frequencyIsAssumed: z.boolean().optional(),
  evidence: evidenceRule,
  /** `restricted`: whistle-blowers' data (2.1.1); `tax`: tax secrecy (2.5.5). */
  secrecy: z.enum(['none', 'restricted', 'tax']),
  submission: z.enum(['upload', 'agency-confirms']),
  deadlineRules: z.array(deadlineRule),
  notes: z.array(text),
  /** Tasks of the 2022 edition this one grew out of; not one to one. */
  related2022: z.array(z.string()),
  sourceLines: z.string(),
});

const task = z.strictObject({ code: z.string(), title: text, kkStatus: textStatus, subtasks: z.array(subtask).min(1) });
const project = z.strictObject({ code: z.string(), title: text, kkStatus: textStatus, tasks: z.array(task).min(1) });

export const cardSchema = z.strictObject({
  meta: meta.extend({ openQuestions: z.array(text) }),
  projects: z.array(project).min(1),
});

export type Card = z.infer<typeof cardSchema>;
export type CardProject = z.infer<typeof project>;
export type CardTask = z.infer<typeof task>;
export type CardSubtask = z.infer<typeof subtask>;
export type EvidenceRule = z.infer<typeof evidenceRule>;
export type WantedDocument = z.infer<typeof wantedDocument>;
export type DeadlineRule = z.infer<typeof deadlineRule>;

/** All subtasks of a card in its order. */
export const subtasksOf = (card: Card): CardSubtask[] =>
  card.projects.flatMap(({ tasks }) => tasks.flatMap(({ subtasks }) => subtasks));

/** Levels that may sign for a body of the kind; empty when no signature is wanted. */
export const signersFor = (rule: EvidenceRule, kind: OrganisationKind): readonly SignerLevel[] =>
  rule.signersByKind[kind] ?? rule.signers;
