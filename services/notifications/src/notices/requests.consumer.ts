import {
  type AssignmentActUndone,
  AssignmentActUndoneSchema,
  type AssignmentExcused,
  AssignmentExcusedSchema,
  type AssignmentExcuseEnded,
  AssignmentExcuseEndedSchema,
  type AssignmentExtended,
  AssignmentExtendedSchema,
  type AssignmentReopened,
  AssignmentReopenedSchema,
  type AssignmentRequestMade,
  AssignmentRequestMadeSchema,
  type AssignmentRequestRefused,
  AssignmentRequestRefusedSchema,
  type AssignmentReviewVacant,
  AssignmentReviewVacantSchema,
} from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import type { Localised } from '@aigaq/kernel';
import { Controller } from '@nestjs/common';
import { NoticesService } from './notices.service.js';
import { dayOfText, executorsOf, Occasions, reviewersOf, same } from './occasions.service.js';

const AGENCY = 'agency';
const KINDS: Readonly<Record<string, Localised>> = {
  extension: { kk: 'мерзімді ұзарту', ru: 'продление срока' },
  'not-applicable': { kk: 'қолданылмайды деп тану', ru: 'признание неприменимым' },
};

/** Requests and their answers, what is taken back, and steps at which nobody can review. */
@Controller()
export class RequestsConsumer {
  constructor(
    private readonly notices: NoticesService,
    private readonly occasions: Occasions,
  ) {}

  @OnEvent('notifications', AssignmentRequestMadeSchema)
  async onAssignmentRequestMade(made: AssignmentRequestMade, context: EventContext): Promise<void> {
    const words = { what: KINDS[made.kind] ?? same(made.kind), day: dayOfText(made.day), reason: same(made.reason) };
    await this.notices.raise(context, await this.occasions.of('assignment.request_made', made, words), [reviewersOf(made.deciderOrganisationId)]);
  }

  @OnEvent('notifications', AssignmentRequestRefusedSchema)
  async onAssignmentRequestRefused(refused: AssignmentRequestRefused, context: EventContext): Promise<void> {
    const words = { what: KINDS[refused.kind] ?? same(refused.kind), remark: same(refused.remark) };
    await this.notices.raise(context, await this.occasions.of('assignment.request_refused', refused, words), [executorsOf(refused.organisationId)]);
  }

  @OnEvent('notifications', AssignmentExtendedSchema)
  async onAssignmentExtended(extended: AssignmentExtended, context: EventContext): Promise<void> {
    const words = { day: dayOfText(extended.extendedTo) };
    await this.notices.raise(context, await this.occasions.of('assignment.extended', extended, words), [executorsOf(extended.organisationId)]);
  }

  @OnEvent('notifications', AssignmentExcusedSchema)
  async onAssignmentExcused(excused: AssignmentExcused, context: EventContext): Promise<void> {
    const words = { day: dayOfText(excused.until) };
    await this.notices.raise(context, await this.occasions.of('assignment.excused', excused, words), [executorsOf(excused.organisationId)]);
  }

  @OnEvent('notifications', AssignmentExcuseEndedSchema)
  async onAssignmentExcuseEnded(ended: AssignmentExcuseEnded, context: EventContext): Promise<void> {
    const words = { day: dayOfText(ended.onTimeOn) };
    await this.notices.raise(context, await this.occasions.of('assignment.excuse_ended', ended, words), [executorsOf(ended.organisationId)]);
  }

  @OnEvent('notifications', AssignmentReopenedSchema)
  async onAssignmentReopened(reopened: AssignmentReopened, context: EventContext): Promise<void> {
    const words = { remark: same(reopened.remark) };
    await this.notices.raise(context, await this.occasions.of('assignment.reopened', reopened, words), [executorsOf(reopened.organisationId)]);
  }

  /** Who was told of the act hears that it was taken back. */
  @OnEvent('notifications', AssignmentActUndoneSchema)
  async onAssignmentActUndone(undone: AssignmentActUndone, context: EventContext): Promise<void> {
    const audiences = [executorsOf(undone.organisationId), ...(undone.reviewerOrganisationId ? [reviewersOf(undone.reviewerOrganisationId)] : [])];
    await this.notices.raise(context, await this.occasions.of('assignment.act_undone', undone), audiences);
  }

  /** A vacant step is for those above it to fill; the Agency, which keeps the accounts, is told too. */
  @OnEvent('notifications', AssignmentReviewVacantSchema)
  async onAssignmentReviewVacant(vacant: AssignmentReviewVacant, context: EventContext): Promise<void> {
    const words = { reviewer: await this.occasions.nameOf(vacant.vacantOrganisationId) };
    const agency = { organisationIds: [AGENCY], roles: ['agency-admin'] as const };
    await this.notices.raise(context, await this.occasions.of('assignment.review_vacant', vacant, words), [reviewersOf(vacant.superiorOrganisationId), agency]);
  }
}
