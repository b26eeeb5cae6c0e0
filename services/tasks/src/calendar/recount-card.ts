import type { MovedDates, PeriodDates } from '@aigaq/api';
import type { WorkingCalendar } from '@aigaq/calendar';
import { CardDatesSetSchema, event } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import type { Edition } from '../editions/edition.js';
import { type Clocked, recount } from './recount.js';

/** The days of a card as the calendar has them now: what a rollout gives to bodies that join later. */
export function withCalendar(edition: Edition, calendar: WorkingCalendar, today: string): Edition {
  const dates = Object.entries(edition.dates).map(([code, periods]) => [code, periods.map((days) => recount(days, calendar, today) ?? days)] as const);
  return { ...edition, dates: Object.fromEntries(dates) };
}

/** Gives a draft the days of the newer calendar; a published edition never changes. */
export function recountDraft(edition: Edition, calendar: WorkingCalendar, today: string): Decision<Edition> | undefined {
  const changes = movedOfCard(edition, calendar, today).length;
  if (edition.status === 'published' || edition.year === null || changes === 0) {
    return undefined;
  }
  const told = event(CardDatesSetSchema, { edition: edition.edition, version: edition.cardVersion, year: edition.year, changes });
  return { next: withCalendar(edition, calendar, today), events: [told] };
}

/** Periods of a card whose days would move. */
export function movedOfCard({ edition, dates }: Pick<Edition, 'edition' | 'dates'>, calendar: WorkingCalendar, today: string): MovedDates[] {
  return Object.entries(dates).flatMap(([subtask, periods]) =>
    periods.flatMap((days) => movedDates({ of: 'card', edition, subtask, period: days.period, count: 0 }, days, recount<PeriodDates>(days, calendar, today))),
  );
}

/** Which days move; nothing when `after` is undefined. */
export function movedDates(named: Pick<MovedDates, 'of' | 'edition' | 'subtask' | 'period' | 'count'>, before: Clocked, after: Clocked | undefined): MovedDates[] {
  const moved = (clock: 'opensOn' | 'dueOn' | 'lockedOn') => ({ before: before[clock], after: after?.[clock] ?? before[clock] });
  return after ? [{ ...named, opensOn: moved('opensOn'), dueOn: moved('dueOn'), lockedOn: moved('lockedOn') }] : [];
}
