import { AssignmentsOpenedSchema, event, RolloutStartedSchema } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import type { Edition } from '../editions/edition.js';
import { type Chunk, type PlannedBody, sizeOf } from './plan.js';

/** One run of an edition over all bodies. It remembers how many chunks are stored and told, so that it resumes there. */
export interface Rollout {
  id: string;
  edition: string;
  /** Of the edition, when it was ordered; absent in what is older than versions: 1. */
  cardVersion?: number;
  year: number;
  status: 'running' | 'done';
  /** The day for which the plan was made; with the bodies of `bodyIds` it makes the plan again. */
  plannedOn: string;
  bodyIds: string[];
  /** The calendars with which its dates are counted, `2026:1`; absent until it begins to store. A newer one does not change what it does. */
  calendars?: string[];
  planned: number;
  existing: number;
  chunks: number;
  chunksDone: number;
  stored: number;
}

/** What the administrator ordered: the plan and what it was made from. */
export interface PlannedRollout {
  edition: Pick<Edition, 'edition' | 'cardVersion'>;
  year: number;
  plannedOn: string;
  bodies: readonly PlannedBody[];
  chunks: readonly Chunk[];
  /** How many assignments of the edition and year were there before. */
  existing: number;
}

export function startRollout(id: string, { edition, year, plannedOn, bodies, chunks, existing }: PlannedRollout): Decision<Rollout> {
  const planned = sizeOf(chunks);
  const next: Rollout = {
    id,
    edition: edition.edition,
    cardVersion: edition.cardVersion,
    year,
    status: chunks.length === 0 ? 'done' : 'running',
    plannedOn,
    bodyIds: bodies.map((body) => body.id),
    planned,
    existing,
    chunks: chunks.length,
    chunksDone: 0,
    stored: 0,
  };
  return { next, events: [event(RolloutStartedSchema, { rolloutId: id, edition: edition.edition, year, planned })] };
}

/** Begins to store, with the calendars of this moment; what is gone on with keeps those that it began with. */
export function beginRollout(rollout: Rollout, calendars: readonly string[], chunks: readonly Chunk[]): Decision<Rollout> | undefined {
  if (rollout.calendars) {
    return undefined;
  }
  const status = chunks.length === 0 ? 'done' : rollout.status;
  return { next: { ...rollout, calendars: [...calendars], planned: sizeOf(chunks), chunks: chunks.length, status }, events: [] };
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
    cardVersion: rollout.cardVersion ?? 1,
    assignments: [...storedIds].map(([assignmentId, organisationId]) => ({ assignmentId, organisationId })),
  });
}
