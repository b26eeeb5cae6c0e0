import { z } from 'zod';
import { BodyName, Day, Localised, OrganisationKind, PageQuery, PersonName, Place } from './values.js';

export const EditionStatus = z.enum(['draft', 'published']);
/** `person` and `analysis`: one for each, opened by what happens and not by the year. */
export const Period = z.enum(['year', 'half', 'quarter', 'month', 'once', 'person', 'analysis']);
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
});
export type EditionRow = z.infer<typeof EditionRow>;

/** Why a clock shows its day: `code` is a text of the catalogues, `data` its values (days, numbers, calendars `2026:1`). */
export const ClockReason = z.object({
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])),
});
export type ClockReason = z.infer<typeof ClockReason>;
/** Reasons of the clocks; that of `onTime` is absent as long as it is the due day. */
export const ClockReasons = z.object({ opens: ClockReason, due: ClockReason, onTime: ClockReason.optional(), locked: ClockReason });
export type ClockReasons = z.infer<typeof ClockReasons>;

/** Days of one period: month-day offsets are resolved, so these are real days. */
export const PeriodDays = z.strictObject({ period: z.string(), opensOn: Day, dueOn: Day, lockedOn: Day });
export type PeriodDays = z.infer<typeof PeriodDays>;
export const PeriodDates = PeriodDays.extend({ reasons: ClockReasons.optional() });
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
  /** Empty until dates were set for the year. */
  dates: z.array(PeriodDates),
});
export type SubtaskView = z.infer<typeof SubtaskView>;

/** GET /api/tasks/editions/:edition */
export const EditionView = EditionRow.extend({
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
  changes: z.array(PeriodDays.extend({ subtask: z.string() })).default([]),
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

/** One of the clocks with the reason for its day. */
export const DatedReason = z.object({ day: Day, reason: ClockReason });
export type DatedReason = z.infer<typeof DatedReason>;

export const ReturnReason = z.enum(['wrong-document', 'not-signed', 'wrong-signatory', 'wrong-date', 'incomplete', 'unreadable', 'other']);
export type ReturnReason = z.infer<typeof ReturnReason>;

const MovedDate = z.object({ before: Day, after: Day });
/** Days that a newer version of the working-day calendar moved. */
export const Rescheduled = z.object({ dueOn: MovedDate, lockedOn: MovedDate, calendar: z.string() });
export type Rescheduled = z.infer<typeof Rescheduled>;

/** One step of the work, oldest first. */
export const HistoryEntry = z.object({
  at: z.iso.datetime(),
  by: PersonName,
  /** The body for which it was handed in, or as which it was reviewed. */
  organisation: BodyName.nullable(),
  /** The body as whose member the person did it: another one when it was handed in on behalf; null: not recorded. */
  from: BodyName.nullable(),
  act: z.enum(['opened', 'submitted', 'passed-on', 'returned', 'accepted', 'rescheduled']),
  submission: z.int().nullable(),
  evidenceIds: z.array(z.string()),
  reason: ReturnReason.nullable(),
  remark: z.string().nullable(),
  place: Place.nullable(),
  /** Of `rescheduled`: which days the newer calendar (`2026:2`) moved. */
  rescheduled: Rescheduled.optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** GET /api/tasks/assignments/:id?purpose=: of what is secret for people on the name list, who say what for (PurposeQuery). */
export const AssignmentView = AssignmentRow.extend({
  description: Localised,
  executors: Localised,
  rule: EvidenceRule,
  /** Who may sign in this body, by level. */
  signers: z.array(z.string()),
  /** `onTime`: the last day that counts as on time; the due day, unless it was extended. */
  clocks: z.object({ opens: DatedReason, due: DatedReason, onTime: DatedReason, locked: DatedReason }),
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
