import { OverviewQuery, type OverviewView } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Reads } from '@aigaq/service';
import { Get, Param, Query } from '@nestjs/common';
import { OverviewService } from './overview.service.js';

@ServiceController('reports/overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get(':organisationId')
  @Reads('overview', 'organisationId')
  view(
    @CurrentActor() actor: Actor,
    @Param('organisationId') organisationId: string,
    @Query({ schema: OverviewQuery }) query: OverviewQuery,
  ): Promise<OverviewView> {
    return this.overview.view(actor, organisationId, query);
  }
}
