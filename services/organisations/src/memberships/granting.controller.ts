import { EndRole, GrantRole, HandOver, MembershipView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { Granting } from './granting.service.js';

@ServiceController('organisations/memberships')
export class GrantingController {
  constructor(private readonly granting: Granting) {}

  @Post()
  @Requires('accounts.manage')
  @Answers(MembershipView)
  grant(@CurrentActor() actor: Actor, @Body({ schema: GrantRole }) body: GrantRole): Promise<MembershipView> {
    return this.granting.grant(actor, body);
  }

  @Post(':id/end')
  @Requires('accounts.manage')
  @Answers(MembershipView)
  @HttpCode(200)
  end(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: EndRole }) body: EndRole): Promise<MembershipView> {
    return this.granting.end(actor, id, body);
  }

  @Post(':id/hand-over')
  @Requires('accounts.manage')
  @Answers(MembershipView)
  @HttpCode(200)
  handOver(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: HandOver }) body: HandOver): Promise<MembershipView> {
    return this.granting.handOver(actor, id, body);
  }
}
