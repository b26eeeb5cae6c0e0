import type { AnswerQuestions, AnswersView, BeginRecertification, PageOf, QuestionsQuery, QuestionView, RecertificationView } from '@aigaq/api';
import { today } from '@aigaq/directory';
import { authorise } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { Answering } from './answering.service.js';
import { QuestionViews } from './question-views.service.js';
import { beginRecertification, type Recertification, refuseClosed, refuseOtherDeadline } from './recertification.js';
import { RecertificationRounds } from './recertification-rounds.service.js';
import { RecertificationsRepository } from './recertifications.repository.js';

export type CampaignsQuery = Pick<QuestionsQuery, 'limit' | 'cursor'>;

/** Who still needs access: the quarterly review of all roles. */
@Injectable()
export class RecertificationsService {
  constructor(
    private readonly campaigns: RecertificationsRepository,
    private readonly views: QuestionViews,
    private readonly answering: Answering,
    private readonly rounds: RecertificationRounds,
    private readonly clock: Clock,
  ) {}

  async begin(actor: Actor, { quarter, deadline }: BeginRecertification): Promise<RecertificationView> {
    authorise(actor, 'recertification.begin');
    const day = today(this.clock);
    const campaign = await this.campaigns.put(actor, quarter, (begun) => {
      if (begun) {
        refuseOtherDeadline(begun, deadline);
        return undefined;
      }
      return beginRecertification(quarter, deadline, day);
    });
    this.rounds.look();
    return this.view(actor, campaign as Recertification);
  }

  async page(actor: Actor, { limit, cursor }: CampaignsQuery): Promise<PageOf<RecertificationView>> {
    authorise(actor, 'recertification.answer');
    const found = await this.campaigns.page(cursor, limit);
    const shown = found.slice(0, limit);
    return {
      items: await this.views.campaigns(actor, shown),
      nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async questions(actor: Actor, id: string, query: QuestionsQuery): Promise<PageOf<QuestionView>> {
    authorise(actor, 'recertification.answer');
    await this.campaigns.get(id);
    return this.views.page(actor, id, query);
  }

  async answer(actor: Actor, id: string, { answers }: AnswerQuestions): Promise<AnswersView> {
    authorise(actor, 'recertification.answer');
    refuseClosed(await this.campaigns.get(id), today(this.clock));
    const results: AnswersView['results'] = [];
    for (const { questionId, answer } of answers) {
      results.push(await this.answering.answer(actor, id, questionId, answer));
    }
    return { results };
  }

  private async view(actor: Actor, campaign: Recertification): Promise<RecertificationView> {
    const [view] = await this.views.campaigns(actor, [campaign]);
    return view as RecertificationView;
  }
}
