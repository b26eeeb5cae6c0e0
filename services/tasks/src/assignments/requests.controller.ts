import { AskRequest, AssignmentView, GrantRequest, PlainAct, RefuseRequest } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { RequestsService } from './requests.service.js';

@ServiceController('tasks/assignments')
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  @Post(':id/requests')
  @Requires('assignment.submit')
  @Answers(AssignmentView)
  @HttpCode(200)
  ask(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: AskRequest }) body: AskRequest): Promise<AssignmentView> {
    return this.requests.ask(actor, id, body);
  }

  @Post(':id/requests/withdraw')
  @Requires('assignment.submit')
  @Answers(AssignmentView)
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: PlainAct }) body: PlainAct): Promise<AssignmentView> {
    return this.requests.withdraw(actor, id, body);
  }

  @Post(':id/requests/grant')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  grant(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: GrantRequest }) body: GrantRequest): Promise<AssignmentView> {
    return this.requests.grant(actor, id, body);
  }

  @Post(':id/requests/refuse')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  refuse(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: RefuseRequest }) body: RefuseRequest): Promise<AssignmentView> {
    return this.requests.refuse(actor, id, body);
  }
}
