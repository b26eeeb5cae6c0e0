import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { editionErrors } from './edition.errors.js';
import { EDITION } from './edition.schema.js';
import type { Edition } from './edition.js';

@Injectable()
export class EditionsRepository {
  private readonly editions: Aggregates<Edition>;
  /** Published editions never change, so they are read once. */
  private readonly published = new Map<string, Edition>();

  constructor(
    @InjectModel(EDITION, 'tasks') private readonly model: Model<Stored<Edition>>,
    relay: OutboxRelay,
  ) {
    this.editions = new Aggregates<Edition>(model, relay);
  }

  async list(): Promise<Edition[]> {
    const stored = await this.model.find().sort({ _id: -1 }).limit(20).lean<Stored<Edition>[]>();
    return stored.map((document) => fromStored<Edition>(document));
  }

  async get(id: string): Promise<Edition> {
    const kept = this.published.get(id) ?? (await this.editions.find(id));
    if (!kept) {
      throw editionErrors.unknown({ edition: id });
    }
    if (kept.status === 'published') {
      this.published.set(id, kept);
    }
    return kept;
  }

  /** Creates or replaces the draft, or leaves the edition as it is. */
  async put(actor: Actor, id: string, decide: (state?: Edition) => Decision<Edition> | undefined): Promise<Edition> {
    return (await this.editions.put(actor, id, decide)) ?? this.get(id);
  }

  change(actor: Actor, id: string, decide: (state: Edition) => Decision<Edition>): Promise<Kept<Edition>> {
    return this.editions.change(actor, id, decide, { notFound: () => editionErrors.unknown({ edition: id }) });
  }
}
