import type { AccountRow, AccountsQuery, PageOf } from '@aigaq/api';
import { authorise } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { AccountViews } from './account-views.service.js';
import { accountErrors } from './account.errors.js';
import { AccountsRepository } from './accounts.repository.js';

type AccountCard = AccountRow & { organisationId: string };

/** Looking at people; what is done with their accounts is in AccountActs. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly bodies: BodiesRepository,
    private readonly views: AccountViews,
  ) {}

  async page(actor: Actor, query: AccountsQuery): Promise<PageOf<AccountRow>> {
    authorise(actor, 'accounts.read');
    const { organisationId, limit } = query;
    // Otherwise it would show who of one's own people works for a foreign body as well.
    if (organisationId !== undefined && !(await this.bodies.show(actor, 'accounts.read', organisationId))) {
      return { items: [], nextCursor: null };
    }
    const found = await this.accounts.page(actor, query);
    const shown = found.slice(0, limit);
    return {
      items: await this.views.rows(actor, shown),
      nextCursor: found.length > shown.length ? (shown.at(-1)?.sortKey ?? null) : null,
    };
  }

  async view(actor: Actor, id: string): Promise<AccountCard> {
    authorise(actor, 'accounts.read');
    const account = await this.accounts.show(actor, id);
    if (!account) {
      throw accountErrors.not_found({ personId: id });
    }
    const [row] = await this.views.rows(actor, [account]);
    // The record of reads takes the body from `organisationId`.
    return { ...(row as AccountRow), organisationId: account.homeOrganisationId };
  }
}
