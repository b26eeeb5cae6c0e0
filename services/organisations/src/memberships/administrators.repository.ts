import { despiteConflicts, isDuplicate } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { leave, type Leaving } from './administrators.js';
import { membershipErrors } from './membership.errors.js';

interface Roster {
  _id: string;
  version: number;
  leaving: Leaving[];
}

const ROSTER = 'agency-admin';
const RACES = 20;

/** Two administrators who end each other at the same moment meet here: one document decides who was first. */
@Injectable()
export class AdministratorsRepository {
  constructor(@InjectModel('Administrators', 'organisations') private readonly model: Model<Roster>) {}

  /**
   * @param open asked after the roster is read: who was let go earlier is either in the roster or no longer open
   * @throws `membership.last_administrator` when nobody else would be left
   */
  async letGo(id: string, open: () => Promise<readonly string[]>, now: Date): Promise<void> {
    for (let race = 0; race < RACES; race += 1) {
      const { version, leaving } = (await this.model.collection.findOne({ _id: ROSTER as never })) as Roster | null ?? { version: 0, leaving: [] };
      const next = leave(leaving, id, await open(), now);
      if (!next) {
        throw membershipErrors.last_administrator();
      }
      if (await this.replace(version, next)) {
        return;
      }
    }
    throw new Error('the roster of administrators changes all the time');
  }

  /** @returns false when another was faster */
  private async replace(version: number, leaving: Leaving[]): Promise<boolean> {
    try {
      const written = await despiteConflicts(() =>
        this.model.collection.updateOne({ _id: ROSTER as never, version }, { $set: { leaving, version: version + 1 } }, { upsert: version === 0 }),
      );
      return written.modifiedCount + written.upsertedCount > 0;
    } catch (error) {
      if (isDuplicate(error)) {
        return false;
      }
      throw error;
    }
  }
}
