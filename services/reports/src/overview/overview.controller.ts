import { OverviewQuery, OverviewView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Get, Param, Query } from '@nestjs/common';
import { OverviewReads } from './overview-reads.service.js';
import { OverviewService } from './overview.service.js';

@ServiceController('reports/overview')
export class OverviewController {
  constructor(
    private readonly overview: OverviewService,
    private readonly reads: OverviewReads,
  ) {}

  @Get(':organisationId')
  @Requires('overview.read')
  @Answers(OverviewView)
  async view(
    @CurrentActor() actor: Actor,
    @Param('organisationId') organisationId: string,
    @Query({ schema: OverviewQuery }) query: OverviewQuery,
  ): Promise<OverviewView> {
    const view = await this.overview.view(actor, organisationId, query);
    await this.reads.record(actor, organisationId);
    return view;
  }
}
