import { AssignmentView, PlainAct, ReopenAssignment, ReturnAssignment, SubmitAssignment, TakeAssignment } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { ActsService } from './acts.service.js';

@ServiceController('tasks/assignments')
export class ActsController {
  constructor(private readonly acts: ActsService) {}

  @Post(':id/submit')
  @Requires('assignment.submit')
  @Answers(AssignmentView)
  @HttpCode(200)
  submit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: SubmitAssignment }) body: SubmitAssignment): Promise<AssignmentView> {
    return this.acts.submit(actor, id, body);
  }

  @Post(':id/return')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  return(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: ReturnAssignment }) body: ReturnAssignment): Promise<AssignmentView> {
    return this.acts.return(actor, id, body);
  }

  @Post(':id/pass-on')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  passOn(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: PlainAct }) body: PlainAct): Promise<AssignmentView> {
    return this.acts.passOn(actor, id, body);
  }

  @Post(':id/accept')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @StepUp('assignment.accept')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: PlainAct }) body: PlainAct): Promise<AssignmentView> {
    return this.acts.accept(actor, id, body);
  }

  @Post(':id/take')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  take(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: TakeAssignment }) body: TakeAssignment): Promise<AssignmentView> {
    return this.acts.take(actor, id, body);
  }

  @Post(':id/release')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  release(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: PlainAct }) _body: PlainAct): Promise<AssignmentView> {
    return this.acts.release(actor, id);
  }

  @Post(':id/reopen')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @StepUp('assignment.reopen')
  @HttpCode(200)
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: ReopenAssignment }) body: ReopenAssignment): Promise<AssignmentView> {
    return this.acts.reopen(actor, id, body);
  }

  @Post(':id/undo')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  undo(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: PlainAct }) _body: PlainAct): Promise<AssignmentView> {
    return this.acts.undo(actor, id);
  }
}
