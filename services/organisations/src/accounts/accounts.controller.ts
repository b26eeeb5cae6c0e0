import { AccountRow, AccountsQuery, Deactivate, InvitePerson, NoBody, pageOf, type PageOf, TemporaryPassword } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AccountActs } from './account-acts.service.js';
import { AccountsService } from './accounts.service.js';

@ServiceController('organisations/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly acts: AccountActs,
  ) {}

  @Get()
  @Requires('accounts.read')
  @Answers(pageOf(AccountRow))
  page(@CurrentActor() actor: Actor, @Query({ schema: AccountsQuery }) query: AccountsQuery): Promise<PageOf<AccountRow>> {
    return this.accounts.page(actor, query);
  }

  @Get(':id')
  @Requires('accounts.read')
  @Answers(AccountRow)
  @Reads('account', 'id')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountRow> {
    return this.accounts.view(actor, id);
  }

  @Post()
  @Requires('accounts.manage')
  @Answers(AccountRow)
  invite(@CurrentActor() actor: Actor, @Body({ schema: InvitePerson }) body: InvitePerson): Promise<AccountRow> {
    return this.acts.invite(actor, body);
  }

  @Post(':id/deactivate')
  @Requires('accounts.manage')
  @Answers(AccountRow)
  @HttpCode(200)
  deactivate(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: Deactivate }) { reason }: Deactivate): Promise<AccountRow> {
    return this.acts.deactivate(actor, id, reason);
  }

  @Post(':id/activate')
  @Requires('accounts.manage')
  @Answers(AccountRow)
  @HttpCode(200)
  activate(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<AccountRow> {
    return this.acts.activate(actor, id);
  }

  @Post(':id/temporary-password')
  @Requires('accounts.manage')
  @Answers(TemporaryPassword)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  temporaryPassword(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<TemporaryPassword> {
    return this.acts.temporaryPassword(actor, id);
  }
}
