import { fromStored, type Kept, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Account } from './account.js';

/** Accounts for comparing them with the identity server; changes nothing. */
@Injectable()
export class AccountStatesRepository {
  constructor(@InjectModel('Account', 'organisations') private readonly model: Pick<Model<Stored<Account>>, 'find'>) {}

  /** By user name, after that one. */
  async page(after: string, limit: number): Promise<Kept<Account>[]> {
    const found = await this.model
      .find({ username: { $gt: after } }, { outbox: 0 })
      .sort({ username: 1 })
      .limit(limit)
      .lean<Stored<Account>[]>();
    return found.map((stored) => fromStored<Account>(stored));
  }
}
