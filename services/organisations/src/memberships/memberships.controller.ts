import type { MeView } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Get } from '@nestjs/common';
import { MembershipsService } from './memberships.service.js';

@ServiceController('organisations/me')
export class MembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get()
  me(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.memberships.me(actor);
  }
}
