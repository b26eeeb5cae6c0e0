import { addDays, type Day, type WorkingCalendar, yearOf } from '@aigaq/calendar';
import type { AnalysisRules, CheckSeverity } from '@aigaq/reference';
import type { ChainDate } from './chain.js';
import { ifKnown } from './known.js';
import { addYears } from './quarters.js';

/** What is wrong, or to be known, about the days of an analysis; the code is a text of the catalogues. */
export interface Finding {
  code: string;
  severity: CheckSeverity;
  data: Record<string, string>;
}

/** Another analysis of the same body that is not cancelled. */
export interface OtherAnalysis {
  kind: 'internal' | 'external';
  start: string;
  end: string;
}

export interface CheckFacts {
  today: Day;
  others: readonly OtherAnalysis[];
  /** Steps that are done already. */
  done: ReadonlySet<string>;
  calendar: WorkingCalendar;
  rules: AnalysisRules;
}

interface Days {
  start: Day;
  end: Day;
}

/** Everything that the Instruction says about the days of an internal analysis, each with the severity that the rules give it. */
export function checkDays(days: Days, dates: readonly ChainDate[], facts: CheckFacts): Finding[] {
  if (days.end < days.start) {
    return [{ code: 'analysis.disordered', severity: 'refused', data: { start: days.start, end: days.end } }];
  }
  if (!isKnown(days, facts.calendar)) {
    return [{ code: 'analysis.year_unknown', severity: 'refused', data: { year: String(yearOf(days.end)) } }];
  }
  return [tooLong, tooShort, afterExternal, lateStart, dayOff, uncertain].flatMap((check) => check(days, dates, facts));
}

export const isRefused = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'refused');

/** Both ends belong to the analysis. */
export function workingDaysOf({ start, end }: Days, calendar: WorkingCalendar): number {
  return calendar.workingDaysBetween(addDays(start, -1), end);
}

function tooLong(days: Days, _dates: readonly ChainDate[], { calendar, rules }: CheckFacts): Finding[] {
  const { workingDays: most, severity } = rules.checks.longest;
  const workingDays = workingDaysOf(days, calendar);
  return workingDays > most ? [{ code: 'analysis.too_long', severity, data: { workingDays: String(workingDays), most: String(most) } }] : [];
}

/** The days that lie within the analysis need room: what would come before its start says how much is missing. */
function tooShort({ start }: Days, dates: readonly ChainDate[], { calendar, rules, done }: CheckFacts): Finding[] {
  const { steps, severity } = rules.checks.inside;
  const outside = dates.filter(({ code, dueOn }) => steps.includes(code) && !done.has(code) && dueOn !== null && dueOn < start);
  if (outside.length === 0) {
    return [];
  }
  const amounts = rules.steps.flatMap((step) => (step.kind === 'offset' && steps.includes(step.code) ? [step.amount] : []));
  const earliestEnd = ifKnown(() => calendar.addWorkingDays(calendar.workingDayFrom(start), Math.max(...amounts))) ?? '';
  return outside.slice(0, 1).map(({ code, dueOn }) => ({ code: 'analysis.too_short', severity, data: { step: code, due: dueOn ?? '', earliestEnd } }));
}

function afterExternal({ start, end: ownEnd }: Days, _dates: readonly ChainDate[], { others, rules }: CheckFacts): Finding[] {
  const { years, severity } = rules.checks.afterExternal;
  const ends = others.filter(({ kind, start: begun }) => kind === 'external' && begun <= ownEnd).map(({ end }) => end as Day);
  const last = ends.sort().at(-1);
  // The year ends with the same date; the day after it is the first one.
  const earliest = last && addDays(addYears(last, years), 1);
  return earliest && start < earliest ? [{ code: 'analysis.after_external', severity, data: { externalEnd: last, earliest } }] : [];
}

function lateStart(_days: Days, dates: readonly ChainDate[], { today, done, rules }: CheckFacts): Finding[] {
  const { steps, severity } = rules.checks.notLate;
  const late = dates.filter(({ code, dueOn }) => steps.includes(code) && !done.has(code) && dueOn !== null && dueOn < today);
  return late.map(({ code, dueOn }) => ({ code: 'analysis.late_start', severity, data: { step: code, due: dueOn ?? '' } }));
}

function dayOff({ start, end }: Days, _dates: readonly ChainDate[], { calendar, rules }: CheckFacts): Finding[] {
  const { severity } = rules.checks.workingEnds;
  return [start, end].filter((day) => !calendar.isWorkingDay(day)).map((day) => ({ code: 'analysis.day_off', severity, data: { day } }));
}

/** A date that may still move with the calendar, or cannot be counted yet: people may plan with it, and should know. What is provisional moves anyway. */
function uncertain(_days: Days, dates: readonly ChainDate[]): Finding[] {
  const isForecast = dates.some(({ reason, isProvisional }) => !isProvisional && 'isForecast' in reason.data && reason.data.isForecast);
  const isMissing = dates.some(({ dueOn }) => dueOn === null);
  return [
    ...(isForecast ? [{ code: 'analysis.forecast', severity: 'warned' as const, data: {} }] : []),
    ...(isMissing ? [{ code: 'analysis.later_unknown', severity: 'warned' as const, data: {} }] : []),
  ];
}

function isKnown({ start, end }: Days, calendar: WorkingCalendar): boolean {
  return [start, end].every((day) => ifKnown(() => calendar.isWorkingDay(day)) !== undefined);
}
