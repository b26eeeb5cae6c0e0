import { Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AccountSettling } from './account-settling.service.js';

const LOOK_MS = 5_000;

/** Finishes what an act began and a killed process or an outage left; so a deactivated person is out within seconds whatever happens. */
@Injectable()
export class AccountRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(AccountRounds.name);
  private readonly rounds = new Rounds(() => this.work(), LOOK_MS);

  constructor(private readonly settling: AccountSettling) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async work(): Promise<void> {
    try {
      await this.settling.settleAll(() => this.rounds.isEnding);
    } catch (error) {
      // The next look goes on.
      this.log.warn(`accounts are not settled now: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
