import { evidenceRule } from '@aigaq/evidence-rule';
import { z } from 'zod';
import { audience } from './audience.js';
import { cardForm, externalTemplate, frequency, indicator, target } from './card-parts.js';
import { meta, periodKind, text, textStatus } from './vocabulary.js';

/** Working days counted from an event of the risk analysis (Instruction 2024, project 1; Instruction 2022, project 1.2). */
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
  audience,
  period: periodKind,
  frequencyIsAssumed: z.boolean().optional(),
  /** What the Instruction itself says about how often. */
  frequency: frequency.optional(),
  /** Code of the indicator that it serves. */
  indicator: z.string().optional(),
  target: target.optional(),
  /** Code of the scale that scores it (data/compliance). */
  scoring: z.string().optional(),
  evidence: evidenceRule,
  /** `restricted`: whistle-blowers' data (2.1.1); `tax`: tax secrecy (2.5.5). */
  secrecy: z.enum(['none', 'restricted', 'tax']),
  submission: z.enum(['upload', 'agency-confirms']),
  deadlineRules: z.array(deadlineRule),
  notes: z.array(text),
  /** Tasks of the 2022 edition this one grew out of; not one to one. */
  related2022: z.array(z.string()),
  /** Where the Kazakh text of the Instruction says something else than the Russian one (for editors, in English). */
  kkDifference: z.string().optional(),
  sourceLines: z.string(),
});

const task = z.strictObject({ code: z.string(), title: text, kkStatus: textStatus, subtasks: z.array(subtask).min(1) });
const project = z.strictObject({ code: z.string(), title: text, kkStatus: textStatus, tasks: z.array(task).min(1) });

export const cardSchema = z.strictObject({
  meta: meta.extend({
    openQuestions: z.array(text),
    /** What the edition calls its three levels; absent: project, task, subtask. */
    levels: z.enum(['project-task-subtask', 'group-project-task']).optional(),
  }),
  projects: z.array(project).min(1),
  /** What the programme is measured by. */
  indicators: z.array(indicator).optional(),
  /** Official forms of reports (appendices). */
  forms: z.array(cardForm).optional(),
  externalTemplates: z.array(externalTemplate).optional(),
});

export type Card = z.infer<typeof cardSchema>;
export type CardProject = z.infer<typeof project>;
export type CardTask = z.infer<typeof task>;
export type CardSubtask = z.infer<typeof subtask>;
export type DeadlineRule = z.infer<typeof deadlineRule>;

/** All subtasks of a card in its order. */
export const subtasksOf = (card: Card): CardSubtask[] =>
  card.projects.flatMap(({ tasks }) => tasks.flatMap(({ subtasks }) => subtasks));

/** A code of one edition and what grew out of it in another. */
export interface CodePair {
  from: string;
  to: string;
}

/** From the tasks of 2022 to the subtasks of this card, in its order; neither side is unique. A range (`1.2.1-1.2.10`) is every code of it. */
export const codesFrom2022 = (card: Card): CodePair[] =>
  subtasksOf(card).flatMap(({ code, related2022 }) => related2022.flatMap(codesOfRange).map((from) => ({ from, to: code })));

function codesOfRange(range: string): string[] {
  const [first = '', last] = range.split('-');
  if (last === undefined) {
    return [first];
  }
  const place = (code: string): number => Number(code.split('.').at(-1));
  const before = first.slice(0, first.lastIndexOf('.'));
  return Array.from({ length: place(last) - place(first) + 1 }, (_, index) => `${before}.${place(first) + index}`);
}
