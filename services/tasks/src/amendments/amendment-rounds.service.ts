import { Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { EditionsRepository } from '../editions/editions.repository.js';
import { Announcing } from './announcing.service.js';

const LOOK_MS = 5_000;

/** After an amendment is published those whom it concerns are asked to take note of it; goes on where a killed process stopped. */
@Injectable()
export class AmendmentRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(AmendmentRounds.name);
  private readonly rounds = new Rounds(() => this.work(), LOOK_MS);

  constructor(
    private readonly editions: EditionsRepository,
    private readonly announcing: Announcing,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  /** There is work now. */
  look(): void {
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async work(): Promise<void> {
    try {
      for (const version of await this.editions.amendments()) {
        await this.announcing.announce(version, () => this.rounds.isEnding);
      }
    } catch (error) {
      // The next look goes on.
      this.log.warn(`amendments are not announced now: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
