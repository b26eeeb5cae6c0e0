import { IdentityAccounts, identityErrors, type ProvisionedAccount } from '@aigaq/identity';

/** The accounts of an identity server that lives in the test. */
export class RecordingAccounts extends IdentityAccounts {
  readonly accounts = new Map<string, ProvisionedAccount>();
  /** Temporary passwords by person. */
  readonly passwords = new Map<string, string>();
  /** How often `put` was called, outages included. */
  puts = 0;
  /** The server cannot be reached. */
  isAway = false;

  put(account: ProvisionedAccount): Promise<void> {
    this.puts += 1;
    return this.answer(() => void this.accounts.set(account.id, structuredClone(account)));
  }

  setTemporaryPassword(id: string, password: string): Promise<void> {
    return this.answer(() => void this.passwords.set(id, password));
  }

  list(after: string | undefined, limit: number): Promise<{ accounts: ProvisionedAccount[]; next: string | undefined }> {
    return this.answer(() => {
      const sorted = [...this.accounts.values()].sort((a, b) => (a.username < b.username ? -1 : 1));
      const following = sorted.filter(({ username }) => after === undefined || username > after);
      const accounts = following.slice(0, limit);
      return { accounts, next: following.length > limit ? accounts.at(-1)?.username : undefined };
    });
  }

  private answer<T>(act: () => T): Promise<T> {
    return this.isAway ? Promise.reject(identityErrors.unavailable()) : Promise.resolve(act());
  }
}
