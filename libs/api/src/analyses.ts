import { z } from 'zod';
import { BodyName, Day, Localised, PageQuery, PersonName } from './values.js';

/** Where an analysis stands: the last step done; `under-way` comes with the day of its start. */
export const AnalysisStatus = z.enum([
  'planned',
  'announced',
  'under-way',
  'note-signed',
  'plan-approved',
  'published',
  'monitored',
  'done',
  'cancelled',
]);
export type AnalysisStatus = z.infer<typeof AnalysisStatus>;
export const AnalysisKind = z.enum(['internal', 'external']);
export type AnalysisKind = z.infer<typeof AnalysisKind>;

/** A code of the catalogues with its values. */
const Said = z.object({ code: z.string(), data: z.record(z.string(), z.string()) });
/** What is wrong (`refused`: it cannot be planned so) or to be known about the days of an analysis. */
export const AnalysisFinding = Said.extend({ severity: z.enum(['refused', 'warned']) });
export type AnalysisFinding = z.infer<typeof AnalysisFinding>;

/** One date of the chain. */
export const AnalysisDate = z.object({
  /** `sign_note`; of what is done each quarter with its period: `information:2024-Q3`. */
  key: z.string(),
  title: Localised,
  period: z.string().nullable(),
  subtask: z.string(),
  /** Null: the calendar of that year has not been imported yet. */
  dueOn: Day.nullable(),
  reason: Said,
  /** Counted from a day that is expected; it is counted again when the fact is known. */
  isProvisional: z.boolean(),
});
export type AnalysisDate = z.infer<typeof AnalysisDate>;

const Text = (most: number) => z.string().trim().min(3).max(most);
const Link = z.url({ protocol: /^https?$/ }).max(1000);
const TeamMember = z.strictObject({ name: Text(200), position: Text(300) });

const Planned = { start: Day, end: Day };

/** GET /api/tasks/analyses/draft: what would follow from two days; nothing is stored. */
export const AnalysisDraftQuery = z.strictObject({ organisationId: z.string().max(100), object: z.string().max(500).optional(), ...Planned });
export type AnalysisDraftQuery = z.infer<typeof AnalysisDraftQuery>;
export const AnalysisDraft = z.object({ workingDays: z.int().nullable(), dates: z.array(AnalysisDate), findings: z.array(AnalysisFinding) });
export type AnalysisDraft = z.infer<typeof AnalysisDraft>;

/** POST /api/tasks/analyses. Of an external one only the days count: an internal one follows a year later at the earliest. */
export const PlanAnalysis = z.strictObject({
  organisationId: z.string().max(100),
  kind: AnalysisKind.default('internal'),
  object: Text(500),
  ...Planned,
  team: z.array(TeamMember).max(30).default([]),
});
export type PlanAnalysis = z.infer<typeof PlanAnalysis>;

/** GET /api/tasks/analyses: of one's own body, and of those below it. */
export const AnalysesQuery = PageQuery.extend({
  organisationId: z.string().max(100).optional(),
  year: z.coerce.number().int().min(2022).max(2100).optional(),
});
export type AnalysesQuery = z.infer<typeof AnalysesQuery>;

export const AnalysisRow = z.object({
  id: z.string(),
  organisation: BodyName,
  kind: AnalysisKind,
  object: z.string(),
  year: z.int(),
  start: Day,
  end: Day,
  status: AnalysisStatus,
  /** The step to be done next; null when there is none. */
  next: AnalysisDate.pick({ key: true, title: true, period: true, dueOn: true }).nullable(),
  /** Steps whose due day has passed. */
  overdue: z.int(),
});
export type AnalysisRow = z.infer<typeof AnalysisRow>;

export const AnalysisStepView = AnalysisDate.extend({
  doneOn: Day.nullable(),
  doneBy: PersonName.nullable(),
  state: z.enum(['ahead', 'today', 'overdue', 'on-time', 'late']),
  /** The assignment in which it is proved, and the publication. */
  assignmentId: z.string().nullable(),
  link: z.string().nullable(),
  remark: z.string().nullable(),
  /** May be recorded now: what it is counted from is known. */
  isRecordable: z.boolean(),
});
export type AnalysisStepView = z.infer<typeof AnalysisStepView>;

export const MovedDate = z.object({ step: z.string(), title: Localised.nullable(), period: z.string().nullable(), before: Day.nullable(), after: Day.nullable() });
export type MovedDate = z.infer<typeof MovedDate>;

export const AnalysisHistoryEntry = z.object({
  at: z.iso.datetime(),
  by: PersonName,
  act: z.enum(['planned', 'replanned', 'step-done', 'step-corrected', 'cancelled', 'positions-listed']),
  step: z.string().nullable(),
  title: Localised.nullable(),
  period: z.string().nullable(),
  reason: z.string().nullable(),
  /** Dates that moved by it. */
  moved: z.array(MovedDate),
});

/** GET /api/tasks/analyses/:id */
export const AnalysisView = AnalysisRow.extend({
  edition: z.string(),
  team: z.array(TeamMember),
  workingDays: z.int().nullable(),
  steps: z.array(AnalysisStepView),
  findings: z.array(AnalysisFinding),
  history: z.array(AnalysisHistoryEntry),
  positions: z.int(),
  /** What the one who asks may do now. */
  allowed: z.array(z.enum(['replan', 'record', 'cancel', 'list-positions'])),
});
export type AnalysisView = z.infer<typeof AnalysisView>;

/** GET /api/tasks/analyses/:id/moved: what would move; nothing is stored. */
export const ReplanQuery = z.strictObject(Planned);
export type ReplanQuery = z.infer<typeof ReplanQuery>;
export const ReplanDraft = z.object({ moved: z.array(MovedDate), findings: z.array(AnalysisFinding) });
export type ReplanDraft = z.infer<typeof ReplanDraft>;

/** POST /api/tasks/analyses/:id/replan */
export const ReplanAnalysis = z.strictObject({ ...Planned, reason: Text(1000) });
export type ReplanAnalysis = z.infer<typeof ReplanAnalysis>;
/** POST /api/tasks/analyses/:id/cancel */
export const CancelAnalysis = z.strictObject({ reason: Text(1000) });
export type CancelAnalysis = z.infer<typeof CancelAnalysis>;

/** POST /api/tasks/analyses/:id/steps: records what was done; of a step that is done already it corrects the day, with a reason. */
export const RecordStep = z.strictObject({
  step: z.string().max(60),
  doneOn: Day,
  link: Link.optional(),
  remark: Text(1000).optional(),
  reason: Text(1000).optional(),
});
export type RecordStep = z.infer<typeof RecordStep>;

/** A position exposed to corruption risks. The form (appendix 4 to the recommendations of order № 488) is not among the sources: columns are ours. */
export const ExposedPosition = z.strictObject({
  position: Text(300),
  unit: z.string().trim().max(300),
  /** What the position does, and by what regulation. */
  function: Text(1000),
  regulation: z.string().trim().max(500),
  risk: Text(1000),
  measure: Text(1000),
});
export type ExposedPosition = z.infer<typeof ExposedPosition>;
/** PUT /api/tasks/analyses/:id/positions: the whole list; `version` is that of the list it was made from. */
export const ListPositions = z.strictObject({ version: z.int().min(0), positions: z.array(ExposedPosition).max(300) });
export type ListPositions = z.infer<typeof ListPositions>;
/** GET /api/tasks/analyses/:id/positions */
export const PositionsView = z.object({ analysisId: z.string(), version: z.int(), positions: z.array(ExposedPosition), mayList: z.boolean() });
export type PositionsView = z.infer<typeof PositionsView>;

/** GET /api/tasks/analyses/missing: bodies that have planned no internal analysis for the year, though one a year is wanted. */
export const MissingQuery = PageQuery.extend({ year: z.coerce.number().int().min(2022).max(2100) });
export type MissingQuery = z.infer<typeof MissingQuery>;

const PictureCounts = { positions: z.int(), risks: z.int(), entries: z.int() };
/** GET /api/tasks/risk-pictures: the regions on the schematic. */
export const RiskPicturesView = z.object({
  columns: z.int(),
  rows: z.int(),
  regions: z.array(z.object({ regionId: z.string(), name: Localised, column: z.int(), row: z.int(), ...PictureCounts })),
});
export type RiskPicturesView = z.infer<typeof RiskPicturesView>;

export const PictureRow = ExposedPosition.extend({ organisation: BodyName, analysisId: z.string() });
export const PictureEntry = z.strictObject({ risk: Text(1000), source: z.string().max(60), since: Day });
export type PictureEntry = z.infer<typeof PictureEntry>;
export const PictureSectionView = z.object({
  number: z.int(),
  title: Localised,
  description: Localised,
  content: z.enum(['positions', 'risks', 'entries']),
  /** The body that keeps it; null while none is known. */
  keeper: BodyName.nullable(),
  updatedOn: Day.nullable(),
  updatedBy: PersonName.nullable(),
  note: z.string().nullable(),
  /** What it rests on changed since it was brought up to date. */
  isStale: z.boolean(),
  rows: z.array(PictureRow),
  entries: z.array(PictureEntry),
  mayUpdate: z.boolean(),
});
/** GET /api/tasks/risk-pictures/:regionId */
export const RiskPictureView = z.object({
  regionId: z.string(),
  name: Localised,
  /** What an entry may rest on. */
  sources: z.array(z.object({ code: z.string(), title: Localised })),
  sections: z.array(PictureSectionView),
});
export type RiskPictureView = z.infer<typeof RiskPictureView>;
/** POST /api/tasks/risk-pictures/:regionId/sections/:section; `entries` for what its keeper writes, the whole list. */
export const UpdateSection = z.strictObject({ note: Text(1000), entries: z.array(PictureEntry).max(200).optional() });
export type UpdateSection = z.infer<typeof UpdateSection>;
