import { type OrganisationChanged, OrganisationChangedSchema } from '@aigaq/contracts';
import { Directory, DirectoryCopy } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { PlacesRepository } from './places.repository.js';

/** Papers follow their bodies when those, or bodies that supervise them, move. */
@Controller()
export class PlacesConsumer {
  constructor(
    private readonly places: PlacesRepository,
    private readonly copy: DirectoryCopy,
    private readonly directory: Directory,
  ) {}

  @OnEvent('evidence', OrganisationChangedSchema)
  async onOrganisationChanged({ organisation }: OrganisationChanged, _context: EventContext): Promise<void> {
    await this.copy.keepBody(organisation);
    await this.directory.keepScopes(organisation?.id ?? '', (organisationId, scope) => this.places.place(organisationId, scope));
  }
}
