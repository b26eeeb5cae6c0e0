import type { HeadLevel, HeadView, Localised } from '@aigaq/api';

/** Somebody who holds a chair, or acts for its holder by order; both days belong to the time. */
export type Head = HeadView;

/** A position of a body, held by one after another. Days are `YYYY-MM-DD`, both belong to its life. */
export interface Chair {
  /** Within its body. */
  id: string;
  level: HeadLevel;
  position: Localised;
  from: string;
  until: string | null;
}

/** A chair that nobody holds and in which nobody acts. */
export interface Vacancy {
  chairId: string;
  level: HeadLevel;
  position: Localised;
  /** Null: it never had a holder. */
  since: string | null;
}

/** All chairs of one body with their history; `id` is the body's. */
export interface Chairs {
  id: string;
  chairs: readonly Chair[];
  heads: readonly Head[];
  /** What a list of vacancies asks for, as it was on the day of the last look. */
  vacancies: readonly Vacancy[];
  hasVacancy: boolean;
  /** The day on which a vacancy may begin or end by itself; null when none will. */
  lookAgainOn: string | null;
}

/** How long the body of the chairs lives. */
export interface Lifetime {
  validFrom: string;
  validUntil: string | null;
}

/** There is one of these in a body; deputies and officers may be several. */
const SINGLE: readonly HeadLevel[] = ['first-head', 'akim', 'head-of-apparatus'];

export function noChairs(id: string): Chairs {
  return { id, chairs: [], heads: [], vacancies: [], hasVacancy: false, lookAgainOn: null };
}

export function isSingle(level: HeadLevel): boolean {
  return SINGLE.includes(level);
}

interface Span {
  from: string;
  until: string | null;
}

const FOR_EVER = '9999-12-31';
export const lastDay = ({ until }: Pick<Span, 'until'>): string => until ?? FOR_EVER;

/** Whether two times have a day in common. */
export function overlap(one: Span, other: Span): boolean {
  return one.from <= lastDay(other) && other.from <= lastDay(one);
}

export function isOn(span: Span, day: string): boolean {
  return overlap(span, { from: day, until: day });
}
