import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ROLL_UP } from './fact.schema.js';
import { addByProject, type ByProject } from './tally.js';

export interface RollUp {
  organisationId: string;
  edition: string;
  year: number;
  /** The body to which it reports. */
  parentId: string | null;
  own: ByProject;
  whole: ByProject;
  updatedAt: Date;
}

type StoredRollUp = RollUp & { _id: string };

const keyOf = (edition: string, year: number, organisationId: string): string => [edition, year, organisationId].join(':');

@Injectable()
export class RollUpsRepository {
  constructor(@InjectModel(ROLL_UP, 'reports') private readonly model: Model<StoredRollUp>) {}

  async find(organisationId: string, edition: string, year: number): Promise<RollUp | undefined> {
    return (await this.model.findById(keyOf(edition, year, organisationId)).lean<StoredRollUp>()) ?? undefined;
  }

  below(parentId: string, edition: string, year: number): Promise<RollUp[]> {
    return this.model.find({ parentId, edition, year }).sort({ _id: 1 }).limit(5000).lean<RollUp[]>();
  }

  /** The newest year for which an edition has numbers. */
  async newestYear(edition: string): Promise<number | undefined> {
    const [newest] = await this.model.find({ edition }, { year: 1 }).sort({ year: -1 }).limit(1).lean<StoredRollUp[]>();
    return newest?.year;
  }

  /** Stores the numbers of a body: its own as given (or as they were), the whole from those below it. */
  async put(body: Pick<RollUp, 'organisationId' | 'edition' | 'year' | 'parentId'>, own: ByProject | undefined, now: Date): Promise<void> {
    const { organisationId, edition, year } = body;
    const before = own ? undefined : await this.find(organisationId, edition, year);
    const alone = own ?? before?.own ?? {};
    const below = await this.below(organisationId, edition, year);
    const whole = below.map((each) => each.whole).reduce(addByProject, alone);
    await this.model.collection.updateOne(
      { _id: keyOf(edition, year, organisationId) as never },
      { $set: { ...body, own: alone, whole, updatedAt: now } },
      { upsert: true },
    );
  }
}
