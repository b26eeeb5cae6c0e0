import { z } from 'zod';
import { Period, PeriodDates } from './tasks.js';
import { BodyName, Day, Localised, OrganisationKind, PageQuery, PersonName } from './values.js';

/** GET /api/tasks/editions/:edition?version=: without it the version in force, and the first draft while none is. */
export const VersionQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(1000).optional() });
export type VersionQuery = z.infer<typeof VersionQuery>;

/** POST /api/tasks/editions/:edition/return: a version under review is a draft again. */
export const ReturnCard = z.strictObject({ remark: z.string().trim().min(3).max(2000) });
export type ReturnCard = z.infer<typeof ReturnCard>;

export const CardLevel = z.enum(['card', 'project', 'task', 'subtask']);
export type CardLevel = z.infer<typeof CardLevel>;

/** Where something stands: `parent` is null for a project; the first has the position 1. */
export const CardPlace = z.object({ parent: z.string().nullable(), position: z.int() });
export type CardPlace = z.infer<typeof CardPlace>;

const named = { level: CardLevel, code: z.string(), title: Localised };

/** One difference between two cards. Of a change in fields `field` is a path (`evidence.signers`, `dates.2026-H1`) and the values are the data of the card. */
export const CardChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), ...named, parent: z.string().nullable() }),
  z.object({ kind: z.literal('removed'), ...named, parent: z.string().nullable() }),
  z.object({ kind: z.literal('moved'), ...named, before: CardPlace, after: CardPlace }),
  z.object({ kind: z.literal('changed'), ...named, field: z.string(), before: z.unknown(), after: z.unknown() }),
]);
export type CardChange = z.infer<typeof CardChange>;

/** GET /api/tasks/editions/:edition/diff?from=&to=: without `to` the draft or, where there is none, the version in force; without `from` the version before. */
export const DiffQuery = z.strictObject({ from: VersionQuery.shape.version, to: VersionQuery.shape.version });
export type DiffQuery = z.infer<typeof DiffQuery>;
export const CardDiff = z.object({ edition: z.string(), from: z.int(), to: z.int(), changes: z.array(CardChange) });
export type CardDiff = z.infer<typeof CardDiff>;

const Work = z.object({ open: z.int(), inReview: z.int(), returned: z.int(), accepted: z.int(), notApplicable: z.int() });
const Counts = z.record(z.string(), z.int());

/** GET /api/tasks/editions/:edition/impact: what a draft means for the assignments of the version in force. */
export const CardImpact = z.object({
  edition: z.string(),
  version: z.int(),
  year: z.int().nullable(),
  /** Assignments that a change concerns, by state. */
  affected: Work,
  /** Unfinished ones only: these bodies are asked to take note. */
  bodies: z.int(),
  bySubtask: Counts,
  byKind: Counts,
  byRegion: Counts,
  /** What a rollout would open, by subtask. */
  opens: Counts,
  /** Assignments that the draft asks no more, by subtask; those accepted stay. */
  fallsAway: z.record(z.string(), Work),
});
export type CardImpact = z.infer<typeof CardImpact>;
export type WorkCounts = z.infer<typeof Work>;

/** GET /api/tasks/acknowledgements: bodies that an amendment concerns, among those that one may see. */
export const AcknowledgementsQuery = PageQuery.extend({
  edition: z.string().max(20).optional(),
  version: VersionQuery.shape.version,
  state: z.enum(['pending', 'given']).optional(),
  organisationId: z.string().max(100).optional(),
});
export type AcknowledgementsQuery = z.infer<typeof AcknowledgementsQuery>;
export const AcknowledgementRow = z.object({
  id: z.string(),
  edition: z.string(),
  version: z.int(),
  organisation: BodyName,
  state: z.enum(['pending', 'given']),
  askedAt: z.iso.datetime(),
  by: PersonName.nullable(),
  at: z.iso.datetime().nullable(),
  /** May the one who asks take note for this body? */
  allowed: z.array(z.enum(['acknowledge'])),
});
export type AcknowledgementRow = z.infer<typeof AcknowledgementRow>;

/** GET /api/tasks/acknowledgements/:id: what the amendment changes for this body. */
export const AcknowledgementView = AcknowledgementRow.extend({
  /** Changes of the subtasks on which the body works, each with the assignments that it concerns. */
  changes: z.array(CardChange),
  assignments: z.array(z.object({ id: z.string(), subtask: z.string(), period: z.string(), dueOn: Day })),
});
export type AcknowledgementView = z.infer<typeof AcknowledgementView>;

/** GET /api/tasks/acknowledgements/counts?edition=&version= */
export const AcknowledgementCountsQuery = z.strictObject({ edition: z.string().max(20), version: z.coerce.number().int().min(1).max(1000) });
export type AcknowledgementCountsQuery = z.infer<typeof AcknowledgementCountsQuery>;
export const AcknowledgementCounts = z.object({ given: z.int(), pending: z.int() });
export type AcknowledgementCounts = z.infer<typeof AcknowledgementCounts>;

const Code = z.string().regex(/^\d{1,2}(\.\d{1,2}){0,4}$/);
/** Kinds of bodies that a card can ask (`audience.kinds` of the reference data). */
export const AudienceKind = OrganisationKind.extract([
  ...(['agency', 'agency-department', 'central', 'akimat-region', 'akimat-republican-city', 'akimat-district', 'akimat-city', 'quasi-state'] as const),
]);
export type AudienceKind = z.infer<typeof AudienceKind>;
const Text = z.strictObject({ kk: z.string().trim().min(1).max(4000), ru: z.string().trim().min(1).max(4000) });
const NodeLevel = CardLevel.exclude(['card']);

/** What the editor may say of a subtask; what it does not name stays. */
export const SubtaskFields = z.strictObject({
  title: Text.optional(),
  kkStatus: z.enum(['official', 'proposed']).optional(),
  description: Text.optional(),
  executors: Text.optional(),
  audience: z.array(AudienceKind).min(1).optional(),
  period: Period.optional(),
  secrecy: z.enum(['none', 'restricted', 'tax']).optional(),
  submission: z.enum(['upload', 'agency-confirms']).optional(),
  notes: z.array(Text).max(20).optional(),
});
export type SubtaskFields = z.infer<typeof SubtaskFields>;

/** One change in the editor. */
export const CardEdit = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('name'), level: NodeLevel, code: Code, title: Text }),
  z.strictObject({ act: z.literal('change'), code: Code, fields: SubtaskFields }),
  z.strictObject({ act: z.literal('dates'), code: Code, dates: z.array(PeriodDates).max(12) }),
  /** A subtask needs a pattern: the subtask whose rule, audience and period it takes over. */
  z.strictObject({ act: z.literal('add'), level: NodeLevel, parent: Code.nullable(), code: Code, title: Text, like: Code.optional() }),
  z.strictObject({ act: z.literal('move'), level: NodeLevel, code: Code, parent: Code.nullable(), position: z.int().min(1).max(500) }),
  /** Which subtasks of the older edition it grew out of. */
  z.strictObject({ act: z.literal('map'), code: Code, from: z.array(Code).max(30) }),
  z.strictObject({ act: z.literal('remove'), level: NodeLevel, code: Code }),
]);
export type CardEdit = z.infer<typeof CardEdit>;

/** POST /api/tasks/editions/:edition/edits: all of them or none. `revision` is that of the draft that one saw. */
export const EditCard = z.strictObject({ revision: z.int().min(1), edits: z.array(CardEdit).min(1).max(200) });
export type EditCard = z.infer<typeof EditCard>;

/** POST /api/tasks/editions/:edition/roll-over: the first draft of a new edition from the one in force. */
export const RollOver = z.strictObject({ edition: z.string().regex(/^\d{4}$/) });
export type RollOver = z.infer<typeof RollOver>;

const Named = z.object({ code: z.string(), title: Localised });
/** `before`: the old subtasks that it grew out of; `changes` where there is one. */
export const ComparedSubtask = z.object({ kind: z.enum(['matched', 'changed', 'added', 'removed']), after: Named.nullable(), before: z.array(Named), changes: z.array(CardChange) });
export type ComparedSubtask = z.infer<typeof ComparedSubtask>;
const Compared = z.object({ edition: z.string(), version: z.int(), year: z.int().nullable() });
/** GET /api/tasks/editions/:edition/comparison?with=: what became of the subtasks of another edition in this one. */
export const ComparisonQuery = z.strictObject({ with: z.string().max(20) });
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;
export const EditionComparison = z.object({ from: Compared, to: Compared, rows: z.array(ComparedSubtask) });
export type EditionComparison = z.infer<typeof EditionComparison>;

/**
 * GET /api/tasks/editions/:edition/sheet?version=: the card as XLSX.
 * POST /api/tasks/editions/:edition/sheet?dryRun=&revision=, body = the XLSX file itself (`application/octet-stream`, 10 MB): the whole draft anew.
 */
export const CardSheetQuery = z.strictObject({ dryRun: z.stringbool(), revision: z.coerce.number().int().min(1) });
export type CardSheetQuery = z.infer<typeof CardSheetQuery>;
export const CardSheetView = z.object({
  dryRun: z.boolean(),
  /** False: something is refused or nothing changes, so nothing was written. */
  written: z.boolean(),
  /** In words, in the language that was asked for; rows as the spreadsheet counts, 0 = the whole sheet. The first 500. */
  faults: z.array(z.object({ sheet: z.string(), row: z.int(), column: z.string(), words: z.string() })),
  changes: z.array(CardChange),
});
export type CardSheetView = z.infer<typeof CardSheetView>;
