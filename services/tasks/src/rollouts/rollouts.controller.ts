import { RunRollout, type RolloutView } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RolloutsService } from './rollouts.service.js';

@ServiceController('tasks')
export class RolloutsController {
  constructor(private readonly rollouts: RolloutsService) {}

  @Post('editions/:edition/rollouts')
  @HttpCode(202)
  rollOut(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body({ schema: RunRollout }) body: { dryRun: boolean },
  ): Promise<RolloutView> {
    return this.rollouts.rollOut(actor, edition, body.dryRun);
  }

  @Get('rollouts/:id')
  @Reads('rollout', 'id')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RolloutView> {
    return this.rollouts.view(actor, id);
  }
}
