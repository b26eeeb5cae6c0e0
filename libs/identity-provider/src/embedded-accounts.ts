import { IdentityAccounts, identityErrors, type ProvisionedAccount } from '@aigaq/identity';
import { KeptRecords } from './kept-records.js';
import { hashed, isSame, type KeptPassword, satisfiesPolicy } from './passwords.js';
import { accountOf, type Person } from './person.js';

interface Kept {
  account: ProvisionedAccount;
  /** Without it the person has the common password of the demonstration. */
  password?: KeptPassword & { temporary: boolean };
}

export interface AccountsOptions {
  /** Those of the demonstration; what is kept about them goes first. */
  people: readonly Person[];
  /** One for all of them who have none of their own. */
  password: string;
  folder: string;
  endSessionsOf(accountId: string): Promise<void>;
}

export type Answer = 'wrong' | 'temporary' | 'right';

/** The accounts of the embedded identity server: people of the demonstration, and whoever was invited. */
export class EmbeddedAccounts extends IdentityAccounts {
  private readonly demonstration: ReadonlyMap<string, Kept>;

  private constructor(
    private readonly options: AccountsOptions,
    private readonly records: KeptRecords<Kept>,
    private readonly common: KeptPassword,
  ) {
    super();
    this.demonstration = new Map(options.people.map((person) => [person.id, { account: accountOf(person) }]));
  }

  static async open(options: AccountsOptions): Promise<EmbeddedAccounts> {
    return new EmbeddedAccounts(options, await KeptRecords.open<Kept>(options.folder, 'Account'), await hashed(options.password));
  }

  async put(account: ProvisionedAccount): Promise<void> {
    const others = this.all().filter(({ id }) => id !== account.id);
    const [username, email] = [account.username.toLowerCase(), account.email.toLowerCase()];
    if (others.some((other) => other.username === username || other.email.toLowerCase() === email)) {
      throw identityErrors.name_taken({ username });
    }
    const { password } = this.kept(account.id) ?? {};
    await this.records.set(account.id, { account: { ...account, username }, ...(password && { password }) });
    if (!account.enabled) {
      await this.options.endSessionsOf(account.id);
    }
  }

  setTemporaryPassword(id: string, password: string): Promise<void> {
    return this.setPassword(id, password, true);
  }

  /** The person's own, which he keeps. */
  setOwnPassword(id: string, password: string): Promise<void> {
    return this.setPassword(id, password, false);
  }

  list(after: string | undefined, limit: number): Promise<{ accounts: ProvisionedAccount[]; next: string | undefined }> {
    const rest = this.all().filter(({ username }) => after === undefined || username > after);
    const accounts = rest.sort((one, other) => (one.username < other.username ? -1 : 1)).slice(0, limit);
    return Promise.resolve({ accounts, next: accounts.length < limit ? undefined : accounts.at(-1)?.username });
  }

  /** Who may sign in; undefined when there is no such account, or no longer. */
  active(id: string): ProvisionedAccount | undefined {
    const account = this.kept(id)?.account;
    return account?.enabled === true ? account : undefined;
  }

  activeByName(username: string): ProvisionedAccount | undefined {
    return this.all().find((account) => account.enabled && account.username === username.toLowerCase());
  }

  /** Takes the same time whether there is such an account or not. */
  async check(account: ProvisionedAccount | undefined, password: string): Promise<Answer> {
    const id = account?.id ?? '';
    const own = this.kept(id)?.password;
    const isRight = await isSame(password, own ?? this.common);
    // The common password is only for the people of the demonstration.
    if (!isRight || (own === undefined && !this.demonstration.has(id))) {
      return 'wrong';
    }
    return own?.temporary ? 'temporary' : 'right';
  }

  private async setPassword(id: string, password: string, temporary: boolean): Promise<void> {
    const kept = this.kept(id);
    if (kept === undefined) {
      throw identityErrors.unknown_account();
    }
    if (!satisfiesPolicy(password, kept.account)) {
      throw identityErrors.weak_password();
    }
    await this.records.set(id, { ...kept, password: { ...(await hashed(password)), temporary } });
  }

  private kept(id: string): Kept | undefined {
    return this.records.get(id) ?? this.demonstration.get(id);
  }

  private all(): ProvisionedAccount[] {
    const ids = new Set([...this.demonstration.keys(), ...this.records.ids()]);
    return [...ids].flatMap((id) => this.kept(id)?.account ?? []);
  }
}
