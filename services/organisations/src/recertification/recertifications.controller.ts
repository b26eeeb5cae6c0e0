import { AnswerQuestions, type AnswersView, BeginRecertification, type PageOf, PageQuery, QuestionsQuery, type QuestionView, type RecertificationView } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type CampaignsQuery, RecertificationsService } from './recertifications.service.js';

@ServiceController('organisations/recertifications')
export class RecertificationsController {
  constructor(private readonly recertifications: RecertificationsService) {}

  @Post()
  begin(@CurrentActor() actor: Actor, @Body({ schema: BeginRecertification }) body: BeginRecertification): Promise<RecertificationView> {
    return this.recertifications.begin(actor, body);
  }

  @Get()
  page(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: CampaignsQuery): Promise<PageOf<RecertificationView>> {
    return this.recertifications.page(actor, query);
  }

  @Get(':id/questions')
  questions(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: QuestionsQuery }) query: QuestionsQuery): Promise<PageOf<QuestionView>> {
    return this.recertifications.questions(actor, id, query);
  }

  @Post(':id/answers')
  @HttpCode(200)
  answer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: AnswerQuestions }) body: AnswerQuestions): Promise<AnswersView> {
    return this.recertifications.answer(actor, id, body);
  }
}
