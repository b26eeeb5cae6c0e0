import { z } from 'zod';
import { meta, yearlyPeriodKind } from './vocabulary.js';

/** A day of a period: `monthOffset` months after its first month, `day` cut to the length of that month. */
const periodDay = z.strictObject({ monthOffset: z.int().min(0), day: z.int().min(1).max(31) });

const clocks = z.strictObject({
  opens: periodDay,
  due: periodDay,
  /** Working days after the due day; then the assignment is locked. */
  lockedAfterWorkingDays: z.int().min(0),
});

/** Upload dates of a card: proposed, because the Instruction leaves them to a paper that is not among the sources. */
export const deadlinesSchema = z.strictObject({
  meta,
  edition: z.string(),
  rule: z.record(z.string(), z.string()),
  /** A due day that is a day off moves to the next (or the previous) working day. */
  onNonWorkingDay: z.enum(['next', 'previous']),
  byPeriod: z.record(yearlyPeriodKind, clocks),
  /** Instead of `byPeriod`, by subtask code. */
  bySubtask: z.record(z.string(), clocks),
});

export type Deadlines = z.infer<typeof deadlinesSchema>;
export type Clocks = z.infer<typeof clocks>;
