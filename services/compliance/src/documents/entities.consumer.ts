import {
  type Organisation,
  type OrganisationChanged,
  OrganisationChangedSchema,
  type OrganisationRegistered,
  OrganisationRegisteredSchema,
} from '@aigaq/contracts';
import { Directory, DirectoryCopy } from '@aigaq/directory';
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
    private readonly copy: DirectoryCopy,
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

  /**
   * An entity, those above it and its supervisors are told in any order, and nobody waits for the other: the entity is placed by what is
   * known, and again when one of them is told.
   */
  private async keep(told: Organisation | undefined): Promise<void> {
    await this.copy.keepBody(told);
    if (told?.kind === 'quasi-state') {
      await this.entities.keep(told.id, () => this.bodyOf(told));
      // Once more: a supervisor may have come between the look and the write, too early to find this entity.
      const kept = await this.entities.keep(told.id, () => this.bodyOf(told));
      // Also when the fact is no news: a process may have ended after the write before the scores were made.
      await this.scores.renew(kept?.everSupervisorIds ?? told.supervisorIds);
    }
    // The Agency is above all, and there is nothing above it that a scope could gain.
    if (told && told.kind !== 'agency') {
      await this.entities.placeAround(told.id, (entity) => this.directory.scopeOf(entity));
    }
  }

  private async bodyOf(told: Organisation): Promise<EntityBody> {
    const { id, name, bin, supervisorIds, ancestorIds, validFrom, validUntil, version } = told;
    const { kk = '', ru = '' } = name ?? {};
    return {
      organisationId: id,
      scope: await this.directory.scopeOf(told),
      bodyVersion: version,
      name: { kk, ru },
      bin,
      ancestorIds: [...ancestorIds],
      supervisorIds: [...supervisorIds],
      validFrom,
      validUntil: validUntil === '' ? null : validUntil,
      searchKey: searchKey(`${kk} ${ru} ${bin}`),
    };
  }
}
