import { type Decision, SYSTEM } from '@aigaq/kernel';
import { Aggregates, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Score } from './score.js';

@Injectable()
export class ScoresRepository {
  private readonly scores: Aggregates<Score>;

  constructor(@InjectModel('Score', 'compliance') model: Model<Stored<Score>>, relay: OutboxRelay) {
    this.scores = new Aggregates<Score>(model, relay);
  }

  /** `decide` counts inside: when two make the same score at once, the later write has counted after the earlier one. */
  async renew(bodyId: string, decide: (known: Score | undefined) => Promise<Decision<Score> | undefined>): Promise<void> {
    await this.scores.put(SYSTEM, bodyId, decide);
  }
}
