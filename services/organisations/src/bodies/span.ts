import { addDays, day } from '@aigaq/calendar';
import { bodyErrors } from './body.errors.js';

/** Something that holds from one day to another, both included; days are `YYYY-MM-DD`, `null` = still. */
export interface Span {
  from: string;
  until: string | null;
}

export const dayBefore = (text: string): string => addDays(day(text), -1);
export const dayAfter = (text: string): string => addDays(day(text), 1);

export function holdsOn({ from, until }: Span, on: string): boolean {
  return from <= on && (until === null || on <= until);
}

/** What holds on the day or will hold later. */
export function fromThen<S extends Span>(spans: readonly S[], on: string): S[] {
  return spans.filter(({ until }) => until === null || until >= on);
}

/** The spans as they are when all that holds on the day ends the day before; what began that very day was a mistake and goes. */
export function endedBefore<S extends Span>(spans: readonly S[], from: string): S[] {
  const last = turnsOf(spans).at(-1);
  if (last !== undefined && from < last) {
    throw bodyErrors.dates_overlap({ from, last });
  }
  const earlier = spans.filter((span) => span.from < from);
  return earlier.map((span) => (span.until === null || span.until >= from ? { ...span, until: dayBefore(from) } : span));
}

/** The spans of a life that ends on the day: what lasts longer ends with it, what would begin later never does. */
export function endedWith<S extends Span>(spans: readonly S[], until: string): S[] {
  const begun = spans.filter(({ from }) => from <= until);
  return begun.map((span) => (span.until === null || span.until > until ? { ...span, until } : span));
}

/** The next day after `today` on which one of the spans begins or has ended; null when nothing will change. */
export function nextTurn(spans: readonly Span[], today: string): string | null {
  return turnsOf(spans).find((turn) => turn > today) ?? null;
}

/** The days on which something begins or has ended, in order. */
function turnsOf(spans: readonly Span[]): string[] {
  return spans.flatMap(({ from, until }) => [from, ...(until === null ? [] : [dayAfter(until)])]).sort();
}
