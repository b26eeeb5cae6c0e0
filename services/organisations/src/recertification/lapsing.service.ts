import { today } from '@aigaq/directory';
import { type Actor, Clock, DomainError, SYSTEM } from '@aigaq/kernel';
import type { Kept } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { AccountLapse } from '../accounts/account-lapse.service.js';
import { Ends } from '../memberships/ends.service.js';
import { dayBefore, type Membership } from '../memberships/membership.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { QuestionsRepository } from './questions.repository.js';
import { concerns, lapse, type Question } from './recertification.js';

/** What an answer, or none, means for the role. */
@Injectable()
export class Lapsing {
  constructor(
    private readonly questions: QuestionsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly ends: Ends,
    private readonly accounts: AccountLapse,
    private readonly clock: Clock,
  ) {}

  /** Nobody answered. The last administrator stays, and so does the open question about him. */
  async lapse({ id, membershipId }: Question): Promise<void> {
    try {
      await this.refuseLastAdministrator(membershipId);
    } catch (error) {
      if (isLastAdministrator(error)) {
        return;
      }
      throw error;
    }
    await this.finish(await this.questions.change(SYSTEM, id, (question) => lapse(question, this.clock.now())));
  }

  /** @throws `membership.last_administrator` */
  async refuseLastAdministrator(membershipId: string): Promise<void> {
    const membership = await this.memberships.find(membershipId);
    if (membership) {
      await this.ends.refuseLastAdministrator(membership);
    }
  }

  /** Ends the role that is not needed, and with the last one that lapsed the account; may be done twice. */
  async finish(question: Kept<Question>): Promise<void> {
    if (question.isDone !== false) {
      return;
    }
    const reason = `${question.recertificationId}: рөл расталмады / роль не подтверждена`;
    const held = await this.memberships.find(question.membershipId);
    if (held && concerns(question, held, today(this.clock))) {
      await this.end(actorOf(question), held, reason);
    }
    await this.accounts.settle(question.personId, question.answer === 'lapsed' ? reason : undefined);
    await this.questions.change(SYSTEM, question.id, (now) => ({ next: { ...now, isDone: true }, events: [] }));
  }

  private async end(actor: Actor, { id }: Membership, reason: string): Promise<void> {
    try {
      await this.ends.end(actor, id, () => dayBefore(today(this.clock)), reason);
    } catch (error) {
      // Since the answer everybody else went: the role stays, and the next campaign asks again.
      if (!isLastAdministrator(error)) {
        throw error;
      }
    }
  }
}

function isLastAdministrator(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'membership.last_administrator';
}

function actorOf({ answeredBy }: Question): Actor {
  return answeredBy ? { ...answeredBy, memberships: [] } : SYSTEM;
}
