import { today } from '@aigaq/directory';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import type { Membership } from '../memberships/membership.js';
import { endClearance, withoutRole } from './clearance.js';
import { ClearancesRepository } from './clearances.repository.js';

const REASON = 'ұйымдағы соңғы рөл аяқталды / последняя роль в организации прекращена';

/** Who no longer works for a body is taken off its name lists, so that a role given again does not bring the secrets back. */
@Injectable()
export class ClearanceEnds {
  constructor(
    private readonly clearances: ClearancesRepository,
    private readonly clock: Clock,
  ) {}

  /** @param held all roles of the person, past ones too */
  async endFallen(personId: string, held: readonly Membership[]): Promise<void> {
    const day = today(this.clock);
    for (const { id } of withoutRole(await this.clearances.of(personId), held, day)) {
      await this.clearances.change(SYSTEM, id, (clearance) => (withoutRole([clearance], held, day).length > 0 ? endClearance(clearance, REASON, day) : undefined));
    }
  }
}
