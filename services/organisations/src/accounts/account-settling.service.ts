import { today } from '@aigaq/directory';
import { isOutage } from '@aigaq/events';
import { IdentityAccounts } from '@aigaq/identity';
import { Clock } from '@aigaq/kernel';
import type { Kept } from '@aigaq/service';
import { Injectable, Logger } from '@nestjs/common';
import { ClearanceEnds } from '../clearances/clearance-ends.service.js';
import type { Membership } from '../memberships/membership.js';
import { type Account, provisionedOf } from './account.js';
import { AccountsRepository } from './accounts.repository.js';
import { Consequences } from './consequences.service.js';

const AWAY_MS = 10_000;
const PAGE = 200;

/**
 * Brings everything in line with what was decided about a person: the first role, the end of all roles, the state of the account, the
 * identity server. Done at once after each act; what a killed process or an outage left is found by the rounds.
 */
@Injectable()
export class AccountSettling {
  private readonly log = new Logger(AccountSettling.name);
  private awayUntil = 0;

  constructor(
    private readonly accounts: AccountsRepository,
    private readonly consequences: Consequences,
    private readonly clearances: ClearanceEnds,
    private readonly identity: IdentityAccounts,
    private readonly clock: Clock,
  ) {}

  /** @returns the account as it is then; it may be unsettled while the identity server is away */
  async settle(personId: string): Promise<Kept<Account> | undefined> {
    const { account, held } = await this.consequences.draw(personId);
    await this.clearances.endFallen(personId, held);
    await this.consequences.close(held);
    return account && !account.settled ? this.push(account) : account;
  }

  /** The giver's side of a role that was just received. */
  async handOver(received: Membership): Promise<void> {
    await this.consequences.finishHandover(received);
    await this.settle(received.receivedFrom?.personId ?? '');
  }

  /** Everybody for whom something is left to do. */
  async settleAll(isEnding: () => boolean): Promise<void> {
    this.awayUntil = 0;
    await this.consequences.finishHandovers();
    for (const personId of await this.consequences.peopleWithLoosePapers(today(this.clock))) {
      await this.attempt(personId);
    }
    for (let after = ''; !isEnding(); ) {
      const page = await this.accounts.unsettledAfter(after, PAGE);
      for (const { id } of page) {
        await this.attempt(id);
      }
      after = page.at(-1)?.id ?? '';
      if (page.length < PAGE) {
        return;
      }
    }
  }

  /** One person for whom it fails stands in nobody's way. */
  private async attempt(personId: string): Promise<void> {
    try {
      await this.settle(personId);
    } catch (error) {
      if (isOutage(error)) {
        throw error;
      }
      this.log.warn(`account ${personId} is not settled: ${String(error)}`);
    }
  }

  /** Again until the state that was sent is the state that is kept: another process may have sent an older one meanwhile. */
  private async push(account: Kept<Account>): Promise<Kept<Account>> {
    let state = account;
    while (performance.now() >= this.awayUntil) {
      if (!(await this.isSent(state))) {
        return state;
      }
      if (await this.accounts.markSettled(state)) {
        return { ...state, settled: true, version: state.version + 1 };
      }
      state = (await this.accounts.find(state.id)) ?? state;
    }
    return state;
  }

  private async isSent(account: Account): Promise<boolean> {
    try {
      await this.identity.put(provisionedOf(account));
      return true;
    } catch (error) {
      if (isOutage(error)) {
        this.awayUntil = performance.now() + AWAY_MS;
      } else {
        this.log.warn(`the identity server did not take account ${account.id}: ${String(error)}`);
      }
      return false;
    }
  }
}

