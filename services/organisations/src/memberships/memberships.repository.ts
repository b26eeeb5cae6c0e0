import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, fromStored, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import type { Membership } from './membership.js';

const MOST_ROLES = 1000;

@Injectable()
export class MembershipsRepository {
  private readonly memberships: Aggregates<Membership>;

  constructor(
    @InjectModel('Membership', 'organisations') private readonly model: Model<Stored<Membership>>,
    private readonly relay: OutboxRelay,
  ) {
    this.memberships = new Aggregates<Membership>(model, relay);
  }

  /** Gives many roles; one that is held already stays as it is. */
  async grantAll(actor: Actor, decisions: readonly Decision<Membership>[]): Promise<void> {
    await insertMissing(this.model, decisions.map((decision) => this.memberships.document(actor, decision)));
    this.relay.nudge();
  }

  /** Which of these are held already. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const found = await this.model.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  /** All that the person holds, held or will hold. */
  async of(personId: string): Promise<Membership[]> {
    const found = await this.model.find({ personId }).limit(MOST_ROLES).lean<Stored<Membership>[]>();
    return found.map((stored) => fromStored<Membership>(stored));
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }
}
