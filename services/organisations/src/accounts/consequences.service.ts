import { today } from '@aigaq/directory';
import { Clock, DomainError, type Actor } from '@aigaq/kernel';
import type { Kept } from '@aigaq/service';
import { Injectable, Logger } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { Ends } from '../memberships/ends.service.js';
import { dayBefore, endMembership, grantMembership, isStanding, type Membership, membershipId, tellHandover } from '../memberships/membership.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { type Account, type By, nameOf, standingOf, type Wanted, withStanding } from './account.js';
import { AccountsRepository } from './accounts.repository.js';

const PAGE = 200;

/** What follows inside this service from what was decided about a person; each step may be done twice. */
@Injectable()
export class Consequences {
  private readonly log = new Logger(Consequences.name);

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly bodies: BodiesRepository,
    private readonly ends: Ends,
    private readonly clock: Clock,
  ) {}

  /** @returns the account as it follows from the roles (undefined when there is none), and these */
  async draw(personId: string): Promise<{ account: Kept<Account> | undefined; held: Kept<Membership>[] }> {
    const account = await this.accounts.find(personId);
    if (account?.wanted) {
      await this.grantWanted(account, account.wanted);
    }
    if (account?.status === 'deactivated') {
      await this.endAll(account);
    }
    const held = await this.memberships.of(personId);
    const bodies = await this.bodies.byIds([...(account ? [account.homeOrganisationId] : []), ...held.map(({ organisationId }) => organisationId)]);
    const places = new Map(bodies.map((body) => [body.id, body]));
    const day = today(this.clock);
    const changed = account && (await this.accounts.change(actorOf(account.changedBy), personId, (now) => withStanding(now, standingOf(now, held, places, day))));
    return { account: changed, held };
  }

  /** Everything that follows from these roles is done. */
  close(held: readonly Kept<Membership>[]): Promise<void> {
    return this.memberships.markSettled(held);
  }

  /** Whose roles changed, begin or are over today. */
  async peopleWithLoosePapers(day: string): Promise<string[]> {
    const people = await Promise.all([this.memberships.unsettledPeople(PAGE), this.accounts.dueOn(day, PAGE)]);
    return [...new Set(people.flat())];
  }

  async finishHandovers(): Promise<void> {
    for (const received of await this.memberships.unfinishedHandovers(PAGE)) {
      await this.finishHandover(received);
    }
  }

  /** Ends the role of the giver; from the day on which the receiver has it the hand-over is told. */
  async finishHandover({ id, from, receivedFrom }: Membership): Promise<void> {
    if (!receivedFrom) {
      return;
    }
    const by = actorOf(receivedFrom.by);
    await this.memberships.change(by, receivedFrom.membershipId, (given) => endMembership(given, dayBefore(from), receivedFrom.reason));
    if (from <= today(this.clock)) {
      await this.memberships.change(by, id, tellHandover);
    }
  }

  private async grantWanted(account: Account, wanted: Wanted): Promise<void> {
    const by = actorOf(account.changedBy);
    const { id: personId, locale, email } = account;
    const draft = { personId, personName: nameOf(account), locale, email, ...wanted };
    const [body] = await this.bodies.byIds([wanted.organisationId]);
    try {
      await this.memberships.put(by, membershipId(draft), (held) => (held ? undefined : grantMembership(draft, body)));
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') {
        throw error;
      }
      // The body was closed a moment ago; the person stays entered, without a role.
      this.log.warn(`the first role of ${personId} is not given: ${error.code}`);
    }
    await this.accounts.change(by, personId, (now) => (now.wanted ? { next: { ...now, wanted: null }, events: [] } : undefined));
  }

  private async endAll({ id, changedBy, reason }: Account): Promise<void> {
    const day = today(this.clock);
    for (const membership of await this.memberships.of(id)) {
      if (isStanding(membership, day)) {
        await this.ends.endOfDeactivated(actorOf(changedBy), membership, dayBefore(day), reason);
      }
    }
  }
}

const actorOf = ({ id, name }: By): Actor => ({ id, name, memberships: [] });
