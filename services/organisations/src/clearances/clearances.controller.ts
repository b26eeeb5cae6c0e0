import { ClearancesQuery, type ClearanceView, EndClearance, GrantClearance, type PageOf } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ClearancesService } from './clearances.service.js';

@ServiceController('organisations/clearances')
export class ClearancesController {
  constructor(private readonly clearances: ClearancesService) {}

  @Get()
  page(@CurrentActor() actor: Actor, @Query({ schema: ClearancesQuery }) query: ClearancesQuery): Promise<PageOf<ClearanceView>> {
    return this.clearances.page(actor, query);
  }

  @Post()
  grant(@CurrentActor() actor: Actor, @Body({ schema: GrantClearance }) body: GrantClearance): Promise<ClearanceView> {
    return this.clearances.grant(actor, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  end(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: EndClearance }) { reason }: EndClearance): Promise<ClearanceView> {
    return this.clearances.end(actor, id, reason);
  }
}
