import { AssignmentRow, AssignmentsQuery, AssignmentView, type PageOf, pageOf, PurposeQuery } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Get, Param, Query } from '@nestjs/common';
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
}
