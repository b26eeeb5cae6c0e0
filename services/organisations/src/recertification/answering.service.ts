import type { AnswersView, RecertificationAnswer } from '@aigaq/api';
import { type Actor, Clock, DomainError } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { refuseUngrantable } from '../memberships/grantable.js';
import { Lapsing } from './lapsing.service.js';
import { QuestionsRepository } from './questions.repository.js';
import { recertificationErrors } from './recertification.errors.js';
import { answerQuestion } from './recertification.js';

type Result = AnswersView['results'][number];

/** One answer by itself. To keep a role is to give it again: who may not give it may not answer for it, and nobody for himself. */
@Injectable()
export class Answering {
  constructor(
    private readonly questions: QuestionsRepository,
    private readonly bodies: BodiesRepository,
    private readonly lapsing: Lapsing,
    private readonly clock: Clock,
  ) {}

  async answer(actor: Actor, campaignId: string, questionId: string, answer: RecertificationAnswer): Promise<Result> {
    try {
      await this.take(actor, campaignId, questionId, answer);
      return { questionId, taken: true, code: null };
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') {
        return { questionId, taken: false, code: error.code };
      }
      throw error;
    }
  }

  private async take(actor: Actor, campaignId: string, questionId: string, answer: RecertificationAnswer): Promise<void> {
    const question = await this.questions.find(campaignId, questionId);
    const body = question && (await this.bodies.find(actor, 'recertification.answer', question.organisationId));
    if (!question || !body) {
      throw recertificationErrors.unknown_question({ questionId });
    }
    refuseUngrantable(actor, question.personId, question.role, body);
    if (answer === 'end' && question.answer === null) {
      await this.lapsing.refuseLastAdministrator(question.membershipId);
    }
    await this.lapsing.finish(await this.questions.change(actor, questionId, (now) => answerQuestion(now, answer, actor, this.clock.now())));
  }
}
