import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, type Decided, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { recertificationErrors } from './recertification.errors.js';
import type { Recertification } from './recertification.js';

const MOST_OPEN = 10;

@Injectable()
export class RecertificationsRepository {
  private readonly campaigns: Aggregates<Recertification>;

  constructor(@InjectModel('Recertification', 'organisations') private readonly model: Model<Stored<Recertification>>, relay: OutboxRelay) {
    this.campaigns = new Aggregates<Recertification>(model, relay);
  }

  put(actor: Actor, quarter: string, decide: (campaign: Kept<Recertification> | undefined) => Decided<Recertification>): Promise<Kept<Recertification> | undefined> {
    return this.campaigns.put(actor, quarter, decide);
  }

  change(actor: Actor, id: string, decide: (campaign: Kept<Recertification>) => Decision<Recertification> | undefined): Promise<Kept<Recertification>> {
    return this.campaigns.change(actor, id, decide, { notFound: () => recertificationErrors.not_found({ recertificationId: id }) });
  }

  async get(id: string): Promise<Kept<Recertification>> {
    const campaign = await this.campaigns.find(id);
    if (!campaign) {
      throw recertificationErrors.not_found({ recertificationId: id });
    }
    return campaign;
  }

  /** Newest first; one more than asked for when there are more. */
  page(cursor: string | undefined, limit: number): Promise<Kept<Recertification>[]> {
    return this.found(cursor === undefined ? {} : { _id: { $lt: cursor } }, limit + 1);
  }

  open(): Promise<Kept<Recertification>[]> {
    return this.found({ status: 'open' }, MOST_OPEN);
  }

  private async found(where: Record<string, unknown>, limit: number): Promise<Kept<Recertification>[]> {
    const found = await this.model.find(where, { outbox: 0 }).sort({ _id: -1 }).limit(limit).lean<Stored<Recertification>[]>();
    return found.map((stored) => fromStored<Recertification>(stored));
  }
}
