import { z } from 'zod';
import { isoDay, meta, organisationKind, text } from './vocabulary.js';

/** Where an analysis stands when its last step was done; `under-way` comes with the day of its start. */
export const ANALYSIS_STAGES = ['planned', 'announced', 'under-way', 'note-signed', 'plan-approved', 'published', 'monitored', 'done'] as const;

const stage = z.enum(ANALYSIS_STAGES);
const named = { code: z.string(), title: text, sourceLines: z.string() };

/** A number of working days before or after `analysis_start`, `analysis_end` or what an earlier step `makes`. */
const offsetStep = z.strictObject({
  kind: z.literal('offset'),
  ...named,
  subtask: z.string(),
  anchor: z.string(),
  amount: z.int().positive(),
  unit: z.literal('working_day'),
  direction: z.enum(['before', 'after']),
  /** The fact that doing it makes; later steps are counted from it. */
  makes: z.string(),
  reaches: stage.nullable(),
});

/** Information by a day of the month after each quarter, for some years from the anchor, each with a review counted from its receipt. */
const quarterlyStep = z.strictObject({
  kind: z.literal('quarterly'),
  ...named,
  subtask: z.string(),
  anchor: z.string(),
  years: z.int().positive(),
  /** `calendar`: quarters of the year that end within the monitoring; `from-anchor`: three months each from the anchor. */
  quarters: z.enum(['calendar', 'from-anchor']),
  monthOffset: z.int().min(0),
  dayOfMonth: z.int().min(1).max(28),
  onNonWorkingDay: z.enum(['next', 'previous', 'same']),
  makes: z.string(),
  review: z.strictObject({ ...named, amount: z.int().positive(), unit: z.literal('working_day') }),
});

const severity = z.enum(['refused', 'warned']);
const check = { severity, sourceLines: z.string() };

export const analysisRulesSchema = z.strictObject({
  meta,
  edition: z.string(),
  /** Kinds of bodies that analyse their risks. */
  audience: z.strictObject({ kinds: z.array(organisationKind) }),
  steps: z.array(z.discriminatedUnion('kind', [offsetStep, quarterlyStep])).min(1),
  checks: z.strictObject({
    longest: z.strictObject({ ...check, workingDays: z.int().positive() }),
    /** Steps that have to fall within the analysis: this is its shortest length. */
    inside: z.strictObject({ ...check, steps: z.array(z.string()) }),
    /** Steps whose day may not have passed when the analysis is planned. */
    notLate: z.strictObject({ ...check, steps: z.array(z.string()) }),
    /** Start and end on a working day: ours, not of the Instruction. */
    workingEnds: z.strictObject(check),
    perYear: z.strictObject({ ...check, times: z.int().positive() }),
    /** Years that have to pass after an external analysis. */
    afterExternal: z.strictObject({ ...check, years: z.int().positive() }),
  }),
});

export type AnalysisRules = z.infer<typeof analysisRulesSchema>;
export type AnalysisStepRule = AnalysisRules['steps'][number];
export type OffsetStep = z.infer<typeof offsetStep>;
export type QuarterlyStep = z.infer<typeof quarterlyStep>;
export type AnalysisStage = z.infer<typeof stage>;
export type CheckSeverity = z.infer<typeof severity>;

const pictureSection = z.strictObject({
  number: z.int().positive(),
  title: text,
  description: text,
  /** Kinds of bodies that keep it. */
  keepers: z.array(z.string()).min(1),
  /** `positions`, `risks`: made of the registers of analyses that have reached `from`; `entries`: written by its keeper. */
  content: z.enum(['positions', 'risks', 'entries']),
  from: stage.nullable(),
  sourceLines: z.string(),
});

/** The picture of risks of a region: its sections, and the schematic of the regions. */
export const riskPictureSchema = z.strictObject({
  meta: meta.extend({ asOf: isoDay }),
  edition: z.string(),
  sections: z.array(pictureSection),
  /** What an entry written by a keeper rests on. */
  sources: z.array(z.strictObject({ code: z.string(), title: text })),
  tiles: z.strictObject({ columns: z.int(), rows: z.int(), places: z.record(z.string(), z.tuple([z.int(), z.int()])) }),
});

export type RiskPictureRules = z.infer<typeof riskPictureSchema>;
export type PictureSection = z.infer<typeof pictureSection>;
