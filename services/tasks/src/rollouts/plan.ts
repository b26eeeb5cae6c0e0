import type { PeriodDates } from '@aigaq/api';
import type { BodyGroup, CardSubtask } from '@aigaq/reference';
import type { Edition } from '../editions/edition.js';
import { type AudienceBody, audienceOf } from './audience.js';

/** What a plan needs of a body. */
export type PlannedBody = AudienceBody;

/** The same subtask and period for some bodies: what one bulk write stores and one event tells. */
export interface Chunk {
  subtask: CardSubtask;
  projectCode: string;
  dates: PeriodDates;
  bodies: PlannedBody[];
}

export const CHUNK_SIZE = 500;

/** Deterministic, so that a rollout can be repeated: `2024:1.1.2:akimat-kostanay-auliekol:2026`. */
export function assignmentId(edition: string, subtask: string, organisationId: string, period: string): string {
  return [edition, subtask, organisationId, period].join(':');
}

/**
 * Everything that an edition asks of the bodies: one assignment per subtask, body of its audience and period.
 * An audience may name groups (`groups`).
 * Periods that are locked already are left out: nobody could act on them.
 */
export function planRollout(edition: Edition, bodies: readonly PlannedBody[], today: string, groups: readonly BodyGroup[] = []): Chunk[] {
  // Made again after an interruption, perhaps on another machine: the order may not depend on its language.
  const sorted = [...bodies].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { projects } = edition.card;
  const placed = projects.flatMap(({ code, tasks }) => tasks.flatMap(({ subtasks }) => subtasks.map((subtask) => ({ subtask, projectCode: code }))));
  return placed.flatMap(({ subtask, projectCode }) => {
    const audience = audienceOf(subtask.audience, sorted, groups);
    const open = (edition.dates[subtask.code] ?? []).filter(({ lockedOn }) => lockedOn >= today);
    return open.flatMap((dates) =>
      slices(audience, CHUNK_SIZE).map((slice) => ({ subtask, projectCode, dates, bodies: slice })),
    );
  });
}

/** How many assignments the plan leaves out because their period is locked. */
export function lockedIn(edition: Edition, bodies: readonly PlannedBody[], today: string, groups: readonly BodyGroup[] = []): number {
  const all = planRollout(edition, bodies, '0000-01-01', groups);
  return sizeOf(all) - sizeOf(planRollout(edition, bodies, today, groups));
}

export function sizeOf(plan: readonly Chunk[]): number {
  return plan.reduce((sum, { bodies }) => sum + bodies.length, 0);
}

/** The size of a plan by anything that can be said of one of its assignments. */
export function countBy(plan: readonly Chunk[], key: (chunk: Chunk, body: PlannedBody) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const chunk of plan) {
    for (const body of chunk.bodies) {
      const name = key(chunk, body);
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

function slices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}
