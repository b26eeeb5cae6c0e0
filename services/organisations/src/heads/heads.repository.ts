import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import type { Chairs, Head } from './head.js';

const MOST_BODIES = 50_000;

@Injectable()
export class HeadsRepository {
  private readonly chairs: Aggregates<Chairs>;

  constructor(
    @InjectModel('Chairs', 'organisations') private readonly model: Model<Stored<Chairs>>,
    private readonly relay: OutboxRelay,
  ) {
    this.chairs = new Aggregates<Chairs>(model, relay);
  }

  /** The whole history of a body, newest first. The caller has made sure that the actor may see the body. */
  async of(organisationId: string): Promise<Head[]> {
    const chairs = await this.chairs.find(organisationId);
    return [...(chairs?.heads ?? [])].sort((one, other) => other.from.localeCompare(one.from));
  }

  async change(actor: Actor, organisationId: string, decide: (chairs: Chairs) => Decision<Chairs>): Promise<void> {
    await this.chairs.put(actor, organisationId, (known) => decide({ id: organisationId, heads: known?.heads ?? [] }));
  }

  /** Enters the history of many bodies; a body that has one already keeps it. */
  async enterAll(actor: Actor, decisions: readonly Decision<Chairs>[]): Promise<void> {
    await insertMissing(this.model, decisions.map((decision) => this.chairs.document(actor, decision)));
    this.relay.nudge();
  }

  async knownIds(): Promise<Set<string>> {
    const found = await this.model.find({}, { _id: 1 }).limit(MOST_BODIES).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }
}
