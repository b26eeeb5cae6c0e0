import type { AccountStatus } from '@aigaq/api';
import { type Act, scopeFilter } from '@aigaq/identity';
import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, type Decided, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { wordsOf } from '../bodies/body.search.js';
import { countUntold, insertMissing } from '../many.repository.js';
import { accountErrors } from './account.errors.js';
import type { Account } from './account.js';

export interface AccountsWanted {
  organisationId?: string | undefined;
  search?: string | undefined;
  status?: AccountStatus | undefined;
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class AccountsRepository implements OnModuleInit {
  private readonly accounts: Aggregates<Account>;

  constructor(
    @InjectModel('Account', 'organisations') private readonly model: Model<Stored<Account>>,
    private readonly relay: OutboxRelay,
  ) {
    this.accounts = new Aggregates<Account>(model, relay);
  }

  /** No request before the indexes are there: they alone keep a user name from being given twice. */
  async onModuleInit(): Promise<void> {
    await this.model.init();
  }

  /** @throws `account.username_taken`, `account.email_taken` */
  async create(actor: Actor, decision: Decision<Account>): Promise<Kept<Account>> {
    const { username } = decision.next;
    try {
      return await this.accounts.create(actor, decision, () => accountErrors.username_taken({ username }));
    } catch (error) {
      // Which of the two was taken is not said by the database.
      await this.refuseTakenEmail(decision.next);
      throw error;
    }
  }

  /** Enters many; those who are there already stay as they are. */
  async createAll(actor: Actor, decisions: readonly Decision<Account>[]): Promise<void> {
    await insertMissing(this.model, decisions.map((decision) => this.accounts.document(actor, decision)));
    this.relay.nudge();
  }

  change(actor: Actor, id: string, decide: (account: Kept<Account>) => Decided<Account>): Promise<Kept<Account>> {
    return this.accounts.change(actor, id, decide, { notFound: () => accountErrors.not_found({ personId: id }) });
  }

  /** A person whom the actor may see under this act. */
  findFor(actor: Actor, act: Act, id: string): Promise<Kept<Account> | undefined> {
    return this.accounts.find(id, scopeFilter(actor, act));
  }

  /** Whoever asks: for what the service does by itself. */
  find(id: string): Promise<Kept<Account> | undefined> {
    return this.accounts.find(id);
  }

  async byIds(ids: readonly string[]): Promise<Kept<Account>[]> {
    return this.found({ _id: { $in: [...new Set(ids)] } }, { _id: 1 }, ids.length);
  }

  /** People whom the actor may see, by name; one more than asked for when there are more. */
  page(actor: Actor, { organisationId, search, status, cursor, limit }: AccountsWanted): Promise<Kept<Account>[]> {
    const where = [
      scopeFilter(actor, 'accounts.read'),
      ...(organisationId === undefined ? [] : [{ organisationId }]),
      ...(status === undefined ? [] : [{ status }]),
      ...(search === undefined || search.trim() === '' ? [] : searched(search)),
      ...(cursor === undefined ? [] : [{ sortKey: { $gt: cursor } }]),
    ];
    return this.found({ $and: where }, { sortKey: 1 }, limit + 1);
  }

  /** Whose state is not known everywhere yet, by id. */
  unsettledAfter(after: string, limit: number): Promise<Kept<Account>[]> {
    return this.found({ settled: false, _id: { $gt: after } }, { _id: 1 }, limit);
  }

  /** For whom a role begins, or is over, by that day. */
  async dueOn(day: string, limit: number): Promise<string[]> {
    return (await this.found({ nextChange: { $gt: '', $lte: day } }, { _id: 1 }, limit)).map(({ id }) => id);
  }

  /** The identity server has this state. @returns false when it changed meanwhile */
  async markSettled({ id, version }: Kept<Account>): Promise<boolean> {
    const written = await this.model.collection.updateOne({ _id: id as never, version }, { $set: { settled: true }, $inc: { version: 1 } });
    return written.modifiedCount > 0;
  }

  /** The body stands elsewhere in the tree: so do its people. */
  async unsettleOf(organisationId: string): Promise<void> {
    await this.model.collection.updateMany({ organisationId }, { $set: { settled: false }, $inc: { version: 1 } });
  }

  async known(ids: readonly string[]): Promise<Set<string>> {
    const found = await this.model.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }

  private async refuseTakenEmail({ username, email, emailKey }: Account): Promise<void> {
    if ((await this.model.exists({ emailKey })) && !(await this.model.exists({ username }))) {
      throw accountErrors.email_taken({ email });
    }
  }

  private async found(where: Record<string, unknown>, sort: Record<string, 1>, limit: number): Promise<Kept<Account>[]> {
    const found = await this.model.find(where, { outbox: 0 }).sort(sort).limit(limit).lean<Stored<Account>[]>();
    return found.map((stored) => fromStored<Account>(stored));
  }
}

/** Each word begins a word of the person; letters and digits alone need no escaping. */
function searched(search: string): Record<string, unknown>[] {
  const words = wordsOf(search);
  return words.length === 0 ? [{ _id: { $in: [] } }] : words.map((word) => ({ searchWords: { $regex: `^${word}` } }));
}
