import type { Tally } from '@aigaq/api';

export const EMPTY_TALLY: Tally = {
  ...{ total: 0, notApplicable: 0, accepted: 0, inReview: 0, returned: 0, open: 0 },
  ...{ onTime: 0, onTimeExtended: 0, late: 0, overdue: 0 },
};

const FIELDS = Object.keys(EMPTY_TALLY) as (keyof Tally)[];

/** What the numbers need to know of one assignment. */
export interface CountedFact {
  status: 'open' | 'in-review' | 'returned' | 'accepted' | 'not-applicable';
  /** By the card. */
  dueOn: string;
  /** The last day on time, where an extension gives more. */
  extendedTo?: string;
  /** Null until it was handed in for the first time. */
  onTime: boolean | null;
  /** Handed in after the due day of the card, within an extension. */
  byExtension?: boolean;
}

const STATE: Record<CountedFact['status'], keyof Tally> = {
  open: 'open',
  'in-review': 'inReview',
  returned: 'returned',
  accepted: 'accepted',
  'not-applicable': 'notApplicable',
};

/** Adds one assignment to the numbers as they stand on `today`. What does not apply has its own number and no part in any other. */
export function count(tally: Tally, fact: CountedFact, today: string): Tally {
  const next = { ...tally };
  next[STATE[fact.status]] += 1;
  if (fact.status === 'not-applicable') {
    return next;
  }
  next.total += 1;
  const timing = timingOf(fact, today);
  if (timing) next[timing] += 1;
  return next;
}

function timingOf({ status, dueOn, extendedTo, onTime, byExtension }: CountedFact, today: string): 'onTime' | 'onTimeExtended' | 'late' | 'overdue' | null {
  if (onTime === null) {
    return status !== 'accepted' && (extendedTo ?? dueOn) < today ? 'overdue' : null;
  }
  return onTime ? (byExtension ? 'onTimeExtended' : 'onTime') : 'late';
}

/** Numbers that were kept before there were extensions lack a field. */
export function add(a: Tally, b: Tally): Tally {
  return Object.fromEntries(FIELDS.map((field) => [field, (a[field] ?? 0) + (b[field] ?? 0)])) as Tally;
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
