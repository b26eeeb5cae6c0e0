import type { Period } from '@aigaq/api';
import type { YearlyPeriodKind } from '@aigaq/reference';
import { editionErrors } from './edition.errors.js';

/** Periods for each person or analysis: they begin with what happens, so no year has them beforehand. */
export type EventPeriod = Exclude<Period, YearlyPeriodKind>;

const PARTS: Record<YearlyPeriodKind, (year: number) => string[]> = {
  year: (year) => [`${year}`],
  once: (year) => [`${year}`],
  half: (year) => [1, 2].map((half) => `${year}-H${half}`),
  quarter: (year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  month: (year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
};

const EVENT_FORM = /^(\d{4})-(person|analysis)-[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

export function isEventPeriod(period: Period): period is EventPeriod {
  return !(period in PARTS);
}

/**
 * The periods of one year in which a subtask of that frequency falls due: `2026`, `2026-H1`, `2026-Q3`, `2026-10`. None for what is done
 * per person or per analysis: the rollout of a year opens nothing for it.
 */
export function periodsOf(period: Period, year: number): string[] {
  return isEventPeriod(period) ? [] : PARTS[period](year);
}

/**
 * The period of one person or analysis: `2026-person-<id>`, `2026-analysis-<id>`; it stands in the id of the assignment.
 * @param id small Latin letters, digits and hyphens inside, at most 60
 * @throws edition.bad_period
 */
export function eventPeriod(kind: EventPeriod, year: number, id: string): string {
  const period = `${year}-${kind}-${id}`;
  if (!EVENT_FORM.test(period)) {
    throw editionErrors.bad_period({ period });
  }
  return period;
}

/** Is this one of the periods of that frequency and year? */
export function isPeriodOf(kind: Period, year: number, period: string): boolean {
  if (!isEventPeriod(kind)) {
    return PARTS[kind](year).includes(period);
  }
  const [, ofYear, ofKind] = EVENT_FORM.exec(period) ?? [];
  return ofYear === String(year) && ofKind === kind;
}
