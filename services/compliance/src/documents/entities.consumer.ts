import {
  type Organisation,
  type OrganisationChanged,
  OrganisationChangedSchema,
  type OrganisationRegistered,
  OrganisationRegisteredSchema,
} from '@aigaq/contracts';
import { Directory, directoryErrors, scopeOf } from '@aigaq/directory';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { ScoresService } from '../scores/scores.service.js';
import { EntitiesRepository } from './entities.repository.js';
import { type EntityBody, searchKey } from './entity.js';

/** Entities are the quasi-state bodies of the register. */
@Controller()
export class EntitiesConsumer {
  constructor(
    private readonly entities: EntitiesRepository,
    private readonly directory: Directory,
    private readonly scores: ScoresService,
  ) {}

  @OnEvent('compliance', OrganisationRegisteredSchema)
  onOrganisationRegistered({ organisation }: OrganisationRegistered, _context: EventContext): Promise<void> {
    return this.keep(organisation);
  }

  @OnEvent('compliance', OrganisationChangedSchema)
  onOrganisationChanged({ organisation }: OrganisationChanged, _context: EventContext): Promise<void> {
    return this.keep(organisation);
  }

  private async keep(told: Organisation | undefined): Promise<void> {
    if (told?.kind !== 'quasi-state') {
      return;
    }
    const kept = await this.entities.keep(told.id, await this.bodyOf(told));
    // Also when the fact is no news: a process may have ended after the write before the scores were made.
    await this.scores.renew(kept?.everSupervisorIds ?? told.supervisorIds);
  }

  /** @throws directory.unknown_body while a supervisor has not arrived: the event is tried again */
  private async bodyOf({ id, name, bin, supervisorIds, ancestorIds, validFrom, validUntil, version }: Organisation): Promise<EntityBody> {
    const supervisors = await this.directory.bodies(supervisorIds);
    const missing = supervisorIds.find((supervisorId) => !supervisors.some((body) => body.id === supervisorId));
    if (missing !== undefined) {
      throw directoryErrors.unknown_body({ organisationId: missing });
    }
    const { kk = '', ru = '' } = name ?? {};
    return {
      organisationId: id,
      scope: scopeOf({ id, ancestorIds, supervisorIds }, supervisors),
      bodyVersion: version,
      name: { kk, ru },
      bin,
      supervisorIds: [...supervisorIds],
      validFrom,
      validUntil: validUntil === '' ? null : validUntil,
      searchKey: searchKey(`${kk} ${ru} ${bin}`),
    };
  }
}
