import { z } from 'zod';
import { BodyName, Day, Localised, OrganisationKind, PageQuery, PersonName, Place } from './values.js';

export const EditionStatus = z.enum(['draft', 'in-review', 'published']);
export const Period = z.enum(['year', 'half', 'quarter', 'month', 'once']);
export type Period = z.infer<typeof Period>;

/** What proves a subtask: shown in the same words to the executor and to the reviewer. */
export const EvidenceRule = z.object({
  documents: z.array(z.object({ kind: z.string(), name: Localised, required: z.boolean(), form: z.string().nullable() })),
  signers: z.array(z.string()),
  signersByKind: z.record(z.string(), z.array(z.string())),
  approval: z.enum(['required', 'optional', 'none']),
  stamp: z.enum(['required', 'optional']),
  accepts: z.array(z.enum(['file', 'link'])),
});
export type EvidenceRule = z.infer<typeof EvidenceRule>;

/** POST /api/tasks/editions/import: reads an edition of the card from the product's reference data as a draft. */
export const ImportEdition = z.strictObject({ edition: z.string().regex(/^\d{4}$/) });
/** Said of one row of the import: `subtask` is null when it concerns the whole card. */
export const ImportRemark = z.object({ code: z.string(), subtask: z.string().nullable(), data: z.record(z.string(), z.string()) });
export const ImportReport = z.object({
  edition: z.string(),
  version: z.int(),
  counts: z.object({ projects: z.int(), tasks: z.int(), subtasks: z.int() }),
  source: z.string(),
  /** created, or unchanged when the same data had been imported before */
  outcome: z.enum(['created', 'unchanged', 'replaced']),
  remarks: z.array(ImportRemark),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const EditionRow = z.object({
  edition: z.string(),
  version: z.int(),
  status: EditionStatus,
  importedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  counts: z.object({ projects: z.int(), tasks: z.int(), subtasks: z.int() }),
  /** The last published version of its edition. */
  inForce: z.boolean(),
  changedBy: PersonName.nullable(),
  sentBy: PersonName.nullable(),
  approvedBy: PersonName.nullable(),
  /** Why it was sent back last; null when it was not, or was sent again. */
  sentBack: z.object({ by: PersonName, at: z.iso.datetime(), remark: z.string() }).nullable(),
});
export type EditionRow = z.infer<typeof EditionRow>;

/** Days of one period: month-day offsets are resolved, so these are real days. */
export const PeriodDates = z.strictObject({ period: z.string(), opensOn: Day, dueOn: Day, lockedOn: Day });
export type PeriodDates = z.infer<typeof PeriodDates>;

export const SubtaskView = z.object({
  code: z.string(),
  title: Localised,
  /** The Kazakh text is not official: translated by us. */
  kkProposed: z.boolean(),
  description: Localised,
  executors: Localised,
  audience: z.array(OrganisationKind),
  period: Period,
  rule: EvidenceRule,
  secrecy: z.enum(['none', 'restricted', 'tax']),
  submission: z.enum(['upload', 'agency-confirms']),
  notes: z.array(Localised),
  /** Of an edition that was made from an older one: the old codes that this grew out of. */
  origins: z.array(z.string()),
  /** Empty until dates were set for the year. */
  dates: z.array(PeriodDates),
});
export type SubtaskView = z.infer<typeof SubtaskView>;

/** GET /api/tasks/editions/:edition */
export const EditionView = EditionRow.extend({
  /** Rises with every change of a draft; an edit names the one that it was made from. */
  revision: z.int(),
  /** The older edition from which this one was made; null when it was imported. */
  rolledFrom: z.string().nullable(),
  source: z.string(),
  year: z.int().nullable(),
  projects: z.array(
    z.object({
      code: z.string(),
      title: Localised,
      kkProposed: z.boolean(),
      tasks: z.array(z.object({ code: z.string(), title: Localised, kkProposed: z.boolean(), subtasks: z.array(SubtaskView) })),
    }),
  ),
});
export type EditionView = z.infer<typeof EditionView>;

/** PUT /api/tasks/editions/:edition/dates: without `changes` the proposed dates of the reference data are taken for the year. */
export const SetDates = z.strictObject({
  year: z.int().min(2022).max(2040),
  changes: z.array(PeriodDates.extend({ subtask: z.string() })).default([]),
});
export type SetDates = z.infer<typeof SetDates>;

/** POST /api/tasks/editions/:edition/rollouts (dryRun true: only counts, nothing is stored) */
export const RunRollout = z.strictObject({ dryRun: z.boolean() });
export const RolloutView = z.object({
  id: z.string().nullable(),
  edition: z.string(),
  year: z.int(),
  status: z.enum(['planned', 'running', 'done']),
  planned: z.int(),
  existing: z.int(),
  stored: z.int(),
  /** Left out because their period was already locked. */
  locked: z.int(),
  byKind: z.record(z.string(), z.int()),
  bySubtask: z.record(z.string(), z.int()),
  byRegion: z.record(z.string(), z.int()),
});
export type RolloutView = z.infer<typeof RolloutView>;

export const AssignmentStatus = z.enum(['open', 'in-review', 'returned', 'accepted']);
export type AssignmentStatus = z.infer<typeof AssignmentStatus>;
export const Punctuality = z.enum(['not-due', 'overdue', 'on-time', 'late']);

/** GET /api/tasks/assignments?view=queue|review|all: `queue` = what I have to do, `review` = what waits for my body's verdict. */
export const AssignmentsQuery = PageQuery.extend({
  view: z.enum(['queue', 'review', 'all']).default('queue'),
  status: AssignmentStatus.optional(),
  organisationId: z.string().optional(),
  project: z.string().optional(),
});
export type AssignmentsQuery = z.infer<typeof AssignmentsQuery>;
const MachineVerdict = z.enum(['passed', 'person', 'failed']);
export const AssignmentRow = z.object({
  id: z.string(),
  edition: z.string(),
  subtask: z.string(),
  secrecy: z.enum(['none', 'restricted', 'tax']),
  /** Secret, and the one who asks is on no name list: no title (empty), no verdict of the machine; the assignment itself is refused. */
  masked: z.boolean(),
  title: Localised,
  kkProposed: z.boolean(),
  organisation: BodyName,
  period: z.string(),
  status: AssignmentStatus,
  opensOn: Day,
  dueOn: Day,
  punctuality: Punctuality,
  /** Working days until the due day; negative when it has passed. */
  workingDaysLeft: z.int(),
  reviewer: BodyName.nullable(),
  /** The worst verdict of the machine on the evidence handed in; null before. */
  machineVerdict: MachineVerdict.nullable(),
});
export type AssignmentRow = z.infer<typeof AssignmentRow>;

/** One of the clocks with the reason for its day; `reason.code` is a code of the catalogues. */
export const DatedReason = z.object({ day: Day, reason: z.object({ code: z.string(), data: z.record(z.string(), z.string()) }) });
export type DatedReason = z.infer<typeof DatedReason>;

export const ReturnReason = z.enum(['wrong-document', 'not-signed', 'wrong-signatory', 'wrong-date', 'incomplete', 'unreadable', 'other']);
export type ReturnReason = z.infer<typeof ReturnReason>;

/** One step of the work, oldest first. */
export const HistoryEntry = z.object({
  at: z.iso.datetime(),
  by: PersonName,
  /** The body for which it was handed in, or as which it was reviewed. */
  organisation: BodyName.nullable(),
  /** The body as whose member the person did it: another one when it was handed in on behalf; null: not recorded. */
  from: BodyName.nullable(),
  act: z.enum(['opened', 'submitted', 'passed-on', 'returned', 'accepted']),
  submission: z.int().nullable(),
  evidenceIds: z.array(z.string()),
  reason: ReturnReason.nullable(),
  remark: z.string().nullable(),
  place: Place.nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** GET /api/tasks/assignments/:id?purpose=: of what is secret for people on the name list, who say what for (PurposeQuery). */
export const AssignmentView = AssignmentRow.extend({
  description: Localised,
  executors: Localised,
  rule: EvidenceRule,
  /** Who may sign in this body, by level. */
  signers: z.array(z.string()),
  clocks: z.object({ opens: DatedReason, due: DatedReason, locked: DatedReason }),
  /** The reviewing bodies in order; `vacant` when nobody there can review. */
  chain: z.array(z.object({ organisation: BodyName, state: z.enum(['waiting', 'now', 'done']), vacant: z.boolean() })),
  history: z.array(HistoryEntry),
  evidenceIds: z.array(z.string()),
  /** What the machine said otherwise since the last handing in, because electronic signatures were verified again; oldest first. */
  verdictChanges: z.array(z.object({ at: z.iso.datetime(), evidenceId: z.string(), before: MachineVerdict, after: MachineVerdict })),
  /** What the one who asks may do now. */
  allowed: z.array(z.enum(['upload', 'submit', 'return', 'pass-on', 'accept'])),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

/** POST /api/tasks/assignments/:id/submit */
export const SubmitAssignment = z.strictObject({ evidenceIds: z.array(z.string().max(60)).max(20) });
export type SubmitAssignment = z.infer<typeof SubmitAssignment>;
/** POST /api/tasks/assignments/:id/return */
export const ReturnAssignment = z.strictObject({ reason: ReturnReason, remark: z.string().trim().min(3).max(2000), place: Place.optional() });
export type ReturnAssignment = z.infer<typeof ReturnAssignment>;
/** POST /api/tasks/assignments/:id/pass-on and /accept have an empty body. */
export const NoBody = z.strictObject({});
