import { z } from 'zod';
import { documentKind, meta, text, textStatus } from './vocabulary.js';

const complianceDocument = z.strictObject({
  /** Code of the subtask: `3.2.1`-`3.2.9`. */
  code: z.string(),
  order: z.int(),
  kind: documentKind,
  name: text,
  title: text,
  kkStatus: textStatus,
  /** True for 3.2.9: the eight documents are published. */
  isPublication: z.boolean(),
  accepts: z.array(z.enum(['file', 'link'])),
  /** Null: the text sets no term. */
  validityMonths: z.int().positive().nullable(),
});
export const complianceDocumentsSchema = z.strictObject({ meta, documents: z.array(complianceDocument) });

/**
 * Score of task 3.2: `share` = entities that have the document / entities in the denominator. Whole steps of `stepPercent` give
 * `pointsPerStep` each; under `floorPercent` it is `belowFloorPoints`. 50 % = 1 point, 100 % = 2.
 */
export const scoreScaleSchema = z.strictObject({
  meta,
  id: z.string(),
  subtasks: z.array(z.string()),
  stepPercent: z.number().positive(),
  pointsPerStep: z.number().positive(),
  floorPercent: z.number(),
  floorPoints: z.number(),
  belowFloorPoints: z.number(),
  maximumPoints: z.number(),
  rounding: z.literal('whole-steps-down'),
  unit: z.enum(['subtask', 'task']),
  denominator: z.enum(['entities-supervised']),
  /** Points that the text leaves open; the values above are defaults. */
  openQuestions: z.array(z.strictObject({ key: z.string(), question: text })),
});

export type ComplianceDocument = z.infer<typeof complianceDocument>;
export type ScoreScale = z.infer<typeof scoreScaleSchema>;
