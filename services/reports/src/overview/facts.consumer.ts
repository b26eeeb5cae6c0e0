import {
  type AssignmentAccepted,
  AssignmentAcceptedSchema,
  type AssignmentReturned,
  AssignmentReturnedSchema,
  type AssignmentsOpened,
  AssignmentsOpenedSchema,
  type AssignmentSubmitted,
  AssignmentSubmittedSchema,
} from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { FactsRepository } from './facts.repository.js';
import { RollUpsService } from './roll-ups.service.js';

@Controller()
export class FactsConsumer {
  constructor(
    private readonly facts: FactsRepository,
    private readonly rollUps: RollUpsService,
  ) {}

  @OnEvent('reports', AssignmentsOpenedSchema)
  async onAssignmentsOpened(opened: AssignmentsOpened, { id: eventId }: EventContext): Promise<void> {
    const { edition, year, projectCode: project, dueOn } = opened;
    const facts = opened.assignments.map(({ assignmentId, organisationId }) => ({
      id: assignmentId,
      organisationId,
      edition,
      year,
      project,
      dueOn,
    }));
    await this.facts.open(facts, eventId);
    this.rollUps.nudge();
  }

  @OnEvent('reports', AssignmentSubmittedSchema)
  async onAssignmentSubmitted({ assignmentId, organisationId, onTime }: AssignmentSubmitted, context: EventContext): Promise<void> {
    await this.facts.change({ assignmentId, organisationId, status: 'in-review', onTime, eventId: context.id });
    this.rollUps.nudge();
  }

  @OnEvent('reports', AssignmentReturnedSchema)
  async onAssignmentReturned({ assignmentId, organisationId }: AssignmentReturned, context: EventContext): Promise<void> {
    await this.facts.change({ assignmentId, organisationId, status: 'returned', eventId: context.id });
    this.rollUps.nudge();
  }

  @OnEvent('reports', AssignmentAcceptedSchema)
  async onAssignmentAccepted({ assignmentId, organisationId, onTime }: AssignmentAccepted, context: EventContext): Promise<void> {
    await this.facts.change({ assignmentId, organisationId, status: 'accepted', onTime, eventId: context.id });
    this.rollUps.nudge();
  }
}
