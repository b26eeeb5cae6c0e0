import type { AccountRow } from '@aigaq/api';
import { today } from '@aigaq/directory';
import { covers } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { membershipView } from '../memberships/membership-view.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { nameOf } from './account.js';
import type { ShownAccount } from './accounts.repository.js';

/** Accounts as they are shown: a role elsewhere is nobody's business. */
@Injectable()
export class AccountViews {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly bodies: BodiesRepository,
    private readonly clock: Clock,
  ) {}

  async rows(actor: Actor, accounts: readonly ShownAccount[]): Promise<AccountRow[]> {
    const held = await this.memberships.shownOfEach(accounts.map(({ id }) => id));
    const bodies = await this.bodies.shown([...held.values()].flat().map(({ organisationId }) => organisationId));
    const shown = new Map(bodies.filter((body) => covers(actor, 'accounts.read', body)).map((body) => [body.id, body]));
    const day = today(this.clock);
    return accounts.map((account) => {
      const { id, username, email, status, settled } = account;
      const memberships = (held.get(id) ?? []).flatMap((membership) => {
        const body = shown.get(membership.organisationId);
        return body ? [membershipView(actor, membership, body, day)] : [];
      });
      return { id, username, name: nameOf(account), email, status, provisioned: settled, memberships };
    });
  }
}
