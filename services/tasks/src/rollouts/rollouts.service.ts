import { type OrganisationKind, type RolloutView } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { type Body, Directory } from '@aigaq/directory';
import { authorise } from '@aigaq/identity';
import { type Actor, Clock, sortableId, SYSTEM } from '@aigaq/kernel';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AssignmentsRepository } from '../assignments/assignments.repository.js';
import { openAssignment } from '../assignments/assignment.js';
import { editionErrors } from '../editions/edition.errors.js';
import type { Edition } from '../editions/edition.js';
import { EditionsRepository } from '../editions/editions.repository.js';
import { assignmentId, type Chunk, countBy, lockedIn, type PlannedBody, planRollout, sizeOf } from './plan.js';
import { recordChunk, type Rollout, startRollout } from './rollout.js';
import { RolloutsRepository } from './rollouts.repository.js';

const AUDIENCES: OrganisationKind[] = ['agency-department', 'central', 'akimat-region', 'akimat-district', 'quasi-state'];

@Injectable()
export class RolloutsService implements OnApplicationBootstrap {
  private readonly log = new Logger('rollouts');

  constructor(
    private readonly rollouts: RolloutsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly editions: EditionsRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** A rollout that was interrupted goes on where it stopped. */
  async onApplicationBootstrap(): Promise<void> {
    for (const rollout of await this.rollouts.running()) {
      this.runInBackground(rollout);
    }
  }

  async rollOut(actor: Actor, editionId: string, dryRun: boolean): Promise<RolloutView> {
    authorise(actor, 'rollout.run');
    const edition = await this.editions.get(editionId);
    if (edition.status !== 'published' || edition.year === null) {
      throw editionErrors.not_published({ edition: editionId });
    }
    const bodies = await this.directory.bodiesOf(AUDIENCES);
    const today = dayOf(this.clock.now());
    const plan = planRollout(edition, bodies, today);
    const existing = await this.assignments.countOf(editionId, edition.year);
    const counts = { ...countsOf(plan), locked: lockedIn(edition, bodies, today) };
    if (dryRun) {
      return { id: null, edition: editionId, year: edition.year, status: 'planned', planned: sizeOf(plan), existing, stored: 0, ...counts };
    }
    const rollout = await this.start(actor, edition, edition.year, { plan, bodies, today, existing });
    this.runInBackground(rollout);
    return { ...viewOf(rollout), ...counts };
  }

  async view(actor: Actor, id: string): Promise<RolloutView> {
    authorise(actor, 'rollout.run');
    const rollout = await this.rollouts.get(id);
    return { ...viewOf(rollout), byKind: {}, bySubtask: {}, byRegion: {}, locked: 0 };
  }

  private start(
    actor: Actor,
    edition: Edition,
    year: number,
    { plan, bodies, today, existing }: { plan: Chunk[]; bodies: Body[]; today: string; existing: number },
  ): Promise<Rollout> {
    const rollout: Rollout = {
      id: sortableId(this.clock.now()),
      edition: edition.id,
      year,
      status: plan.length === 0 ? 'done' : 'running',
      plannedOn: today,
      bodyIds: bodies.map(({ id }) => id),
      planned: sizeOf(plan),
      existing,
      chunks: plan.length,
      chunksDone: 0,
      stored: 0,
    };
    return this.rollouts.create(actor, startRollout(rollout));
  }

  private runInBackground(rollout: Rollout): void {
    this.run(rollout).catch((error: unknown) => {
      this.log.error(`rollout ${rollout.id} stopped and goes on at the next start: ${String(error)}`);
    });
  }

  /** Stores chunk after chunk; each is written, then recorded and told in one write, so any interruption can be repeated. */
  private async run({ id }: Rollout): Promise<void> {
    const rollout = await this.rollouts.get(id);
    const edition = await this.editions.get(rollout.edition);
    const bodies = await this.directory.bodies(rollout.bodyIds);
    const plan = planRollout(edition, bodies, rollout.plannedOn);
    const scopes = new Map(await Promise.all(bodies.map(async (body) => [body.id, await this.directory.scopeOf(body)] as const)));
    for (let number = rollout.chunksDone; number < plan.length; number += 1) {
      const chunk = plan[number] as Chunk;
      await this.assignments.insertMissing(chunk.bodies.map((body) => opened(rollout, chunk, body, scopes.get(body.id) ?? [body.id])));
      const ids = chunk.bodies.map((body) => assignmentId(rollout.edition, chunk.subtask.code, body.id, chunk.dates.period));
      const stored = await this.assignments.ofRollout(id, ids);
      await this.rollouts.change(SYSTEM, id, (state) => recordChunk(state, number, chunk, stored));
    }
  }
}

function opened(rollout: Rollout, { subtask, dates, projectCode }: Chunk, body: PlannedBody, scope: string[]) {
  return openAssignment({
    id: assignmentId(rollout.edition, subtask.code, body.id, dates.period),
    edition: rollout.edition,
    year: rollout.year,
    subtask: subtask.code,
    project: projectCode,
    submission: subtask.submission,
    organisation: { id: body.id, kind: body.kind, scope },
    dates,
    rolloutId: rollout.id,
  });
}

function countsOf(plan: readonly Chunk[]): Pick<RolloutView, 'byKind' | 'bySubtask' | 'byRegion'> {
  return {
    byKind: countBy(plan, (_, body) => body.kind),
    bySubtask: countBy(plan, ({ subtask }) => subtask.code),
    byRegion: countBy(plan, (_, body) => body.regionId ?? 'central'),
  };
}

function viewOf({ id, edition, year, status, planned, existing, stored }: Rollout): Omit<RolloutView, 'byKind' | 'bySubtask' | 'byRegion' | 'locked'> {
  return { id, edition, year, status, planned, existing, stored };
}
