import {
  type AssignmentAccepted,
  AssignmentAcceptedSchema,
  type AssignmentReturned,
  AssignmentReturnedSchema,
  type AssignmentsOpened,
  AssignmentsOpenedSchema,
  type AssignmentSubmitted,
  AssignmentSubmittedSchema,
  type Organisation,
  type OrganisationChanged,
  OrganisationChangedSchema,
  type OrganisationRegistered,
  OrganisationRegisteredSchema,
} from '@aigaq/contracts';
import { Directory, DirectoryCopy } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { FactsRepository } from './facts.repository.js';
import { RollUpsService } from './roll-ups.service.js';

@Controller()
export class FactsConsumer {
  constructor(
    private readonly facts: FactsRepository,
    private readonly rollUps: RollUpsService,
    private readonly copy: DirectoryCopy,
    private readonly directory: Directory,
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
    this.rollUps.nudge(organisationId);
  }

  @OnEvent('reports', AssignmentReturnedSchema)
  async onAssignmentReturned({ assignmentId, organisationId }: AssignmentReturned, context: EventContext): Promise<void> {
    await this.facts.change({ assignmentId, organisationId, status: 'returned', eventId: context.id });
    this.rollUps.nudge(organisationId);
  }

  @OnEvent('reports', AssignmentAcceptedSchema)
  async onAssignmentAccepted({ assignmentId, organisationId, onTime }: AssignmentAccepted, context: EventContext): Promise<void> {
    await this.facts.change({ assignmentId, organisationId, status: 'accepted', onTime, eventId: context.id });
    this.rollUps.nudge(organisationId);
  }

  @OnEvent('reports', OrganisationRegisteredSchema)
  onOrganisationRegistered({ organisation }: OrganisationRegistered, context: EventContext): Promise<void> {
    return this.place(organisation, context.id);
  }

  @OnEvent('reports', OrganisationChangedSchema)
  onOrganisationChanged({ organisation }: OrganisationChanged, context: EventContext): Promise<void> {
    return this.place(organisation, context.id);
  }

  /** Assignments may be told before their body or one above it: then they are counted anew, now that the way up is known. */
  private async place(told: Organisation | undefined, eventId: string): Promise<void> {
    await this.copy.keepBody(told);
    await this.facts.markBodies(await this.subtreeOf(told?.id ?? ''), eventId);
    this.rollUps.nudge();
  }

  private async subtreeOf(id: string): Promise<string[]> {
    const below = await this.directory.childrenOf(id);
    const deeper = await Promise.all(below.map((child) => this.subtreeOf(child.id)));
    return [id, ...deeper.flat()];
  }
}
