import {
  type AssignmentRow,
  AssignmentsQuery,
  type AssignmentView,
  NoBody,
  type PageOf,
  ReturnAssignment,
  SubmitAssignment,
} from '@aigaq/api';
import { CurrentActor, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AssignmentsService } from './assignments.service.js';

@ServiceController('tasks/assignments')
export class AssignmentsController {
  constructor(private readonly assignments: AssignmentsService) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query({ schema: AssignmentsQuery }) query: AssignmentsQuery): Promise<PageOf<AssignmentRow>> {
    return this.assignments.list(actor, query);
  }

  @Get(':id')
  @Reads('assignment', 'id')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AssignmentView> {
    return this.assignments.view(actor, id);
  }

  @Post(':id/submit')
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SubmitAssignment }) body: SubmitAssignment,
  ): Promise<AssignmentView> {
    return this.assignments.submit(actor, id, body.evidenceIds);
  }

  @Post(':id/return')
  @HttpCode(200)
  return(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReturnAssignment }) body: ReturnAssignment,
  ): Promise<AssignmentView> {
    return this.assignments.return(actor, id, body);
  }

  @Post(':id/pass-on')
  @HttpCode(200)
  passOn(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<AssignmentView> {
    return this.assignments.passOn(actor, id);
  }

  @Post(':id/accept')
  @StepUp('assignment.accept')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<AssignmentView> {
    return this.assignments.accept(actor, id);
  }
}
