import type { MeView } from '@aigaq/api';
import { type Act, ACTS, ActorSource, allow } from '@aigaq/identity';
import { inForceOn, today } from '@aigaq/directory';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { MembershipsRepository } from './memberships.repository.js';

/** This service owns the memberships, so that its actors come from the records themselves. */
@Injectable()
export class MembershipsService extends ActorSource {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly bodies: BodiesRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async actorOf(subject: string, name: string): Promise<Actor> {
    const day = today(this.clock);
    const held = (await this.memberships.of(subject)).filter((membership) => inForceOn(membership, day));
    return { id: subject, name, memberships: held.map(({ organisationId, role }) => ({ organisationId, role })) };
  }

  async me(actor: Actor): Promise<MeView> {
    const names = await this.bodies.namesOf(actor.memberships.map(({ organisationId }) => organisationId));
    const byId = new Map(names.map((name) => [name.id, name]));
    return {
      id: actor.id,
      name: actor.name,
      memberships: actor.memberships.flatMap(({ organisationId, role }) => {
        const organisation = byId.get(organisationId);
        return organisation ? [{ organisation, role }] : [];
      }),
      acts: (Object.keys(ACTS) as Act[]).filter((act) => allow(actor, act)),
    };
  }
}
