import { EditionView, SetRule } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, Param, Put } from '@nestjs/common';
import { EditionRulesService } from './edition-rules.service.js';

@ServiceController('tasks/editions')
export class EditionRulesController {
  constructor(private readonly rules: EditionRulesService) {}

  @Put(':edition/subtasks/:code/rule')
  @Requires('card.manage')
  @Answers(EditionView)
  set(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('code') code: string,
    @Body({ schema: SetRule }) { rule }: SetRule,
  ): Promise<EditionView> {
    return this.rules.set(actor, edition, code, rule);
  }
}
