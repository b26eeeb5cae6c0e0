import { AssignmentsOpenedSchema, event, RolloutStartedSchema } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import type { Chunk } from './plan.js';

/** One run of an edition over all bodies. It remembers how many chunks are stored and told, so that it resumes there. */
export interface Rollout {
  id: string;
  edition: string;
  year: number;
  status: 'running' | 'done';
  /** The day for which the plan was made; with the bodies of `bodyIds` it makes the plan again. */
  plannedOn: string;
  bodyIds: string[];
  planned: number;
  existing: number;
  chunks: number;
  chunksDone: number;
  stored: number;
}

export function startRollout(rollout: Rollout): Decision<Rollout> {
  const { id, edition, year, planned } = rollout;
  return { next: rollout, events: [event(RolloutStartedSchema, { rolloutId: id, edition, year, planned })] };
}

/** Marks one chunk as stored and tells it. `storedIds`: what this rollout stored of it, also before an interruption. */
export function recordChunk(rollout: Rollout, number: number, chunk: Chunk, storedIds: ReadonlyMap<string, string>): Decision<Rollout> | undefined {
  if (number < rollout.chunksDone) {
    return undefined;
  }
  const chunksDone = number + 1;
  const next: Rollout = {
    ...rollout,
    chunksDone,
    stored: rollout.stored + storedIds.size,
    status: chunksDone === rollout.chunks ? 'done' : 'running',
  };
  return { next, events: storedIds.size === 0 ? [] : [assignmentsOpened(rollout, number, chunk, storedIds)] };
}

function assignmentsOpened(rollout: Rollout, number: number, chunk: Chunk, storedIds: ReadonlyMap<string, string>) {
  const { dates, subtask, projectCode } = chunk;
  return event(AssignmentsOpenedSchema, {
    rolloutId: rollout.id,
    chunk: number,
    edition: rollout.edition,
    subtaskCode: subtask.code,
    projectCode,
    period: dates.period,
    year: rollout.year,
    opensOn: dates.opensOn,
    dueOn: dates.dueOn,
    lockedOn: dates.lockedOn,
    title: subtask.title,
    assignments: [...storedIds].map(([assignmentId, organisationId]) => ({ assignmentId, organisationId })),
  });
}
