import { RolloutView, RunRollout } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RolloutsService } from './rollouts.service.js';

@ServiceController('tasks')
export class RolloutsController {
  constructor(private readonly rollouts: RolloutsService) {}

  @Post('editions/:edition/rollouts')
  @Requires('rollout.run')
  @Answers(RolloutView)
  @HttpCode(202)
  rollOut(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body({ schema: RunRollout }) body: { dryRun: boolean },
  ): Promise<RolloutView> {
    return this.rollouts.rollOut(actor, edition, body.dryRun);
  }

  @Get('rollouts/:id')
  @Requires('rollout.run')
  @Answers(RolloutView)
  @Reads('rollout', 'id')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RolloutView> {
    return this.rollouts.view(actor, id);
  }
}
