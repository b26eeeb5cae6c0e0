import { today } from '@aigaq/directory';
import { type Actor, Clock } from '@aigaq/kernel';
import type { Kept } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { AdministratorsRepository } from './administrators.repository.js';
import { endMembership, type Membership } from './membership.js';
import { MembershipsRepository } from './memberships.repository.js';

/** Ends roles, whatever the occasion; the last administrator stays. */
@Injectable()
export class Ends {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly administrators: AdministratorsRepository,
    private readonly accounts: AccountsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lastDay what the rule says of the membership as it is then
   * @throws what `lastDay` throws, `membership.last_administrator`
   */
  async end(actor: Actor, id: string, lastDay: (held: Kept<Membership>) => string, reason: string): Promise<Kept<Membership>> {
    return this.memberships.change(actor, id, async (held) => {
      const decision = endMembership(held, lastDay(held), reason);
      if (decision) {
        await this.refuseLastAdministrator(held);
      }
      return decision;
    });
  }

  /** Of somebody who may not sign in any more: he counts among the administrators no longer. */
  async endOfDeactivated(actor: Actor, { id }: Membership, until: string, reason: string): Promise<void> {
    await this.memberships.change(actor, id, (held) => endMembership(held, until, reason));
  }

  /** Call it before anything takes the role from one who holds it without an end. */
  async refuseLastAdministrator(held: Membership): Promise<void> {
    if (held.role === 'agency-admin' && held.until === null && held.from <= today(this.clock)) {
      await this.administrators.letGo(held.id, () => this.openAdministrators(), this.clock.now());
    }
  }

  private async openAdministrators(): Promise<string[]> {
    const open = await this.memberships.openEnded('agency-admin', today(this.clock));
    const accounts = await this.accounts.byIds(open.map(({ personId }) => personId));
    const away = new Set(accounts.filter(({ status }) => status === 'deactivated').map(({ id }) => id));
    return open.filter(({ personId }) => !away.has(personId)).map(({ id }) => id);
  }
}
