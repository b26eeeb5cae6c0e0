import { type OrganisationChanged, OrganisationChangedSchema, type OrganisationRegistered, OrganisationRegisteredSchema } from '@aigaq/contracts';
import { ScopeKeeper } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';

/** What a body has goes with it when it moves. */
@Controller()
export class ScopesConsumer {
  constructor(private readonly scopes: ScopeKeeper) {}

  @OnEvent('evidence', OrganisationRegisteredSchema)
  onOrganisationRegistered({ organisation }: OrganisationRegistered, _context: EventContext): Promise<void> {
    return this.scopes.follow(organisation);
  }

  @OnEvent('evidence', OrganisationChangedSchema)
  onOrganisationChanged({ organisation }: OrganisationChanged, _context: EventContext): Promise<void> {
    return this.scopes.follow(organisation);
  }
}
