import {
  type AssignmentAccepted,
  AssignmentAcceptedSchema,
  type AssignmentPassedOn,
  AssignmentPassedOnSchema,
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
import type { Localised, Role } from '@aigaq/kernel';
import { Controller } from '@nestjs/common';
import { type Audience, NoticesService } from './notices.service.js';

/** In the words of the portal. */
const VERDICTS: Readonly<Record<string, Localised>> = {
  passed: { kk: 'ескерту жоқ', ru: 'замечаний нет' },
  person: { kk: 'адам қарауы керек', ru: 'нужен взгляд человека' },
  failed: { kk: 'кемшіліктер бар', ru: 'найдены недостатки' },
};
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
    const data = await this.dataOf(submitted);
    const occasion = { code: 'assignment.submitted', path: pathOf(submitted.assignmentId), data };
    await this.notices.raise(context, occasion, [reviewersOf(submitted.reviewerOrganisationId)]);
  }

  @OnEvent('notifications', AssignmentPassedOnSchema)
  async onAssignmentPassedOn(passed: AssignmentPassedOn, context: EventContext): Promise<void> {
    const data = await this.dataOf(passed);
    const path = pathOf(passed.assignmentId);
    await this.notices.raise(context, { code: 'assignment.submitted', path, data }, [reviewersOf(passed.reviewerOrganisationId)]);
    await this.notices.raise(context, { code: 'assignment.passed_on', path, data }, [executorsOf(passed.organisationId)]);
  }

  @OnEvent('notifications', AssignmentReturnedSchema)
  async onAssignmentReturned(returned: AssignmentReturned, context: EventContext): Promise<void> {
    const data = { ...(await this.dataOf(returned)), remark: same(returned.remark) };
    const occasion = { code: 'assignment.returned', path: pathOf(returned.assignmentId), data };
    await this.notices.raise(context, occasion, [executorsOf(returned.organisationId)]);
  }

  @OnEvent('notifications', AssignmentAcceptedSchema)
  async onAssignmentAccepted(accepted: AssignmentAccepted, context: EventContext): Promise<void> {
    const occasion = { code: 'assignment.accepted', path: pathOf(accepted.assignmentId), data: await this.dataOf(accepted) };
    const audiences = [executorsOf(accepted.organisationId), ...accepted.reviewedByOrganisationIds.map(reviewersOf)];
    await this.notices.raise(context, occasion, audiences);
  }

  /** Who decides, or has decided, hears it; the decision stays theirs. */
  @OnEvent('notifications', AssignmentVerdictChangedSchema)
  async onAssignmentVerdictChanged(changed: AssignmentVerdictChanged, context: EventContext): Promise<void> {
    const { assignmentId, before, after, reviewerOrganisationId } = changed;
    const data = { ...(await this.dataOf(changed)), before: VERDICTS[before] ?? same(before), after: VERDICTS[after] ?? same(after) };
    const occasion = { code: 'assignment.verdict_changed', path: pathOf(assignmentId), data };
    await this.notices.raise(context, occasion, [reviewersOf(reviewerOrganisationId)]);
  }

  @OnEvent('notifications', ScoreChangedSchema)
  async onScoreChanged(changed: ScoreChanged, context: EventContext): Promise<void> {
    const { organisationId, score, previousScore } = changed;
    const data = { score: same(score.toFixed(1)), previousScore: same(previousScore.toFixed(1)) };
    const occasion = { code: 'score.changed', path: `/compliance/scores/${organisationId}`, data };
    await this.notices.raise(context, occasion, [{ organisationIds: [organisationId], roles: ['coordinator', 'head'] }]);
  }

  private async dataOf({ organisationId, title }: { organisationId: string; title?: LocalisedText | undefined }) {
    const body = (await this.directory.namesOf([organisationId])).get(organisationId);
    return { title: localised(title), organisation: body?.name ?? same(organisationId) };
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
