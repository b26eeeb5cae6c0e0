import { ScoreView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Get, Param } from '@nestjs/common';
import { ScoresService } from './scores.service.js';

@ServiceController('compliance/scores')
export class ScoresController {
  constructor(private readonly scores: ScoresService) {}

  @Get(':organisationId')
  @Requires('compliance.read')
  @Answers(ScoreView)
  @Reads('score', 'organisationId')
  view(@CurrentActor() actor: Actor, @Param('organisationId') organisationId: string): Promise<ScoreView> {
    return this.scores.view(actor, organisationId);
  }
}
