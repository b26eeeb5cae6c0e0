import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, fromStored, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { RiskPicture } from './picture.js';
import { RISK_PICTURE } from './risk-picture.schema.js';

const MOST_REGIONS = 100;

/** One picture for each region; published, so that everybody of the programme may look at it. */
@Injectable()
export class RiskPicturesRepository {
  private readonly pictures: Aggregates<RiskPicture>;

  constructor(
    @InjectModel(RISK_PICTURE, 'tasks') private readonly model: Model<Stored<RiskPicture>>,
    relay: OutboxRelay,
  ) {
    this.pictures = new Aggregates<RiskPicture>(model, relay);
  }

  /** A region of which nothing was written yet has an empty one. */
  async get(regionId: string): Promise<RiskPicture> {
    return (await this.pictures.find(regionId)) ?? nothingOf(regionId);
  }

  async all(): Promise<RiskPicture[]> {
    const stored = await this.model.find({}, { outbox: 0 }).limit(MOST_REGIONS).lean<Stored<RiskPicture>[]>();
    return stored.map((document) => fromStored<RiskPicture>(document));
  }

  async change(actor: Actor, regionId: string, decide: (state: RiskPicture) => Decision<RiskPicture>): Promise<void> {
    await this.pictures.put(actor, regionId, (state) => decide(state ?? nothingOf(regionId)));
  }
}

const nothingOf = (id: string): RiskPicture => ({ id, updated: [], entries: [] });
