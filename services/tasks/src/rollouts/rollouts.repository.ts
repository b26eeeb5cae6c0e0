import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { rolloutErrors } from './rollout.errors.js';
import { ROLLOUT } from './rollout.schema.js';
import type { Rollout } from './rollout.js';

@Injectable()
export class RolloutsRepository {
  private readonly rollouts: Aggregates<Rollout>;

  constructor(
    @InjectModel(ROLLOUT, 'tasks') private readonly model: Model<Stored<Rollout>>,
    relay: OutboxRelay,
  ) {
    this.rollouts = new Aggregates<Rollout>(model, relay);
  }

  async running(): Promise<Rollout[]> {
    const stored = await this.model.find({ status: 'running' }).limit(20).lean<Stored<Rollout>[]>();
    return stored.map((document) => fromStored<Rollout>(document));
  }

  /** Does a rollout store dates that were not counted with this calendar, or does one begin? */
  async isRunningWithout(calendar: string): Promise<boolean> {
    return (await this.model.exists({ status: 'running', calendars: { $ne: calendar } })) !== null;
  }

  async get(id: string): Promise<Rollout> {
    const found = await this.rollouts.find(id);
    if (!found) {
      throw rolloutErrors.unknown({ rollout: id });
    }
    return found;
  }

  create(actor: Actor, decision: Decision<Rollout>): Promise<Kept<Rollout>> {
    return this.rollouts.create(actor, decision, () => rolloutErrors.unknown({ rollout: decision.next.id }));
  }

  change(actor: Actor, id: string, decide: (state: Rollout) => Decision<Rollout> | undefined): Promise<Kept<Rollout>> {
    return this.rollouts.change(actor, id, decide, { notFound: () => rolloutErrors.unknown({ rollout: id }) });
  }
}
