import type { MeView } from '@aigaq/api';
import { type Act, ACTS, ActorSource, allow } from '@aigaq/identity';
import { inForceOn, today } from '@aigaq/directory';
import { type Actor, Clock, SYSTEM } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { seePerson } from '../accounts/account.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { clearedOn } from '../clearances/clearance.js';
import { ClearancesRepository } from '../clearances/clearances.repository.js';
import { MembershipsRepository } from './memberships.repository.js';

/** This service owns the memberships, so that its actors come from the records themselves. */
@Injectable()
export class MembershipsService extends ActorSource {
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly bodies: BodiesRepository,
    private readonly accounts: AccountsRepository,
    private readonly clearances: ClearancesRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async actorOf(subject: string, name: string): Promise<Actor> {
    const day = today(this.clock);
    const [memberships, clearances] = await Promise.all([this.memberships.ofAsker(subject), this.clearances.ofAsker(subject)]);
    const held = memberships.filter((membership) => inForceOn(membership, day));
    return {
      id: subject,
      name,
      memberships: held.map(({ organisationId, role }) => ({ organisationId, role })),
      cleared: clearedOn(day, clearances, held),
    };
  }

  async me(actor: Actor): Promise<MeView> {
    await this.see(actor);
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

  /** One write a day; what has to be remembered is only that somebody was here at all. */
  private async see({ id }: Actor): Promise<void> {
    const day = today(this.clock);
    if (this.seen.get(id) === day) {
      return;
    }
    if (await this.accounts.find(id)) {
      await this.accounts.change(SYSTEM, id, (account) => seePerson(account, day, this.clock.now()));
    }
    // Several processes cost a look each; the write is conditional.
    this.seen.set(id, day);
  }
}
