import { today } from '@aigaq/directory';
import { authorise } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import type { Kept } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { bodyErrors } from '../bodies/body.errors.js';
import type { Body } from '../bodies/body.js';
import { Ends } from '../memberships/ends.service.js';
import { mayGrant } from '../memberships/grantable.js';
import { membershipErrors } from '../memberships/membership.errors.js';
import { isStanding, type Membership } from '../memberships/membership.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { accountErrors } from './account.errors.js';
import type { Account } from './account.js';
import { AccountsRepository } from './accounts.repository.js';

/** The bodies, people and roles about which somebody may decide; what lies elsewhere is not found, whether it is there or not. */
@Injectable()
export class Reach {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly accounts: AccountsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly ends: Ends,
    private readonly clock: Clock,
  ) {}

  async body(actor: Actor, id: string): Promise<Kept<Body>> {
    authorise(actor, 'accounts.manage');
    const body = await this.bodies.find(actor, 'accounts.manage', id);
    if (!body) {
      throw bodyErrors.not_found({ bodyId: id });
    }
    return body;
  }

  /** The place of the role is asked of the register itself, which is never behind. */
  async membership(actor: Actor, id: string): Promise<{ membership: Kept<Membership>; body: Kept<Body> }> {
    authorise(actor, 'accounts.manage');
    const membership = await this.memberships.find(id);
    const body = membership && (await this.bodies.find(actor, 'accounts.manage', membership.organisationId));
    if (!membership || !body) {
      throw membershipErrors.not_found({ membershipId: id });
    }
    return { membership, body };
  }

  async person(actor: Actor, id: string): Promise<Kept<Account>> {
    authorise(actor, 'accounts.manage');
    const account = await this.accounts.findFor(actor, 'accounts.manage', id);
    if (!account) {
      throw accountErrors.not_found({ personId: id });
    }
    return account;
  }

  /**
   * A person whose whole account the actor may manage: each role that he holds (when there is none, each that he held) is one that
   * the actor may give. So nobody touches the account of somebody who stands above or beside him, or works elsewhere as well.
   */
  async managed(actor: Actor, id: string): Promise<{ account: Kept<Account>; standing: Kept<Membership>[] }> {
    const account = await this.person(actor, id);
    if (actor.id === id) {
      throw accountErrors.own_person({ personId: id });
    }
    const held = await this.memberships.of(id);
    const day = today(this.clock);
    const standing = held.filter((membership) => isStanding(membership, day));
    const decisive = standing.length > 0 ? standing : held;
    const bodies = new Map((await this.bodies.byIds(decisive.map(({ organisationId }) => organisationId))).map((body) => [body.id, body]));
    const isWithin = decisive.every(({ role, organisationId }) => {
      const body = bodies.get(organisationId);
      return body !== undefined && mayGrant(actor, role, body);
    });
    if (!isWithin) {
      throw accountErrors.beyond_reach({ personId: id });
    }
    return { account, standing };
  }

  /** @throws `membership.last_administrator` */
  refuseLastAdministrator(membership: Membership): Promise<void> {
    return this.ends.refuseLastAdministrator(membership);
  }
}
