import type { ClearancesQuery, ClearanceView, GrantClearance, PageOf } from '@aigaq/api';
import { today } from '@aigaq/directory';
import { authorise } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { nameOf, refuseDeactivated } from '../accounts/account.js';
import { accountErrors } from '../accounts/account.errors.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { type Clearance, clearanceId, endClearance, grantClearance, refuseStanding } from './clearance.js';
import { ClearancesRepository } from './clearances.repository.js';

/** The name lists of what is secret; they belong to no body, so whoever may manage one manages all. */
@Injectable()
export class ClearancesService {
  constructor(
    private readonly clearances: ClearancesRepository,
    private readonly accounts: AccountsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly bodies: BodiesRepository,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, { secrecy, cursor, limit }: ClearancesQuery): Promise<PageOf<ClearanceView>> {
    authorise(actor, 'clearance.manage');
    const found = await this.clearances.page(secrecy, cursor, limit);
    const shown = found.slice(0, limit);
    return { items: await this.views(shown), nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
  }

  async grant(actor: Actor, { personId, ...fields }: GrantClearance): Promise<ClearanceView> {
    authorise(actor, 'clearance.manage');
    const account = await this.accounts.findFor(actor, 'clearance.manage', personId);
    if (!account) {
      throw accountErrors.not_found({ personId });
    }
    refuseDeactivated(account);
    const draft = { personId, personName: nameOf(account), ...fields };
    const day = today(this.clock);
    const held = await this.memberships.of(personId);
    const granted = await this.clearances.put(actor, clearanceId(draft), (before) => {
      refuseStanding(before, day);
      return grantClearance(draft, held, actor, day);
    });
    return this.view(granted as Clearance);
  }

  async end(actor: Actor, id: string, reason: string): Promise<ClearanceView> {
    authorise(actor, 'clearance.manage');
    const day = today(this.clock);
    return this.view(await this.clearances.change(actor, id, (clearance) => endClearance(clearance, reason, day)));
  }

  private async view(clearance: Clearance): Promise<ClearanceView> {
    const [view] = await this.views([clearance]);
    return view as ClearanceView;
  }

  private async views(clearances: readonly Clearance[]): Promise<ClearanceView[]> {
    const names = await this.bodies.namesOf([...new Set(clearances.map(({ organisationId }) => organisationId))]);
    const byId = new Map(names.map((name) => [name.id, name]));
    return clearances.flatMap(({ id, personId, personName, organisationId, secrecy, from, until, basis }) => {
      const organisation = byId.get(organisationId);
      return organisation ? [{ id, person: { id: personId, name: personName }, secrecy, organisation, from, until, basis }] : [];
    });
  }
}
