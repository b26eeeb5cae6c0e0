import { type OrganisationChanged, OrganisationChangedSchema } from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { AccountsRepository } from '../accounts/accounts.repository.js';

/** Accounts keep the scopes of their bodies for the lists: a body that stands elsewhere in the tree takes its people with it. */
@Controller()
export class PlacesConsumer {
  constructor(private readonly accounts: AccountsRepository) {}

  @OnEvent('organisations', OrganisationChangedSchema)
  async onOrganisationChanged({ organisation }: OrganisationChanged, _context: EventContext): Promise<void> {
    if (organisation) {
      await this.accounts.unsettleOf(organisation.id);
    }
  }
}
