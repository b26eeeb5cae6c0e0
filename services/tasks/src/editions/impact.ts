import type { AssignmentStatus, CardChange, CardImpact, WorkCounts } from '@aigaq/api';
import { type Chunk, type PlannedBody, planRollout } from '../rollouts/plan.js';
import { isConcerned } from './concern.js';
import type { Edition } from './edition.js';

/** So many assignments of one subtask, period, kind of body and state. */
export interface WorkGroup {
  subtask: string;
  period: string;
  organisationKind: string;
  status: AssignmentStatus;
  count: number;
}

export interface ImpactFacts {
  before: Edition;
  after: Edition;
  changes: readonly CardChange[];
  /** Living bodies. */
  bodies: readonly PlannedBody[];
  /** Assignments that the changes concern. */
  work: readonly WorkGroup[];
  /** Unfinished assignments that the changes concern, by body. */
  unfinishedByBody: ReadonlyMap<string, number>;
  today: string;
}

const FIELD: Record<AssignmentStatus, keyof WorkCounts> = {
  ...{ open: 'open', 'in-review': 'inReview', returned: 'returned', accepted: 'accepted', 'not-applicable': 'notApplicable' },
};
const ANY_DAY = '0000-01-01';
const NO_WORK: WorkCounts = { open: 0, inReview: 0, returned: 0, accepted: 0, notApplicable: 0 };

/** What publishing a draft means for the assignments that there are, and what a rollout would open afterwards. */
export function impactOf({ before, after, changes, bodies, work, unfinishedByBody, today }: ImpactFacts): CardImpact {
  const concerned = work.filter((group) => changes.some((change) => isConcerned(change, group)));
  const unfinished = concerned.filter(({ status }) => status !== 'accepted');
  const { edition, cardVersion: version, year } = after;
  return {
    ...{ edition, version, year },
    affected: workOf(concerned),
    bodies: unfinishedByBody.size,
    bySubtask: sumBy(unfinished.map(({ subtask, count }) => [subtask, count])),
    byKind: sumBy(unfinished.map(({ organisationKind, count }) => [organisationKind, count])),
    byRegion: byRegion(unfinishedByBody, bodies),
    opens: opensOf(before, after, bodies, today),
    fallsAway: fallsAwayOf(after, bodies, concerned),
  };
}

function workOf(groups: readonly WorkGroup[]): WorkCounts {
  return groups.reduce((sum, { status, count }) => ({ ...sum, [FIELD[status]]: sum[FIELD[status]] + count }), NO_WORK);
}

function sumBy(counts: readonly (readonly [key: string, count: number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [key, count] of counts) {
    sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}

/** Of bodies that live no more the region is not known. */
function byRegion(unfinishedByBody: ReadonlyMap<string, number>, bodies: readonly PlannedBody[]): Record<string, number> {
  const regions = new Map(bodies.map(({ id, regionId }) => [id, regionId]));
  return sumBy([...unfinishedByBody].map(([id, count]) => [regions.get(id) ?? 'central', count]));
}

/** What the version before did not ask of a body; a body that joined since is the matter of a rollout. */
function opensOf(before: Edition, after: Edition, bodies: readonly PlannedBody[], today: string): Record<string, number> {
  const asked = new Set(planRollout(before, bodies, ANY_DAY).flatMap((chunk) => chunk.bodies.map(({ id }) => keyOf(chunk, id))));
  const opened = planRollout(after, bodies, today).map((chunk) => [chunk.subtask.code, chunk.bodies.filter(({ id }) => !asked.has(keyOf(chunk, id))).length] as const);
  return sumBy(opened.filter(([, count]) => count > 0));
}

/** What the later version asks of no body of the kind. */
function fallsAwayOf(after: Edition, bodies: readonly PlannedBody[], concerned: readonly WorkGroup[]): CardImpact['fallsAway'] {
  const asked = new Set(planRollout(after, bodies, ANY_DAY).flatMap((chunk) => chunk.bodies.map(({ kind }) => keyOf(chunk, kind))));
  const fallen = concerned.filter(({ subtask, period, organisationKind }) => !asked.has([subtask, period, organisationKind].join(':')));
  const bySubtask = Map.groupBy(fallen, ({ subtask }) => subtask);
  return Object.fromEntries([...bySubtask].map(([subtask, groups]) => [subtask, workOf(groups)]));
}

const keyOf = ({ subtask, dates }: Chunk, whose: string): string => [subtask.code, dates.period, whose].join(':');
