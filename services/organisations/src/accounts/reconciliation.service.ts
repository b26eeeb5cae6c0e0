import { IdentityAccounts, type ProvisionedAccount } from '@aigaq/identity';
import { Injectable } from '@nestjs/common';
import { provisionedOf } from './account.js';
import { AccountStatesRepository } from './account-states.repository.js';
import { type Difference, differencesOf, unknownAccount } from './difference.js';

const PAGE = 200;

export interface Found extends Difference {
  isRepaired: boolean;
}

/** Compares all accounts with the identity server; with `repair` brings it to what follows from the memberships. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly accounts: AccountStatesRepository,
    private readonly identity: IdentityAccounts,
  ) {}

  /** Accounts that are known only there are told and left alone. */
  async *run({ repair }: { repair: boolean }): AsyncGenerator<Found> {
    // The two servers need not sort alike, hence by id and not side by side.
    const theirs = await this.theirs();
    for (let after = ''; ; ) {
      const page = await this.accounts.page(after, PAGE);
      for (const account of page) {
        const ours = provisionedOf(account);
        const differences = differencesOf(ours, theirs.get(ours.id));
        theirs.delete(ours.id);
        if (repair && differences.length > 0) {
          await this.identity.put(ours);
        }
        yield* differences.map((difference) => ({ ...difference, isRepaired: repair }));
      }
      after = page.at(-1)?.username ?? '';
      if (page.length < PAGE) {
        break;
      }
    }
    yield* [...theirs.values()].map((account) => ({ ...unknownAccount(account), isRepaired: false }));
  }

  private async theirs(): Promise<Map<string, ProvisionedAccount>> {
    const all = new Map<string, ProvisionedAccount>();
    for (let after: string | undefined; ; ) {
      const { accounts, next } = await this.identity.list(after, PAGE);
      accounts.forEach((account) => all.set(account.id, account));
      if (next === undefined) {
        return all;
      }
      after = next;
    }
  }
}
