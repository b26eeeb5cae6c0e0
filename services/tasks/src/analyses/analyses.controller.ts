import {
  AnalysesQuery,
  AnalysisDraft,
  AnalysisDraftQuery,
  AnalysisRow,
  AnalysisView,
  BodyName,
  CancelAnalysis,
  ListPositions,
  MissingQuery,
  type PageOf,
  pageOf,
  PlanAnalysis,
  PositionsView,
  RecordStep,
  ReplanAnalysis,
  ReplanDraft,
  ReplanQuery,
} from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { AnalysesService } from './analyses.service.js';

@ServiceController('tasks/analyses')
export class AnalysesController {
  constructor(private readonly analyses: AnalysesService) {}

  @Get()
  @Requires('analysis.read')
  @Answers(pageOf(AnalysisRow))
  list(@CurrentActor() actor: Actor, @Query({ schema: AnalysesQuery }) query: AnalysesQuery): Promise<PageOf<AnalysisRow>> {
    return this.analyses.list(actor, query);
  }

  @Get('missing')
  @Requires('analysis.read')
  @Answers(pageOf(BodyName))
  missing(@CurrentActor() actor: Actor, @Query({ schema: MissingQuery }) query: MissingQuery): Promise<PageOf<BodyName>> {
    return this.analyses.missing(actor, query);
  }

  @Get('draft')
  @Requires('analysis.manage')
  @Answers(AnalysisDraft)
  draft(@CurrentActor() actor: Actor, @Query({ schema: AnalysisDraftQuery }) query: AnalysisDraftQuery): Promise<AnalysisDraft> {
    return this.analyses.draft(actor, query);
  }

  @Post()
  @Requires('analysis.manage')
  @Answers(AnalysisView)
  plan(@CurrentActor() actor: Actor, @Body({ schema: PlanAnalysis }) body: PlanAnalysis): Promise<AnalysisView> {
    return this.analyses.plan(actor, body);
  }

  @Get(':id')
  @Requires('analysis.read')
  @Answers(AnalysisView)
  @Reads('analysis', 'id')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AnalysisView> {
    return this.analyses.view(actor, id);
  }

  @Get(':id/moved')
  @Requires('analysis.manage')
  @Answers(ReplanDraft)
  @Reads('analysis', 'id')
  moved(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: ReplanQuery }) query: ReplanQuery): Promise<ReplanDraft> {
    return this.analyses.moved(actor, id, query);
  }

  @Post(':id/replan')
  @Requires('analysis.manage')
  @Answers(AnalysisView)
  @HttpCode(200)
  replan(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: ReplanAnalysis }) body: ReplanAnalysis): Promise<AnalysisView> {
    return this.analyses.replan(actor, id, body);
  }

  @Post(':id/steps')
  @Requires('analysis.manage')
  @Answers(AnalysisView)
  @HttpCode(200)
  record(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: RecordStep }) body: RecordStep): Promise<AnalysisView> {
    return this.analyses.record(actor, id, body);
  }

  @Post(':id/cancel')
  @Requires('analysis.manage')
  @Answers(AnalysisView)
  @HttpCode(200)
  cancel(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: CancelAnalysis }) body: CancelAnalysis): Promise<AnalysisView> {
    return this.analyses.cancel(actor, id, body.reason);
  }

  @Get(':id/positions')
  @Requires('analysis.read')
  @Answers(PositionsView)
  @Reads('analysis', 'id')
  positions(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PositionsView> {
    return this.analyses.positions(actor, id);
  }

  @Put(':id/positions')
  @Requires('analysis.manage')
  @Answers(PositionsView)
  listPositions(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: ListPositions }) body: ListPositions): Promise<PositionsView> {
    return this.analyses.listPositions(actor, id, body);
  }
}
