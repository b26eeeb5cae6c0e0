import {
  AnswerQuestions,
  AnswersView,
  BeginRecertification,
  pageOf,
  type PageOf,
  PageQuery,
  QuestionsQuery,
  QuestionView,
  RecertificationView,
} from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type CampaignsQuery, RecertificationsService } from './recertifications.service.js';

@ServiceController('organisations/recertifications')
export class RecertificationsController {
  constructor(private readonly recertifications: RecertificationsService) {}

  @Post()
  @Requires('recertification.begin')
  @Answers(RecertificationView)
  begin(@CurrentActor() actor: Actor, @Body({ schema: BeginRecertification }) body: BeginRecertification): Promise<RecertificationView> {
    return this.recertifications.begin(actor, body);
  }

  @Get()
  @Requires('recertification.answer')
  @Answers(pageOf(RecertificationView))
  page(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: CampaignsQuery): Promise<PageOf<RecertificationView>> {
    return this.recertifications.page(actor, query);
  }

  @Get(':id/questions')
  @Requires('recertification.answer')
  @Answers(pageOf(QuestionView))
  @Reads('recertification', 'id')
  questions(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: QuestionsQuery }) query: QuestionsQuery): Promise<PageOf<QuestionView>> {
    return this.recertifications.questions(actor, id, query);
  }

  @Post(':id/answers')
  @Requires('recertification.answer')
  @Answers(AnswersView)
  @HttpCode(200)
  answer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: AnswerQuestions }) body: AnswerQuestions): Promise<AnswersView> {
    return this.recertifications.answer(actor, id, body);
  }
}
