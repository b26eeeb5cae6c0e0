import { evidenceRule, REASON_CODES } from '@aigaq/evidence-rule';
import { z } from 'zod';
import { BodyName, Day, Localised, OrganisationKind, PageQuery, PersonName, Place } from './values.js';

export const EditionStatus = z.enum(['draft', 'in-review', 'published']);
/** `person` and `analysis`: one for each, opened by what happens and not by the year. */
export const Period = z.enum(['year', 'half', 'quarter', 'month', 'once', 'person', 'analysis']);
export type Period = z.infer<typeof Period>;

/** What proves a subtask: shown in the same words to the executor and to the reviewer, and judged by (`@aigaq/evidence-rule`). */
export const EvidenceRule = evidenceRule;
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
  changes: z.array(PeriodDays.extend({ subtask: z.string() })).default([]),
});
export type SetDates = z.infer<typeof SetDates>;

/** PUT /api/tasks/editions/:edition/subtasks/:code/rule: only in a draft. */
export const SetRule = z.strictObject({ rule: EvidenceRule });
export type SetRule = z.infer<typeof SetRule>;

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

/** not-applicable: until a day the subtask does not apply to the body; out of the denominator of every report. */
export const AssignmentStatus = z.enum(['open', 'in-review', 'returned', 'accepted', 'not-applicable']);
export type AssignmentStatus = z.infer<typeof AssignmentStatus>;
/** on-time-extended: after the due day of the card, within a granted extension. */
export const Punctuality = z.enum(['not-due', 'overdue', 'on-time', 'on-time-extended', 'late', 'not-applicable']);
export type Punctuality = z.infer<typeof Punctuality>;

/**
 * GET /api/tasks/assignments?view=queue|review|requests|all: `queue` = what I have to do, `review` = what waits for my body's verdict,
 * `requests` = for more time, or because it does not apply, on which my body decides.
 */
export const AssignmentsQuery = PageQuery.extend({
  view: z.enum(['queue', 'review', 'requests', 'all']).default('queue'),
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
  /** By the card. */
  dueOn: Day,
  /** The last day on time after a granted extension; null without one. */
  extendedTo: Day.nullable(),
  punctuality: Punctuality,
  /** Working days until the last day on time; negative when it has passed. */
  workingDaysLeft: z.int(),
  reviewer: BodyName.nullable(),
  /** The worst verdict of the machine on the evidence handed in; null before. */
  machineVerdict: MachineVerdict.nullable(),
  /** Who has taken the case in the body that reviews now. */
  holder: PersonName.nullable(),
  /** Handed in with the statement that there are no facts. */
  zeroCase: z.boolean(),
  /** What is asked for and not decided yet. */
  request: z.enum(['extension', 'not-applicable']).nullable(),
  /** How many steps of the history the reader has seen: an act names it and is refused when there are more. */
  steps: z.int(),
});
export type AssignmentRow = z.infer<typeof AssignmentRow>;

/** One of the clocks with the reason for its day. */
export const DatedReason = z.object({ day: Day, reason: ClockReason });
export type DatedReason = z.infer<typeof DatedReason>;

export const ReturnReason = z.enum(['wrong-document', 'not-signed', 'wrong-signatory', 'wrong-date', 'incomplete', 'unreadable', 'other']);
export type ReturnReason = z.infer<typeof ReturnReason>;

export const HistoryAct = z.enum([
  ...['opened', 'submitted', 'passed-on', 'returned', 'accepted', 'taken', 'taken-over', 'released', 'reopened', 'undone'],
  ...['extension-asked', 'extension-granted', 'extension-refused'],
  ...['excuse-asked', 'excuse-granted', 'excuse-refused', 'excuse-ended', 'request-withdrawn', 'rescheduled'],
] as const);
export type HistoryAct = z.infer<typeof HistoryAct>;
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
  act: HistoryAct,
  submission: z.int().nullable(),
  evidenceIds: z.array(z.string()),
  /** Of an acceptance, and of what took it back: the hashes for which it stands. */
  sha256: z.array(z.string()),
  /** Handed in with the statement that there are no facts. */
  zeroCase: z.boolean(),
  /** Of a request and of the answer to it. */
  day: Day.nullable(),
  reason: ReturnReason.nullable(),
  remark: z.string().nullable(),
  place: Place.nullable(),
  /** Of `rescheduled`: which days the newer calendar (`2026:2`) moved. */
  rescheduled: Rescheduled.optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** One thing that the rule asks for, and how it stands; `reasons` are codes of the catalogues with their values. */
export const RequirementView = z.object({
  /** Id of the document, `one-of-<number>`, or `no-facts`. */
  id: z.string(),
  /** Ids of the documents of the rule that meet it. */
  documents: z.array(z.string()),
  needed: z.int(),
  state: z.enum(['met', 'missing', 'doubtful', 'not-needed']),
  reasons: z.array(z.object({ code: z.enum(REASON_CODES), data: z.record(z.string(), z.string()) })),
  evidenceIds: z.array(z.string()),
});
export type RequirementView = z.infer<typeof RequirementView>;

export const RequestKind = z.enum(['extension', 'not-applicable']);
export type RequestKind = z.infer<typeof RequestKind>;
const DayRange = z.object({ from: Day, until: Day });
export const AllowedAct = z.enum([
  ...['upload', 'submit', 'return', 'pass-on', 'accept', 'take', 'take-over', 'release', 'reopen', 'undo'],
  ...['ask-extension', 'ask-not-applicable', 'withdraw', 'grant', 'refuse'],
] as const);
export type AllowedAct = z.infer<typeof AllowedAct>;

/** GET /api/tasks/assignments/:id?purpose=: of what is secret for people on the name list, who say what for (PurposeQuery). */
export const AssignmentView = AssignmentRow.extend({
  description: Localised,
  executors: Localised,
  rule: EvidenceRule,
  /** Who may sign in this body, by level. */
  signers: z.array(z.string()),
  /** What the rule asks for and how the papers stand: before it is handed in all of them, then those that were handed in. */
  requirements: z.array(RequirementView),
  /** Papers that the rule has no place for. */
  unplacedIds: z.array(z.string()),
  /** `onTime`: the last day that counts as on time; the due day of the card, unless it was extended. */
  clocks: z.object({ opens: DatedReason, due: DatedReason, onTime: DatedReason, locked: DatedReason }),
  /** The reviewing bodies in order; `vacant` when nobody there can review. Those of one `step` review side by side, each its subject. */
  chain: z.array(
    z.object({
      organisation: BodyName,
      state: z.enum(['waiting', 'now', 'done']),
      vacant: z.boolean(),
      step: z.int(),
      subject: Localised.nullable(),
      holder: PersonName.nullable(),
    }),
  ),
  history: z.array(HistoryEntry),
  evidenceIds: z.array(z.string()),
  /** What the machine said otherwise since the last handing in, because electronic signatures were verified again; oldest first. */
  verdictChanges: z.array(z.object({ at: z.iso.datetime(), evidenceId: z.string(), before: MachineVerdict, after: MachineVerdict })),
  /** The request that waits for an answer, with its words; null when there is none. */
  asked: z
    .object({
      kind: RequestKind,
      reason: z.string(),
      day: Day,
      by: PersonName,
      at: z.iso.datetime(),
      decider: BodyName,
    })
    .nullable(),
  /** Until when, and why, it does not apply; null when it does. */
  excused: z.object({ until: Day, reason: z.string() }).nullable(),
  /** For what the acceptance stands; null when it is not accepted. */
  approved: z.object({ at: z.iso.datetime(), by: PersonName, sha256: z.array(z.string()) }).nullable(),
  /** May it be stated that there are no facts to report? */
  /** The first and last day that may be asked for; null when nothing may be asked. */
  askable: z.object({ extension: DayRange.nullable(), notApplicable: DayRange.nullable() }),
  /** Until when the one who asks may take his last act back; null when he may not. */
  undoUntil: z.iso.datetime().nullable(),
  /** What the one who asks may do now. */
  allowed: z.array(AllowedAct),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

/** `seen` = `steps` of what the person looked at: when there are more, the act is refused with what happened since. */
const seen = z.int().min(0).optional();
const words = z.string().trim().min(3).max(2000);

/** POST /api/tasks/assignments/:id/submit */
export const SubmitAssignment = z.strictObject({
  evidenceIds: z.array(z.string().max(60)).max(20),
  /** The body states that there are no facts to report; only where the rule of the subtask knows that. */
  zeroCase: z.boolean().default(false),
  /** A word to those who review. */
  remark: z.string().trim().max(2000).optional(),
  seen,
});
export type SubmitAssignment = z.infer<typeof SubmitAssignment>;
/** POST /api/tasks/assignments/:id/return */
export const ReturnAssignment = z.strictObject({ reason: ReturnReason, remark: words, place: Place.optional(), seen });
export type ReturnAssignment = z.infer<typeof ReturnAssignment>;
/** POST /api/tasks/assignments/:id/pass-on, /accept, /release, /withdraw and /undo */
export const PlainAct = z.strictObject({ seen });
export type PlainAct = z.infer<typeof PlainAct>;
/** POST /api/tasks/assignments/:id/take: `over` takes it from whoever of the same body holds it, which stays in the history. */
export const TakeAssignment = z.strictObject({ over: z.boolean().default(false) });
export type TakeAssignment = z.infer<typeof TakeAssignment>;
/** POST /api/tasks/assignments/:id/reopen */
export const ReopenAssignment = z.strictObject({ remark: words, seen });
export type ReopenAssignment = z.infer<typeof ReopenAssignment>;
/** POST /api/tasks/assignments/:id/requests: more time until `day`, or it does not apply until `day`. */
export const AskRequest = z.strictObject({ kind: RequestKind, reason: words, day: Day, seen });
export type AskRequest = z.infer<typeof AskRequest>;
/** POST /api/tasks/assignments/:id/requests/grant: without `day` as it was asked; an earlier day may be given. */
export const GrantRequest = z.strictObject({ day: Day.optional(), seen });
export type GrantRequest = z.infer<typeof GrantRequest>;
/** POST /api/tasks/assignments/:id/requests/refuse */
export const RefuseRequest = z.strictObject({ remark: words, seen });
export type RefuseRequest = z.infer<typeof RefuseRequest>;
export const BulkAct = z.enum(['take', 'pass-on', 'accept', 'return', 'undo']);
export type BulkAct = z.infer<typeof BulkAct>;
/**
 * POST /api/tasks/assignments/bulk: one act on many, each decided by itself; dryRun says what would happen. `undo` takes one's own acts back
 * within a minute. Accepting needs a fresh login.
 */
export const ActInBulk = z
  .strictObject({
    act: BulkAct,
    dryRun: z.boolean(),
    items: z.array(z.strictObject({ id: z.string().max(200), seen })).min(1).max(100),
    /** Of a return. */
    reason: ReturnReason.optional(),
    remark: words.optional(),
  })
  .refine(({ act, reason, remark }) => act !== 'return' || (reason !== undefined && remark !== undefined), { path: ['reason'] });
export type ActInBulk = z.infer<typeof ActInBulk>;
export const BulkOutcome = z.object({
  id: z.string(),
  /** possible: of a dry run; unchanged: it was so already */
  outcome: z.enum(['done', 'possible', 'unchanged', 'refused']),
  /** Why it is refused, as a code and in the language that was asked for. */
  code: z.string().nullable(),
  words: z.string().nullable(),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;
export const BulkView = z.object({ dryRun: z.boolean(), items: z.array(BulkOutcome) });
export type BulkView = z.infer<typeof BulkView>;
const papers = z.array(z.string().max(60)).max(50);
/**
 * PUT /api/tasks/assignments/:id/draft: what a person has prepared for handing in and has not handed in yet. Papers that were neither chosen
 * nor left aside by hand are proposed as ever.
 */
export const SaveDraft = z.strictObject({ chosen: papers, left: papers, remark: z.string().max(2000), zeroCase: z.boolean() });
export type SaveDraft = z.infer<typeof SaveDraft>;
/** GET /api/tasks/assignments/:id/draft: the person's own; `savedAt` null: there is none for the present submission. */
export const DraftView = SaveDraft.extend({ savedAt: z.iso.datetime().nullable() });
export type DraftView = z.infer<typeof DraftView>;
export const NoBody = z.strictObject({});
