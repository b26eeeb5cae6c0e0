import type { Tally } from '@aigaq/api';

export const EMPTY_TALLY: Tally = { total: 0, accepted: 0, inReview: 0, returned: 0, open: 0, onTime: 0, late: 0, overdue: 0 };

const FIELDS = Object.keys(EMPTY_TALLY) as (keyof Tally)[];

/** What the numbers need to know of one assignment. */
export interface CountedFact {
  status: 'open' | 'in-review' | 'returned' | 'accepted';
  dueOn: string;
  /** Null until it was handed in for the first time. */
  onTime: boolean | null;
}

const STATE: Record<CountedFact['status'], keyof Tally> = {
  open: 'open',
  'in-review': 'inReview',
  returned: 'returned',
  accepted: 'accepted',
};

/** Adds one assignment to the numbers as they stand on `today`. */
export function count(tally: Tally, { status, dueOn, onTime }: CountedFact, today: string): Tally {
  const next = { ...tally, total: tally.total + 1 };
  next[STATE[status]] += 1;
  if (onTime === true) next.onTime += 1;
  if (onTime === false) next.late += 1;
  if (onTime === null && status !== 'accepted' && dueOn < today) next.overdue += 1;
  return next;
}

export function add(a: Tally, b: Tally): Tally {
  return Object.fromEntries(FIELDS.map((field) => [field, a[field] + b[field]])) as Tally;
}

export type ByProject = Record<string, Tally>;

export function addByProject(a: ByProject, b: ByProject): ByProject {
  const codes = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(codes.map((code) => [code, add(a[code] ?? EMPTY_TALLY, b[code] ?? EMPTY_TALLY)]));
}

/** The numbers over all projects. */
export function sum(byProject: ByProject): Tally {
  return Object.values(byProject).reduce(add, EMPTY_TALLY);
}
