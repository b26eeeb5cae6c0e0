import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, Followed, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import { type Chairs, type Head, noChairs } from './chairs.js';

const MOST_BODIES = 50_000;

/** Chairs stand on every card that is looked at: they are shown from memory, as the bodies are, and changed by what the database says. */
@Injectable()
export class HeadsRepository implements BeforeApplicationShutdown {
  private readonly chairs: Aggregates<Chairs>;
  private readonly memory: Followed<Stored<Chairs>, Kept<Chairs>>;

  constructor(
    @InjectModel('Chairs', 'organisations') private readonly model: Model<Stored<Chairs>>,
    private readonly relay: OutboxRelay,
  ) {
    this.chairs = new Aggregates<Chairs>(model, relay);
    this.memory = new Followed(model, (stored) => fromStored<Chairs>(stored));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.memory.end();
  }

  /** All chairs of a body. The caller has made sure that the actor may see the body. */
  async chairsOf(organisationId: string): Promise<Chairs> {
    return (await this.memory.get(organisationId)) ?? noChairs(organisationId);
  }

  /** The whole history of a body, newest first. The caller has made sure that the actor may see the body. */
  async of(organisationId: string): Promise<Head[]> {
    const { heads } = await this.chairsOf(organisationId);
    return [...heads].sort((one, other) => other.from.localeCompare(one.from));
  }

  async change(actor: Actor, organisationId: string, decide: (chairs: Chairs) => Decision<Chairs>): Promise<Chairs> {
    const changed = await this.chairs.put(actor, organisationId, (known) => decide(known ?? noChairs(organisationId)));
    if (changed) {
      this.memory.put(organisationId, changed.version, changed);
    }
    return changed ?? noChairs(organisationId);
  }

  /** Enters the history of many bodies; a body that has one already keeps it. */
  async enterAll(actor: Actor, decisions: readonly Decision<Chairs>[]): Promise<void> {
    await insertMissing(this.model, decisions.map((decision) => this.chairs.document(actor, decision)));
    this.relay.nudge();
    await this.memory.refresh();
  }

  /** Bodies in whose chairs a time begins or has ended by that day since the last look. */
  async due(day: string, limit: number): Promise<string[]> {
    const found = await this.model.find({ lookAgainOn: { $lte: day } }, { _id: 1 }).sort({ lookAgainOn: 1 }).limit(limit).lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  }

  async knownIds(): Promise<Set<string>> {
    const found = await this.model.find({}, { _id: 1 }).limit(MOST_BODIES).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }
}
