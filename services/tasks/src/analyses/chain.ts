import type { Day, DueReason, WorkingCalendar } from '@aigaq/calendar';
import type { AnalysisRules, OffsetStep, QuarterlyStep } from '@aigaq/reference';
import { ifKnown } from './known.js';
import { dayInMonthAfter, quarterEnds, quarterOf } from './quarters.js';

/** Why a date of the chain is what it is. */
export type ChainReason =
  | DueReason
  | {
      code: 'analysis.day_after_quarter';
      data: { quarterEnd: Day; named: Day; day: Day; calendars: readonly string[]; isForecast: boolean };
    }
  | { code: 'analysis.calendar_missing'; data: { anchor: string } };

/** One date that follows from the two of an analysis and from what has been done since. */
export interface ChainDate {
  /** The step, and for what is done every quarter its period: `sign_note`, `information:2024-Q3`. */
  key: string;
  code: string;
  period: string | null;
  subtask: string;
  /** Null where the calendar of that year has not been imported. */
  dueOn: Day | null;
  reason: ChainReason;
  /** Counted from a day that is expected, not from one on which something was done. */
  isProvisional: boolean;
}

/** Days on which steps were done, by key. */
export type DoneDays = ReadonlyMap<string, Day>;

export interface AnalysisDays {
  start: Day;
  end: Day;
  done?: DoneDays;
}

interface Anchor {
  day: Day | null;
  isProvisional: boolean;
}

interface Counting {
  calendar: WorkingCalendar;
  done: DoneDays;
  anchors: Map<string, Anchor>;
}

/**
 * Every date of the chain with its reason, in the order of the rules. What is counted from a later fact (signing, approval, receipt) is
 * counted from its own due day, and is provisional, until the fact is known.
 * @param rules data/analyses; a step is counted from the start, the end, or from what an earlier step makes
 */
export function planAnalysis({ start, end, done = new Map() }: AnalysisDays, calendar: WorkingCalendar, rules: AnalysisRules): ChainDate[] {
  const anchors = new Map<string, Anchor>([
    ['analysis_start', { day: start, isProvisional: false }],
    ['analysis_end', { day: end, isProvisional: false }],
  ]);
  const counting: Counting = { calendar, done, anchors };
  return rules.steps.flatMap((step) => (step.kind === 'offset' ? [offsetDate(step, counting)] : quarterlyDates(step, counting)));
}

function offsetDate(step: OffsetStep, { calendar, done, anchors }: Counting): ChainDate {
  const { code, subtask, amount, direction } = step;
  const anchor = anchorOf(step, anchors);
  const { day, reason } = countable(anchor.day, () =>
    direction === 'before' ? calendar.dueBefore(anchor.day as Day, amount) : calendar.dueAfter(anchor.day as Day, amount),
  );
  const doneOn = done.get(code);
  anchors.set(step.makes, doneOn ? { day: doneOn, isProvisional: false } : { day, isProvisional: true });
  return { key: code, code, period: null, subtask, dueOn: day, reason, isProvisional: anchor.isProvisional };
}

function quarterlyDates(step: QuarterlyStep, counting: Counting): ChainDate[] {
  const anchor = anchorOf(step, counting.anchors);
  return anchor.day === null ? [] : quarterEnds(anchor.day, step).flatMap((quarterEnd) => informationAndReview(step, quarterEnd, anchor, counting));
}

function informationAndReview(step: QuarterlyStep, quarterEnd: Day, anchor: Anchor, { calendar, done }: Counting): ChainDate[] {
  const { code, subtask, review } = step;
  const period = step.quarters === 'calendar' ? quarterOf(quarterEnd) : quarterEnd;
  const key = keyOf(code, period);
  const { day, reason } = countable(quarterEnd, () => dayAfterQuarter(step, quarterEnd, calendar));
  const received = done.get(key);
  const from = received ?? day;
  const reviewed = countable(from, () => calendar.dueAfter(from as Day, review.amount));
  const shared = { period, subtask };
  return [
    { key, code, ...shared, dueOn: day, reason, isProvisional: anchor.isProvisional },
    { key: keyOf(review.code, period), code: review.code, ...shared, dueOn: reviewed.day, reason: reviewed.reason, isProvisional: received === undefined },
  ];
}

export const keyOf = (code: string, period: string): string => `${code}:${period}`;

/** «No later than the 5th of the month after the reporting period»; a day off gives way to a working day, as the rules say. */
function dayAfterQuarter({ monthOffset, dayOfMonth, onNonWorkingDay }: QuarterlyStep, quarterEnd: Day, calendar: WorkingCalendar) {
  const named = dayInMonthAfter(quarterEnd, monthOffset, dayOfMonth);
  const moved = { next: () => calendar.workingDayFrom(named), previous: () => calendar.workingDayUntil(named), same: () => named };
  const day = moved[onNonWorkingDay]();
  // Asked with no days to count: it names the calendars.
  const { calendars, isForecast } = calendar.dueAfter(day, 0).reason.data;
  return { day, reason: { code: 'analysis.day_after_quarter' as const, data: { quarterEnd, named, day, calendars, isForecast } } };
}

function anchorOf({ code, anchor }: { code: string; anchor: string }, anchors: ReadonlyMap<string, Anchor>): Anchor {
  const found = anchors.get(anchor);
  if (!found) {
    throw new Error(`step ${code} is counted from ${anchor}, which no step before it makes`);
  }
  return found;
}

function countable(anchor: Day | null, count: () => { day: Day; reason: ChainReason }): { day: Day | null; reason: ChainReason } {
  const counted = anchor === null ? undefined : ifKnown(count);
  return counted ?? { day: null, reason: { code: 'analysis.calendar_missing', data: { anchor: anchor ?? '' } } };
}
