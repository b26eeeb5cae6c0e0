import { MeView } from '@aigaq/api';
import { AnyActor, CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Get } from '@nestjs/common';
import { MembershipsService } from './memberships.service.js';

@ServiceController('organisations/me')
export class MembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get()
  @AnyActor()
  @Answers(MeView)
  me(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.memberships.me(actor);
  }
}
