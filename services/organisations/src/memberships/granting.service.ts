import type { EndRole, GrantRole, HandOver, MembershipView } from '@aigaq/api';
import { today } from '@aigaq/directory';
import { type Actor, Clock } from '@aigaq/kernel';
import type { Kept } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { type Account, nameOf, refuseDeactivated } from '../accounts/account.js';
import { Reach } from '../accounts/reach.service.js';
import { AccountSettling } from '../accounts/account-settling.service.js';
import type { Body } from '../bodies/body.js';
import { Ends } from './ends.service.js';
import { refuseUngrantable } from './grantable.js';
import {
  grantMembership,
  lastDayOf,
  type Membership,
  type MembershipDraft,
  membershipId,
  receiveMembership,
  refuseHandover,
  renewMembership,
  type Term,
} from './membership.js';
import { membershipView } from './membership-view.js';
import { MembershipsRepository } from './memberships.repository.js';

/** Giving, ending and handing over roles. */
@Injectable()
export class Granting {
  constructor(
    private readonly reach: Reach,
    private readonly memberships: MembershipsRepository,
    private readonly ends: Ends,
    private readonly settling: AccountSettling,
    private readonly clock: Clock,
  ) {}

  async grant(actor: Actor, { personId, organisationId, role, from, until }: GrantRole): Promise<MembershipView> {
    const body = await this.reach.body(actor, organisationId);
    refuseUngrantable(actor, personId, role, body);
    const draft = draftFor(await this.livePerson(actor, personId), body, role, { from, until });
    const granted = await this.memberships.put(actor, membershipId(draft), (held) => this.decideGrant(held, draft, body));
    return this.shown(actor, granted, body);
  }

  async end(actor: Actor, id: string, { until, reason }: EndRole): Promise<MembershipView> {
    const { membership, body } = await this.reach.membership(actor, id);
    refuseUngrantable(actor, membership.personId, membership.role, body);
    const ended = await this.ends.end(actor, id, (held) => lastDayOf(held, until, this.day()), reason);
    return this.shown(actor, ended, body);
  }

  /** One write on the side of the receiver; the end of the giver's role follows from it. */
  async handOver(actor: Actor, id: string, { toPersonId, from, reason }: HandOver): Promise<MembershipView> {
    const { membership: given, body } = await this.reach.membership(actor, id);
    const { role, personId } = given;
    refuseUngrantable(actor, personId, role, body);
    refuseUngrantable(actor, toPersonId, role, body);
    const receiver = await this.livePerson(actor, toPersonId);
    refuseHandover(given, toPersonId, from, this.day());
    const draft = draftFor(receiver, body, role, { from, until: given.until });
    const { id: by, name } = actor;
    const source = { membershipId: id, personId, reason, by: { id: by, name }, isDone: false };
    const received = await this.memberships.put(actor, membershipId(draft), (held) => receiveMembership(held, draft, body, source));
    await this.settling.handOver(received as Kept<Membership>);
    return this.shown(actor, received, body);
  }

  private async decideGrant(held: Kept<Membership> | undefined, draft: MembershipDraft, body: Body) {
    if (!held) {
      return grantMembership(draft, body);
    }
    const decision = renewMembership(held, draft, body, this.day());
    if (draft.until !== null || draft.from > this.day()) {
      await this.ends.refuseLastAdministrator(held);
    }
    return decision;
  }

  private async livePerson(actor: Actor, id: string): Promise<Account> {
    const account = await this.reach.person(actor, id);
    refuseDeactivated(account);
    return account;
  }

  private async shown(actor: Actor, membership: Kept<Membership> | undefined, body: Body): Promise<MembershipView> {
    const { personId } = membership as Kept<Membership>;
    await this.settling.settle(personId);
    return membershipView(actor, membership as Kept<Membership>, body, this.day());
  }

  private day(): string {
    return today(this.clock);
  }
}

function draftFor(account: Account, body: Body, role: Membership['role'], term: Term): MembershipDraft {
  const { id: personId, locale, email } = account;
  return { personId, personName: nameOf(account), locale, email, organisationId: body.id, role, ...term };
}
