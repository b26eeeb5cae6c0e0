import type { PageOf, QuestionsQuery, QuestionView, RecertificationView } from '@aigaq/api';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { type Count, QuestionsRepository } from './questions.repository.js';
import type { Question, Recertification } from './recertification.js';

/** Campaigns and questions as they are shown. */
@Injectable()
export class QuestionViews {
  constructor(
    private readonly questions: QuestionsRepository,
    private readonly bodies: BodiesRepository,
    private readonly accounts: AccountsRepository,
  ) {}

  async campaigns(actor: Actor, campaigns: readonly Recertification[]): Promise<RecertificationView[]> {
    const counts = await this.questions.counts(actor, campaigns.map(({ id }) => id));
    return campaigns.map(({ id, deadline, status }) => {
      const own = counts.filter(({ recertificationId }) => recertificationId === id);
      return { id, quarter: id, deadline, status, counts: countsOf(own) };
    });
  }

  async page(actor: Actor, campaignId: string, query: QuestionsQuery): Promise<PageOf<QuestionView>> {
    const found = await this.questions.page(actor, campaignId, query);
    const shown = found.slice(0, query.limit);
    return { items: await this.views(shown), nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
  }

  private async views(questions: readonly Question[]): Promise<QuestionView[]> {
    const [names, accounts] = await Promise.all([
      this.bodies.namesOf([...new Set(questions.map(({ organisationId }) => organisationId))]),
      this.accounts.byIds(questions.map(({ personId }) => personId)),
    ]);
    const organisations = new Map(names.map((name) => [name.id, name]));
    const seen = new Map(accounts.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
    return questions.flatMap(({ id, personId, personName, organisationId, role, since, answer, answeredBy, answeredAt }) => {
      const organisation = organisations.get(organisationId);
      const person = { id: personId, name: personName };
      const times = { lastSeen: seen.get(personId)?.toISOString() ?? null, answeredAt: answeredAt?.toISOString() ?? null };
      return organisation ? [{ id, person, organisation, role, since, answer, answeredBy, ...times }] : [];
    });
  }
}

function countsOf(counts: readonly Count[]): RecertificationView['counts'] {
  const of = (...answers: Question['answer'][]): number =>
    counts.filter(({ answer }) => answers.includes(answer ?? null)).reduce((sum, { count }) => sum + count, 0);
  return { asked: counts.reduce((sum, { count }) => sum + count, 0), kept: of('keep'), ended: of('end', 'lapsed'), unanswered: of(null) };
}
