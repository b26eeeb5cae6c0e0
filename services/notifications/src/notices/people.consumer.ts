import {
  type MembershipHandedOver,
  MembershipHandedOverSchema,
  type RecertificationBegun,
  RecertificationBegunSchema,
  type RecertificationDue,
  RecertificationDueSchema,
} from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import type { Role } from '@aigaq/kernel';
import { Controller } from '@nestjs/common';
import { NoticesService } from './notices.service.js';

/** Those who say whether a role is still needed. */
const ANSWERING: readonly Role[] = ['coordinator', 'agency-admin'];

/** What happens to roles. */
@Controller()
export class PeopleConsumer {
  constructor(private readonly notices: NoticesService) {}

  @OnEvent('notifications', MembershipHandedOverSchema)
  onMembershipHandedOver({ fromPersonId, toPersonId, organisationId }: MembershipHandedOver, _context: EventContext): Promise<void> {
    return this.notices.handOver(fromPersonId, toPersonId, organisationId);
  }

  @OnEvent('notifications', RecertificationBegunSchema)
  onRecertificationBegun(begun: RecertificationBegun, context: EventContext): Promise<void> {
    return this.notices.raiseForRoles(context, { code: 'recertification.begun', ...campaign(begun) }, ANSWERING);
  }

  @OnEvent('notifications', RecertificationDueSchema)
  onRecertificationDue(due: RecertificationDue, context: EventContext): Promise<void> {
    return this.notices.raiseForRoles(context, { code: 'recertification.due', ...campaign(due) }, ANSWERING);
  }
}

function campaign({ quarter, deadline }: RecertificationBegun | RecertificationDue) {
  const day = deadline.split('-').reverse().join('.');
  const data = { quarter: inWords(quarter), deadline: { kk: day, ru: day } };
  return { path: '/recertification', data };
}

/** `2026-Q4` as people say it, where the sentence has it in brackets. */
function inWords(quarter: string): { kk: string; ru: string } {
  const [year = '', number = ''] = quarter.split('-Q');
  return { kk: `${year} жылғы ${number}-тоқсан`, ru: `${number}-й квартал ${year} года` };
}
