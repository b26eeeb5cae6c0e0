import {
  type AssignmentAccepted,
  AssignmentAcceptedSchema,
  type AssignmentPassedOn,
  AssignmentPassedOnSchema,
  type AssignmentRescheduled,
  AssignmentRescheduledSchema,
  type AssignmentReturned,
  AssignmentReturnedSchema,
  type AssignmentsOpened,
  AssignmentsOpenedSchema,
  type AssignmentSubmitted,
  AssignmentSubmittedSchema,
  type AssignmentVerdictChanged,
  AssignmentVerdictChangedSchema,
  type CardChangesAnnounced,
  CardChangesAnnouncedSchema,
  type ScoreChanged,
  ScoreChangedSchema,
} from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import type { Localised } from '@aigaq/kernel';
import { Controller } from '@nestjs/common';
import { type Audience, NoticesService } from './notices.service.js';
import { executorsOf, Occasions, reviewersOf, same } from './occasions.service.js';

/** In the words of the portal. */
const VERDICTS: Readonly<Record<string, Localised>> = {
  passed: { kk: 'ескерту жоқ', ru: 'замечаний нет' },
  person: { kk: 'адам қарауы керек', ru: 'нужен взгляд человека' },
  failed: { kk: 'кемшіліктер бар', ru: 'найдены недостатки' },
};

/** Says what happened to those whom it concerns. */
@Controller()
export class NoticesConsumer {
  constructor(
    private readonly notices: NoticesService,
    private readonly occasions: Occasions,
  ) {}

  /** A rollout gives a body many assignments in many chunks: its people are told once. */
  @OnEvent('notifications', AssignmentsOpenedSchema)
  async onAssignmentsOpened({ rolloutId, year, assignments }: AssignmentsOpened, context: EventContext): Promise<void> {
    const bodies = [...new Set(assignments.map(({ organisationId }) => organisationId))];
    const occasion = { occasionId: rolloutId, code: 'assignment.opened', path: '/queue', data: { year: same(String(year)) } };
    await this.notices.raise(context, occasion, [executorsOf(...bodies)]);
  }

  /** Whoever works for several bodies that it concerns is told once. */
  @OnEvent('notifications', CardChangesAnnouncedSchema)
  async onCardChangesAnnounced({ edition, version, organisationIds }: CardChangesAnnounced, context: EventContext): Promise<void> {
    const data = { edition: same(edition), version: same(String(version)) };
    const occasion = { occasionId: `card:${edition}:${version}`, code: 'card.amended', path: '/changes', data };
    await this.notices.raise(context, occasion, [executorsOf(...organisationIds)]);
  }

  @OnEvent('notifications', AssignmentSubmittedSchema)
  async onAssignmentSubmitted(submitted: AssignmentSubmitted, context: EventContext): Promise<void> {
    await this.notices.raise(context, await this.occasions.of('assignment.submitted', submitted), reviewing(submitted));
  }

  @OnEvent('notifications', AssignmentPassedOnSchema)
  async onAssignmentPassedOn(passed: AssignmentPassedOn, context: EventContext): Promise<void> {
    if (passed.othersReview) {
      // It stays with those who have known of it from the beginning of the step.
      return;
    }
    await this.notices.raise(context, await this.occasions.of('assignment.submitted', passed), reviewing(passed));
    await this.notices.raise(context, await this.occasions.of('assignment.passed_on', passed), [executorsOf(passed.organisationId)]);
  }

  @OnEvent('notifications', AssignmentReturnedSchema)
  async onAssignmentReturned(returned: AssignmentReturned, context: EventContext): Promise<void> {
    const occasion = await this.occasions.of('assignment.returned', returned, { remark: same(returned.remark) });
    await this.notices.raise(context, occasion, [executorsOf(returned.organisationId)]);
  }

  @OnEvent('notifications', AssignmentAcceptedSchema)
  async onAssignmentAccepted(accepted: AssignmentAccepted, context: EventContext): Promise<void> {
    const audiences = [executorsOf(accepted.organisationId), ...accepted.reviewedByOrganisationIds.map(reviewersOf)];
    await this.notices.raise(context, await this.occasions.of('assignment.accepted', accepted), audiences);
  }

  /** Who decides, or has decided, hears it; the decision stays theirs. */
  @OnEvent('notifications', AssignmentVerdictChangedSchema)
  async onAssignmentVerdictChanged(changed: AssignmentVerdictChanged, context: EventContext): Promise<void> {
    const { before, after, reviewerOrganisationId } = changed;
    const verdicts = { before: VERDICTS[before] ?? same(before), after: VERDICTS[after] ?? same(after) };
    await this.notices.raise(context, await this.occasions.of('assignment.verdict_changed', changed, verdicts), [reviewersOf(reviewerOrganisationId)]);
  }

  /** A newer calendar moves many dates of a body at once: its people are told once, and see which in their queue. */
  @OnEvent('notifications', AssignmentRescheduledSchema)
  async onAssignmentRescheduled({ calendar, organisationId }: AssignmentRescheduled, context: EventContext): Promise<void> {
    const [year = ''] = calendar.split(':');
    const occasion = { occasionId: `calendar ${calendar}`, code: 'assignment.rescheduled', path: '/queue', data: { year: same(year) } };
    await this.notices.raise(context, occasion, [executorsOf(organisationId)]);
  }

  @OnEvent('notifications', ScoreChangedSchema)
  async onScoreChanged(changed: ScoreChanged, context: EventContext): Promise<void> {
    const { organisationId, score, previousScore } = changed;
    const data = { score: same(score.toFixed(1)), previousScore: same(previousScore.toFixed(1)) };
    const occasion = { code: 'score.changed', path: `/compliance/scores/${organisationId}`, data };
    await this.notices.raise(context, occasion, [{ organisationIds: [organisationId], roles: ['coordinator', 'head'] }]);
  }
}

/** All who review side by side. */
function reviewing({ reviewerOrganisationId, reviewerOrganisationIds }: AssignmentSubmitted | AssignmentPassedOn): Audience[] {
  return (reviewerOrganisationIds.length > 0 ? reviewerOrganisationIds : [reviewerOrganisationId]).map(reviewersOf);
}
