import { setTimeout as pause } from 'node:timers/promises';
import { Directory } from '@aigaq/directory';
import { SYSTEM } from '@aigaq/kernel';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { openAssignment } from '../assignments/assignment.js';
import { AssignmentsRepository } from '../assignments/assignments.repository.js';
import { assignmentId, type Chunk, type PlannedBody } from './plan.js';
import { RolloutPlans } from './rollout-plans.service.js';
import { beginRollout, recordChunk, type Rollout } from './rollout.js';
import { RolloutsRepository } from './rollouts.repository.js';

const PAUSE_MILLISECONDS = 2_000;
const SCOPES_KEPT_MILLISECONDS = 30_000;

/** Carries rollouts out beside the requests, and goes on with those that an earlier process or an outage interrupted. */
@Injectable()
export class RolloutRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('rollouts');
  private readonly end = new AbortController();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly rollouts: RolloutsRepository,
    private readonly plans: RolloutPlans,
    private readonly assignments: AssignmentsRepository,
    private readonly directory: Directory,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { id } of await this.rollouts.running()) {
      this.start(id);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.end.abort();
    await Promise.all(this.running.values());
  }

  start(id: string): void {
    if (!this.running.has(id)) {
      this.running.set(id, this.carryOut(id).finally(() => this.running.delete(id)));
    }
  }

  private async carryOut(id: string): Promise<void> {
    while (!this.end.signal.aborted) {
      try {
        return await this.run(id);
      } catch (error) {
        this.log.warn(`rollout ${id} was interrupted and goes on: ${String(error)}`);
        await pause(PAUSE_MILLISECONDS, undefined, { signal: this.end.signal }).catch(() => undefined);
      }
    }
  }

  /** Stores chunk after chunk; each is written, then recorded and told in one write, so any interruption can be repeated. */
  private async run(id: string): Promise<void> {
    const ordered = await this.rollouts.get(id);
    const { bodies, chunks, calendars } = await this.plans.again(ordered);
    const rollout = ordered.calendars ? ordered : await this.begin(id, calendars, chunks);
    const ids = bodies.map((body) => body.id);
    let scopes = await this.scopesOf(ids);
    for (const [number, chunk] of chunks.entries()) {
      if (this.end.signal.aborted) {
        return;
      }
      if (number >= rollout.chunksDone) {
        scopes = scopes.until < performance.now() ? await this.scopesOf(ids) : scopes;
        await this.store(rollout, number, chunk, scopes.byBody);
      }
    }
  }

  /** Another process may have begun it with other calendars: then it is gone on with as that one planned. */
  private async begin(id: string, calendars: readonly string[], chunks: readonly Chunk[]): Promise<Rollout> {
    const begun = await this.rollouts.change(SYSTEM, id, (state) => beginRollout(state, calendars, chunks));
    if (begun.calendars?.join() !== calendars.join()) {
      throw new Error('another process began it with another calendar');
    }
    return begun;
  }

  /** Asked for again from time to time: a body may move while a long rollout is under way. */
  private async scopesOf(ids: readonly string[]): Promise<{ byBody: ReadonlyMap<string, string[]>; until: number }> {
    const until = performance.now() + SCOPES_KEPT_MILLISECONDS;
    return { byBody: await this.directory.scopesOf(await this.directory.bodies(ids)), until };
  }

  private async store(rollout: Rollout, number: number, chunk: Chunk, scopes: ReadonlyMap<string, string[]>): Promise<void> {
    const opened = chunk.bodies.map((body) => assignmentOf(rollout, chunk, body, scopes.get(body.id) ?? [body.id]));
    await this.assignments.insertMissing(opened);
    const stored = await this.assignments.ofRollout(rollout.id, opened.map(({ id }) => id));
    await this.rollouts.change(SYSTEM, rollout.id, (state) => recordChunk(state, number, chunk, stored));
  }
}

function assignmentOf(rollout: Rollout, { subtask, dates, projectCode }: Chunk, body: PlannedBody, scope: string[]) {
  return openAssignment({
    id: assignmentId(rollout.edition, subtask.code, body.id, dates.period),
    edition: rollout.edition,
    cardVersion: rollout.cardVersion ?? 1,
    year: rollout.year,
    subtask: subtask.code,
    project: projectCode,
    submission: subtask.submission,
    organisation: { id: body.id, kind: body.kind, scope },
    dates,
    rolloutId: rollout.id,
  });
}
