import { BODY_KINDS } from '@aigaq/kernel';
import { z } from 'zod';
import { meta } from './vocabulary.js';

const step = z.strictObject({
  /**
   * line: the bodies of the reporting line below the Agency, one after the other, at least one;
   * each-supervisor: all bodies that supervise the entity, side by side, all of whom must agree; agency: the Agency.
   */
  reviewers: z.enum(['line', 'each-supervisor', 'agency']),
  /** For what each of those who review side by side answers. */
  subject: z.strictObject({ ru: z.string().min(1), kk: z.string().min(1) }).optional(),
});

const chain = z.strictObject({
  /** Codes of projects, or `*` for all that no chain before this one names. */
  projects: z.array(z.string()).min(1),
  kinds: z.array(z.enum(BODY_KINDS)).min(1),
  steps: z.array(step).min(1),
});

const decider = z.enum(['first', 'agency']);

/** Who reviews, who decides on requests, and within which limits; the first chain that fits a project and a kind of body counts. */
export const reviewChainsSchema = z.strictObject({
  meta,
  edition: z.string(),
  chains: z.array(chain).refine((chains) => chains.every(({ steps }) => steps.at(-1)?.reviewers === 'agency'), 'the Agency is the last step'),
  /** first: the first body of the chain. */
  decides: z.strictObject({ extension: decider, 'not-applicable': decider }),
  extension: z.strictObject({
    /** Working days after the due day of the card. */
    longestWorkingDays: z.int().min(1),
  }),
  notApplicable: z.strictObject({
    /** Days from the day of the request. */
    longestDays: z.int().min(1),
    /** How much time there is for the work when it applies again. */
    workingDaysAfterEnd: z.int().min(0),
  }),
});

export type ReviewChains = z.infer<typeof reviewChainsSchema>;
