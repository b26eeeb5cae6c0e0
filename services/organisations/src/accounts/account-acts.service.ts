import { randomUUID } from 'node:crypto';
import type { AccountRow, InvitePerson, TemporaryPassword } from '@aigaq/api';
import { IdentityAccounts } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { refuseUngrantable } from '../memberships/grantable.js';
import { grantMembership } from '../memberships/membership.js';
import { AccountViews } from './account-views.service.js';
import { activateAccount, deactivateAccount, nameOf, openAccount, provisionedOf, recordTemporaryPassword } from './account.js';
import { AccountsRepository } from './accounts.repository.js';
import { Reach } from './reach.service.js';
import { AccountSettling } from './account-settling.service.js';
import { makeTemporaryPassword } from './temporary-password.js';

/** What may be done with the account of a person. */
@Injectable()
export class AccountActs {
  constructor(
    private readonly reach: Reach,
    private readonly accounts: AccountsRepository,
    private readonly settling: AccountSettling,
    private readonly identity: IdentityAccounts,
    private readonly views: AccountViews,
  ) {}

  /** One write enters the person and keeps the first role that is wanted; the role itself follows. */
  async invite(actor: Actor, { organisationId, role, from, until, ...person }: InvitePerson): Promise<AccountRow> {
    const body = await this.reach.body(actor, organisationId);
    const id = randomUUID();
    refuseUngrantable(actor, id, role, body);
    const { locale, email } = person;
    const wanted = { organisationId, role, from, until };
    // What will be refused is refused before anybody is entered.
    grantMembership({ personId: id, personName: nameOf(person), locale, email, ...wanted }, body);
    const draft = { id, homeOrganisationId: organisationId, ...person };
    await this.accounts.create(actor, openAccount(draft, body, actor, { status: 'invited', wanted }));
    return this.settled(actor, id);
  }

  async deactivate(actor: Actor, id: string, reason: string): Promise<AccountRow> {
    const { standing } = await this.reach.managed(actor, id);
    for (const membership of standing) {
      await this.reach.refuseLastAdministrator(membership);
    }
    await this.accounts.change(actor, id, (account) => deactivateAccount(account, actor, reason));
    return this.settled(actor, id);
  }

  async activate(actor: Actor, id: string): Promise<AccountRow> {
    await this.reach.managed(actor, id);
    await this.accounts.change(actor, id, (account) => activateAccount(account, actor));
    return this.settled(actor, id);
  }

  /** The act is recorded before the password is set, so that none is set without a record. */
  async temporaryPassword(actor: Actor, id: string): Promise<TemporaryPassword> {
    await this.reach.managed(actor, id);
    const account = await this.accounts.change(actor, id, recordTemporaryPassword);
    const temporaryPassword = makeTemporaryPassword();
    await this.identity.put(provisionedOf(account));
    await this.identity.setTemporaryPassword(id, temporaryPassword);
    return { temporaryPassword };
  }

  private async settled(actor: Actor, id: string): Promise<AccountRow> {
    const account = await this.settling.settle(id);
    const [row] = await this.views.rows(actor, account ? [account] : []);
    return row as AccountRow;
  }
}
