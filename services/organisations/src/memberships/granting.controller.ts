import { EndRole, GrantRole, HandOver, type MembershipView } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { Granting } from './granting.service.js';

@ServiceController('organisations/memberships')
export class GrantingController {
  constructor(private readonly granting: Granting) {}

  @Post()
  grant(@CurrentActor() actor: Actor, @Body({ schema: GrantRole }) body: GrantRole): Promise<MembershipView> {
    return this.granting.grant(actor, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  end(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: EndRole }) body: EndRole): Promise<MembershipView> {
    return this.granting.end(actor, id, body);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  handOver(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: HandOver }) body: HandOver): Promise<MembershipView> {
    return this.granting.handOver(actor, id, body);
  }
}
