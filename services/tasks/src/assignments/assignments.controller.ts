import {
  AssignmentRow,
  AssignmentsQuery,
  AssignmentView,
  NoBody,
  type PageOf,
  pageOf,
  PurposeQuery,
  ReturnAssignment,
  SubmitAssignment,
} from '@aigaq/api';
import { CurrentActor, Requires, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AssignmentsService } from './assignments.service.js';

@ServiceController('tasks/assignments')
export class AssignmentsController {
  constructor(private readonly assignments: AssignmentsService) {}

  @Get()
  @Requires('assignment.read')
  @Answers(pageOf(AssignmentRow))
  list(@CurrentActor() actor: Actor, @Query({ schema: AssignmentsQuery }) query: AssignmentsQuery): Promise<PageOf<AssignmentRow>> {
    return this.assignments.list(actor, query);
  }

  @Get(':id')
  @Requires('assignment.read')
  @Answers(AssignmentView)
  @Reads('assignment', 'id')
  view(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery,
  ): Promise<AssignmentView> {
    return this.assignments.view(actor, id, purpose);
  }

  @Post(':id/submit')
  @Requires('assignment.submit')
  @Answers(AssignmentView)
  @HttpCode(200)
  submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SubmitAssignment }) body: SubmitAssignment,
  ): Promise<AssignmentView> {
    return this.assignments.submit(actor, id, body);
  }

  @Post(':id/return')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  return(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: ReturnAssignment }) body: ReturnAssignment,
  ): Promise<AssignmentView> {
    return this.assignments.return(actor, id, body);
  }

  @Post(':id/pass-on')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @HttpCode(200)
  passOn(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<AssignmentView> {
    return this.assignments.passOn(actor, id);
  }

  @Post(':id/accept')
  @Requires('assignment.review')
  @Answers(AssignmentView)
  @StepUp('assignment.accept')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<AssignmentView> {
    return this.assignments.accept(actor, id);
  }
}
