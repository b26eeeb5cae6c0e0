import { today } from '@aigaq/directory';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { isStanding } from '../memberships/membership.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { deactivateAccount } from './account.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountSettling } from './account-settling.service.js';

/** Accounts of people whose last role went because nobody needed it any more. */
@Injectable()
export class AccountLapse {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly settling: AccountSettling,
    private readonly clock: Clock,
  ) {}

  /** @param reason given = an account without any role is deactivated for it */
  async settle(personId: string, reason: string | undefined): Promise<void> {
    if (reason !== undefined && (await this.accounts.find(personId)) && !(await this.hasRole(personId))) {
      await this.accounts.change(SYSTEM, personId, (account) => (account.status === 'deactivated' || account.wanted ? undefined : deactivateAccount(account, SYSTEM, reason)));
    }
    await this.settling.settle(personId);
  }

  private async hasRole(personId: string): Promise<boolean> {
    const day = today(this.clock);
    return (await this.memberships.of(personId)).some((membership) => isStanding(membership, day));
  }
}
