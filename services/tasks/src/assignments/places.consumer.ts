import { type OrganisationChanged, OrganisationChangedSchema } from '@aigaq/contracts';
import { Directory, DirectoryCopy } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { AcknowledgementsRepository } from '../amendments/acknowledgements.repository.js';
import { AnalysesRepository } from '../analyses/analyses.repository.js';
import { AssignmentsRepository } from './assignments.repository.js';

/** Assignments, what is asked for their sake, and analyses follow their bodies when those, or bodies that supervise them, move. */
@Controller()
export class PlacesConsumer {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly analyses: AnalysesRepository,
    private readonly acknowledgements: AcknowledgementsRepository,
    private readonly copy: DirectoryCopy,
    private readonly directory: Directory,
  ) {}

  @OnEvent('tasks', OrganisationChangedSchema)
  async onOrganisationChanged({ organisation }: OrganisationChanged, _context: EventContext): Promise<void> {
    await this.copy.keepBody(organisation);
    await this.directory.keepScopes(organisation?.id ?? '', async (organisationId, scope) => {
      await this.assignments.place(organisationId, scope);
      await this.analyses.place(organisationId, scope);
      await this.acknowledgements.place(organisationId, scope);
    });
  }
}
