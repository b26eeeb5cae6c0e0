import { AcknowledgementCounts, AcknowledgementCountsQuery, AcknowledgementRow, AcknowledgementsQuery, AcknowledgementView, NoBody, type PageOf, pageOf } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AcknowledgementsService } from './acknowledgements.service.js';

@ServiceController('tasks/acknowledgements')
export class AcknowledgementsController {
  constructor(private readonly acknowledgements: AcknowledgementsService) {}

  @Get()
  @Requires('assignment.read')
  @Answers(pageOf(AcknowledgementRow))
  list(@CurrentActor() actor: Actor, @Query({ schema: AcknowledgementsQuery }) query: AcknowledgementsQuery): Promise<PageOf<AcknowledgementRow>> {
    return this.acknowledgements.list(actor, query);
  }

  @Get('counts')
  @Requires('assignment.read')
  @Answers(AcknowledgementCounts)
  counts(
    @CurrentActor() actor: Actor,
    @Query({ schema: AcknowledgementCountsQuery }) { edition, version }: AcknowledgementCountsQuery,
  ): Promise<AcknowledgementCounts> {
    return this.acknowledgements.counts(actor, edition, version);
  }

  @Get(':id')
  @Requires('assignment.read')
  @Answers(AcknowledgementView)
  @Reads('acknowledgement', 'id')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AcknowledgementView> {
    return this.acknowledgements.view(actor, id);
  }

  @Post(':id/acknowledge')
  @Requires('card.acknowledge')
  @Answers(AcknowledgementView)
  @HttpCode(200)
  acknowledge(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<AcknowledgementView> {
    return this.acknowledgements.acknowledge(actor, id);
  }
}
