import { despiteConflicts, isDuplicate } from '@aigaq/service';
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
  /** Counts the countings. */
  version: number;
}

export type CountedBody = Pick<RollUp, 'organisationId' | 'edition' | 'year' | 'parentId'>;

type StoredRollUp = RollUp & { _id: string };

const RACES = 20;

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

  /** Under whom each of these was counted last. */
  async countedUnder(organisationIds: readonly string[], edition: string, year: number): Promise<Map<string, string | null>> {
    const keys = organisationIds.map((id) => keyOf(edition, year, id));
    const found = await this.model.find({ _id: { $in: keys } }, { organisationId: 1, parentId: 1 }).limit(keys.length).lean<StoredRollUp[]>();
    return new Map(found.map(({ organisationId, parentId }) => [organisationId, parentId]));
  }

  /** The newest year for which an edition has numbers. */
  async newestYear(edition: string): Promise<number | undefined> {
    const [newest] = await this.model.find({ edition }, { year: 1 }).sort({ year: -1 }).limit(1).lean<StoredRollUp[]>();
    return newest?.year;
  }

  /** Counts a body anew: its own numbers as counted (or as they were), the whole from those below it. */
  async count(body: CountedBody, own: (() => Promise<ByProject>) | undefined, now: Date): Promise<void> {
    for (let race = 0; race < RACES; race += 1) {
      const before = await this.find(body.organisationId, body.edition, body.year);
      const alone = own ? await own() : (before?.own ?? {});
      const below = await this.below(body.organisationId, body.edition, body.year);
      const whole = below.map((each) => each.whole).reduce(addByProject, alone);
      if (await this.replace({ ...body, own: alone, whole, updatedAt: now, version: (before?.version ?? 0) + 1 })) {
        return;
      }
    }
    throw new Error(`the numbers of ${body.organisationId} are counted by too many at once`);
  }

  /** @returns false when another process has counted it since: its numbers may be newer than those read here */
  private async replace(next: RollUp): Promise<boolean> {
    const id = keyOf(next.edition, next.year, next.organisationId) as never;
    const upsert = next.version === 1;
    try {
      const older = { _id: id, version: { $lt: next.version } };
      const written = await despiteConflicts(() => this.model.collection.updateOne(older, { $set: next }, { upsert }));
      return written.matchedCount + written.upsertedCount === 1;
    } catch (error) {
      if (isDuplicate(error)) {
        return false;
      }
      throw error;
    }
  }
}
