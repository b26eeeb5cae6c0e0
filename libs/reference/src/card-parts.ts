import { z } from 'zod';
import { text } from './vocabulary.js';

/** How often, in the words of the Instruction as data. */
export const frequency = z.strictObject({
  kind: z.enum(['yearly', 'quarterly', 'monthly', 'per-analysis', 'per-person', 'once-current', 'total', 'unspecified']),
  times: z.int().positive().optional(),
  /** At least so many times. */
  isMinimum: z.boolean().optional(),
  perYear: z.int().positive().optional(),
});

export const target = z.strictObject({
  comparison: z.enum(['>=', '=']),
  value: z.number(),
  unit: text,
  year: z.int().optional(),
});

export const indicator = z.strictObject({
  code: z.string(),
  title: text,
  unit: z.enum(['percent', 'count', 'yes-no']),
  /** For editors, in English. */
  formula: z.string().min(1),
  /** Codes of the tasks or subtasks below which it is counted. */
  servedBy: z.array(z.string()).min(1),
  sourceLines: z.string().nullable(),
});

/** An official form; its rows and columns are in `sources/`. */
export const cardForm = z.strictObject({
  code: z.string(),
  title: text,
  /** Who signs it; null: the form has no place for a signature. */
  signedBy: z.enum(['head-of-apparatus', 'ethics-officer', 'body']).nullable(),
  usedBy: z.array(z.string()).min(1),
  sourceLines: z.string(),
});

/** A template of another act that is named but not supplied. */
export const externalTemplate = z.strictObject({ code: z.string(), name: text, usedBy: z.array(z.string()).min(1), sourceLines: z.string() });

export type Frequency = z.infer<typeof frequency>;
export type Indicator = z.infer<typeof indicator>;
export type CardForm = z.infer<typeof cardForm>;
