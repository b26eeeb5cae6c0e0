import type { RolloutView } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { authorise, under } from '@aigaq/identity';
import { type Actor, Clock, sortableId } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { countBy, lockedIn, sizeOf } from './plan.js';
import { type Plan, RolloutPlans } from './rollout-plans.service.js';
import { RolloutRunner } from './rollout-runner.service.js';
import { type Rollout, startRollout } from './rollout.js';
import { RolloutsRepository } from './rollouts.repository.js';

type Counts = Pick<RolloutView, 'byKind' | 'bySubtask' | 'byRegion' | 'locked'>;

@Injectable()
export class RolloutsService {
  constructor(
    private readonly rollouts: RolloutsRepository,
    private readonly runner: RolloutRunner,
    private readonly plans: RolloutPlans,
    private readonly clock: Clock,
  ) {}

  async rollOut(actor: Actor, editionId: string, dryRun: boolean): Promise<RolloutView> {
    authorise(actor, 'rollout.run');
    const plan = await this.plans.make(editionId, dayOf(this.clock.now()));
    const counts = countsOf(plan, plan.plannedOn);
    if (dryRun) {
      const { year, existing } = plan;
      return { id: null, edition: editionId, year, status: 'planned', planned: sizeOf(plan.chunks), existing, stored: 0, ...counts };
    }
    const rollout = await this.rollouts.create(under(actor, 'rollout.run'), startRollout(sortableId(this.clock.now()), plan));
    this.runner.start(rollout.id);
    return { ...viewOf(rollout), ...counts };
  }

  async view(actor: Actor, id: string): Promise<RolloutView> {
    authorise(actor, 'rollout.run');
    const rollout = await this.rollouts.get(id);
    return { ...viewOf(rollout), ...countsOf(await this.plans.again(rollout), rollout.plannedOn) };
  }
}

function countsOf({ edition, bodies, chunks, groups }: Plan, today: string): Counts {
  return {
    byKind: countBy(chunks, (_, body) => body.kind),
    bySubtask: countBy(chunks, ({ subtask }) => subtask.code),
    byRegion: countBy(chunks, (_, body) => body.regionId ?? 'central'),
    locked: lockedIn(edition, bodies, today, groups),
  };
}

function viewOf({ id, edition, year, status, planned, existing, stored }: Rollout): Omit<RolloutView, keyof Counts> {
  return { id, edition, year, status, planned, existing, stored };
}
