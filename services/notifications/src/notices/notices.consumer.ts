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
  type LocalisedText,
  type ScoreChanged,
  ScoreChangedSchema,
} from '@aigaq/contracts';
import { Directory } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { isSecret, type Localised, type Role } from '@aigaq/kernel';
import { Controller } from '@nestjs/common';
import { type Audience, type NamedOccasion, NoticesService } from './notices.service.js';

/** In the words of the portal. */
const VERDICTS: Readonly<Record<string, Localised>> = {
  passed: { kk: 'ескерту жоқ', ru: 'замечаний нет' },
  person: { kk: 'адам қарауы керек', ru: 'нужен взгляд человека' },
  failed: { kk: 'кемшіліктер бар', ru: 'найдены недостатки' },
};
type AssignmentFact = AssignmentSubmitted | AssignmentPassedOn | AssignmentReturned | AssignmentAccepted | AssignmentVerdictChanged;

const EXECUTORS: readonly Role[] = ['executor', 'compliance-officer', 'ethics-officer'];

/** Says what happened to those whom it concerns. */
@Controller()
export class NoticesConsumer {
  constructor(
    private readonly notices: NoticesService,
    private readonly directory: Directory,
  ) {}

  /** A rollout gives a body many assignments in many chunks: its people are told once. */
  @OnEvent('notifications', AssignmentsOpenedSchema)
  async onAssignmentsOpened({ rolloutId, year, assignments }: AssignmentsOpened, context: EventContext): Promise<void> {
    const bodies = [...new Set(assignments.map(({ organisationId }) => organisationId))];
    const occasion = { occasionId: rolloutId, code: 'assignment.opened', path: '/queue', data: { year: same(String(year)) } };
    await this.notices.raise(context, occasion, [{ organisationIds: bodies, roles: EXECUTORS }]);
  }

  @OnEvent('notifications', AssignmentSubmittedSchema)
  async onAssignmentSubmitted(submitted: AssignmentSubmitted, context: EventContext): Promise<void> {
    await this.notices.raise(context, await this.occasionOf('assignment.submitted', submitted), [reviewersOf(submitted.reviewerOrganisationId)]);
  }

  @OnEvent('notifications', AssignmentPassedOnSchema)
  async onAssignmentPassedOn(passed: AssignmentPassedOn, context: EventContext): Promise<void> {
    await this.notices.raise(context, await this.occasionOf('assignment.submitted', passed), [reviewersOf(passed.reviewerOrganisationId)]);
    await this.notices.raise(context, await this.occasionOf('assignment.passed_on', passed), [executorsOf(passed.organisationId)]);
  }

  @OnEvent('notifications', AssignmentReturnedSchema)
  async onAssignmentReturned(returned: AssignmentReturned, context: EventContext): Promise<void> {
    const occasion = await this.occasionOf('assignment.returned', returned, { remark: same(returned.remark) });
    await this.notices.raise(context, occasion, [executorsOf(returned.organisationId)]);
  }

  @OnEvent('notifications', AssignmentAcceptedSchema)
  async onAssignmentAccepted(accepted: AssignmentAccepted, context: EventContext): Promise<void> {
    const audiences = [executorsOf(accepted.organisationId), ...accepted.reviewedByOrganisationIds.map(reviewersOf)];
    await this.notices.raise(context, await this.occasionOf('assignment.accepted', accepted), audiences);
  }

  /** Who decides, or has decided, hears it; the decision stays theirs. */
  @OnEvent('notifications', AssignmentVerdictChangedSchema)
  async onAssignmentVerdictChanged(changed: AssignmentVerdictChanged, context: EventContext): Promise<void> {
    const { before, after, reviewerOrganisationId } = changed;
    const verdicts = { before: VERDICTS[before] ?? same(before), after: VERDICTS[after] ?? same(after) };
    await this.notices.raise(context, await this.occasionOf('assignment.verdict_changed', changed, verdicts), [reviewersOf(reviewerOrganisationId)]);
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

  /**
   * Of something secret everybody, on a name list or not, is told the code of the subtask, the body and what happened, in words of their own
   * (`….secret`): an inbox and a letter are open to more than one pair of eyes.
   */
  private async occasionOf(code: string, told: AssignmentFact, words: NamedOccasion['data'] = {}): Promise<NamedOccasion> {
    const { assignmentId, organisationId, subtaskCode, secrecy, title } = told;
    const body = (await this.directory.namesOf([organisationId])).get(organisationId);
    const data = { subtask: same(subtaskCode), organisation: body?.name ?? same(organisationId) };
    const path = pathOf(assignmentId);
    return isSecret(secrecy) ? { code, textCode: `${code}.secret`, path, data } : { code, path, data: { ...data, title: localised(title), ...words } };
  }
}

function executorsOf(organisationId: string): Audience {
  return { organisationIds: [organisationId], roles: EXECUTORS };
}

function reviewersOf(organisationId: string): Audience {
  return { organisationIds: [organisationId], roles: [organisationId === 'agency' ? 'curator' : 'coordinator'] };
}

function pathOf(assignmentId: string): string {
  return `/assignments/${encodeURIComponent(assignmentId)}`;
}

function localised(text: LocalisedText | undefined): Localised {
  return { kk: text?.kk ?? '', ru: text?.ru ?? '' };
}

function same(text: string): Localised {
  return { kk: text, ru: text };
}
