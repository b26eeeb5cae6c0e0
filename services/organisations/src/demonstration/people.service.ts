import { today } from '@aigaq/directory';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { loadPeople } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { clearanceId, grantClearance } from '../clearances/clearance.js';
import { ClearancesRepository } from '../clearances/clearances.repository.js';
import { grantMembership, membershipId } from '../memberships/membership.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { clearanceDrafts, demonstrationAccount, membershipDrafts } from './country.js';

/** Roles, accounts and name lists of the people of the demonstration. */
@Injectable()
export class DemonstrationPeople {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly bodies: BodiesRepository,
    private readonly memberships: MembershipsRepository,
    private readonly clearances: ClearancesRepository,
    private readonly clock: Clock,
  ) {}

  /** The bodies have to be there. @returns how many of each were added */
  async seed(): Promise<{ memberships: number; accounts: number; clearances: number }> {
    return { memberships: await this.seedMemberships(), accounts: await this.seedAccounts(), clearances: await this.seedClearances() };
  }

  async untold(): Promise<number> {
    const counts = await Promise.all([this.memberships.untold(), this.accounts.untold(), this.clearances.untold()]);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async seedMemberships(): Promise<number> {
    const drafts = loadPeople().flatMap(membershipDrafts);
    const known = await this.memberships.known(drafts.map(membershipId));
    const missing = drafts.filter((draft) => !known.has(membershipId(draft)));
    const bodies = new Map((await this.bodies.byIds(missing.map(({ organisationId }) => organisationId))).map((body) => [body.id, body]));
    await this.memberships.grantAll(SYSTEM, missing.map((draft) => grantMembership(draft, bodies.get(draft.organisationId))));
    return missing.length;
  }

  private async seedAccounts(): Promise<number> {
    const people = loadPeople();
    const known = await this.accounts.known(people.map(({ id }) => id));
    const missing = people.filter(({ id }) => !known.has(id));
    const bodies = await this.bodies.byIds(missing.flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId)));
    const scopes = new Map(bodies.map(({ id, scope }) => [id, scope]));
    await this.accounts.createAll(SYSTEM, missing.map((person) => demonstrationAccount(person, scopes)));
    return missing.length;
  }

  private async seedClearances(): Promise<number> {
    const drafts = loadPeople().flatMap(clearanceDrafts);
    const known = await this.clearances.known(drafts.map(clearanceId));
    const missing = drafts.filter((draft) => !known.has(clearanceId(draft)));
    const held = await this.memberships.ofEach(missing.map(({ personId }) => personId));
    const day = today(this.clock);
    await this.clearances.grantAll(SYSTEM, missing.map((draft) => grantClearance(draft, held.get(draft.personId) ?? [], SYSTEM, day)));
    return missing.length;
  }
}
