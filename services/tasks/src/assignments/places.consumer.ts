import { type OrganisationChanged, OrganisationChangedSchema } from '@aigaq/contracts';
import { Directory, DirectoryCopy } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { AnalysesRepository } from '../analyses/analyses.repository.js';
import { AssignmentsRepository } from './assignments.repository.js';

/** Assignments and analyses follow their bodies when those, or bodies that supervise them, move. */
@Controller()
export class PlacesConsumer {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly analyses: AnalysesRepository,
    private readonly copy: DirectoryCopy,
    private readonly directory: Directory,
  ) {}

  @OnEvent('tasks', OrganisationChangedSchema)
  async onOrganisationChanged({ organisation }: OrganisationChanged, _context: EventContext): Promise<void> {
    await this.copy.keepBody(organisation);
    await this.directory.keepScopes(organisation?.id ?? '', async (organisationId, scope) => {
      await this.assignments.place(organisationId, scope);
      await this.analyses.place(organisationId, scope);
    });
  }
}
