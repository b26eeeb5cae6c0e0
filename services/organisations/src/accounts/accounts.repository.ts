import type { AccountStatus } from '@aigaq/api';
import { type Act, covers, rootsFor, scopeFilter } from '@aigaq/identity';
import type { Actor, Decision } from '@aigaq/kernel';
import { Aggregates, CHANGED_AT, type Decided, Followed, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import { OrderedIndex } from '../ordered-index.js';
import { accountErrors } from './account.errors.js';
import type { Account } from './account.js';

export interface AccountsWanted {
  organisationId?: string | undefined;
  search?: string | undefined;
  status?: AccountStatus | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What is shown of people, and what decides to whom. */
export type ShownAccount = Pick<
  Account,
  'id' | 'username' | 'firstName' | 'lastName' | 'email' | 'status' | 'settled' | 'homeOrganisationId' | 'organisationId' | 'scope' | 'searchWords' | 'sortKey'
>;

/** What people look at comes from memory, which follows the database within a second or two; what rules decide upon from the database. */
@Injectable()
export class AccountsRepository implements OnModuleInit, BeforeApplicationShutdown {
  private readonly accounts: Aggregates<Account>;
  private readonly memory: Followed<Stored<Account>, ShownAccount>;
  private ordered: { revision: number; index: OrderedIndex<ShownAccount> } | undefined;

  constructor(
    @InjectModel('Account', 'organisations') private readonly model: Model<Stored<Account>>,
    private readonly relay: OutboxRelay,
  ) {
    this.accounts = new Aggregates<Account>(model, relay);
    this.memory = new Followed(model, (stored) => shownOf(fromStored<Account>(stored)), { areAlike });
  }

  /** No request before the indexes are there: they alone keep a user name from being given twice. */
  async onModuleInit(): Promise<void> {
    await this.model.init();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.memory.end();
  }

  /** @throws `account.username_taken`, `account.email_taken` */
  async create(actor: Actor, decision: Decision<Account>): Promise<Kept<Account>> {
    const { username } = decision.next;
    try {
      return this.kept(await this.accounts.create(actor, decision, () => accountErrors.username_taken({ username })));
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
    await this.memory.refresh();
  }

  async change(actor: Actor, id: string, decide: (account: Kept<Account>) => Decided<Account>): Promise<Kept<Account>> {
    return this.kept(await this.accounts.change(actor, id, decide, { notFound: () => accountErrors.not_found({ personId: id }) }));
  }

  /** A person whom the actor may see under this act, for rules: as the database has it. */
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

  /** A person, for those who only look. */
  async show(actor: Actor, id: string): Promise<ShownAccount | undefined> {
    return (await this.index()).find(id, { sees: seenBy(actor) });
  }

  /** People whom the actor may see, by name; one more than asked for when there are more. */
  async page(actor: Actor, { organisationId, status, ...wanted }: AccountsWanted): Promise<ShownAccount[]> {
    const fits = (account: ShownAccount) =>
      (organisationId === undefined || account.organisationId.includes(organisationId)) && (status === undefined || account.status === status);
    // Who is wanted of one body is among those in its scope.
    const roots = organisationId === undefined ? rootsFor(actor, 'accounts.read') : [organisationId];
    return (await this.index()).page({ roots, sees: seenBy(actor) }, wanted, fits);
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
    const written = await this.model.collection.updateOne({ _id: id as never, version }, marked(true));
    return written.modifiedCount > 0;
  }

  /** The body stands elsewhere in the tree: so do its people. */
  async unsettleOf(organisationId: string): Promise<void> {
    await this.model.collection.updateMany({ organisationId }, marked(false));
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

  private kept(account: Kept<Account>): Kept<Account> {
    this.memory.put(account.id, account.version, shownOf(account));
    return account;
  }

  private async index(): Promise<OrderedIndex<ShownAccount>> {
    const all = await this.memory.all();
    if (this.ordered?.revision !== this.memory.revision) {
      this.ordered = { revision: this.memory.revision, index: new OrderedIndex(all, ({ sortKey }) => sortKey) };
    }
    return this.ordered.index;
  }

  private async found(where: Record<string, unknown>, sort: Record<string, 1>, limit: number): Promise<Kept<Account>[]> {
    const found = await this.model.find(where, { outbox: 0 }).sort(sort).limit(limit).lean<Stored<Account>[]>();
    return found.map((stored) => fromStored<Account>(stored));
  }
}

const marked = (settled: boolean) => ({ $set: { settled, [CHANGED_AT]: new Date() }, $inc: { version: 1 } });

function shownOf({ id, username, firstName, lastName, email, status, settled, homeOrganisationId, ...lists }: Account): ShownAccount {
  const { organisationId, scope, searchWords, sortKey } = lists;
  return { id, username, firstName, lastName, email, status, settled, homeOrganisationId, organisationId, scope, searchWords, sortKey };
}

/** Somebody who signed in today stands where he stood. */
function areAlike(before: ShownAccount, after: ShownAccount): boolean {
  const placeOf = ({ sortKey, scope, searchWords }: ShownAccount) => [sortKey, ...scope, '', ...searchWords].join('\n');
  return placeOf(before) === placeOf(after);
}

/** A person is seen in each body in which he works or worked. */
function seenBy(actor: Actor): (account: ShownAccount) => boolean {
  return ({ organisationId, scope }) => organisationId.some((id) => covers(actor, 'accounts.read', { organisationId: id, scope }));
}
