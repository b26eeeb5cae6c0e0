import { ClearancesQuery, ClearanceView, EndClearance, GrantClearance, pageOf, type PageOf } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ClearancesService } from './clearances.service.js';

@ServiceController('organisations/clearances')
export class ClearancesController {
  constructor(private readonly clearances: ClearancesService) {}

  @Get()
  @Requires('clearance.manage')
  @Answers(pageOf(ClearanceView))
  page(@CurrentActor() actor: Actor, @Query({ schema: ClearancesQuery }) query: ClearancesQuery): Promise<PageOf<ClearanceView>> {
    return this.clearances.page(actor, query);
  }

  @Post()
  @Requires('clearance.manage')
  @Answers(ClearanceView)
  grant(@CurrentActor() actor: Actor, @Body({ schema: GrantClearance }) body: GrantClearance): Promise<ClearanceView> {
    return this.clearances.grant(actor, body);
  }

  @Post(':id/end')
  @Requires('clearance.manage')
  @Answers(ClearanceView)
  @HttpCode(200)
  end(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: EndClearance }) { reason }: EndClearance): Promise<ClearanceView> {
    return this.clearances.end(actor, id, reason);
  }
}
