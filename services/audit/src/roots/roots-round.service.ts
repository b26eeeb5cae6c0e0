import { Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { PublishingService } from './publishing.service.js';
import { SealingService } from './sealing.service.js';

const LOOK_MS = 60_000;

/** Seals ended days, stamps and publishes their roots; what failed is done in the next round. */
@Injectable()
export class RootsRound implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RootsRound.name);
  private readonly rounds = new Rounds(() => this.look(), LOOK_MS);

  constructor(
    private readonly sealing: SealingService,
    private readonly publishing: PublishingService,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** A root is published before its stamp is asked for: an authority that is away holds nothing up. */
  async look(): Promise<void> {
    await this.attempt('days were not sealed', () => this.sealing.sealDue());
    await this.attempt('roots were not published', () => this.publishing.publishDue());
    await this.attempt('roots were not stamped', () => this.publishing.stampDue());
    await this.attempt('stamps were not published', () => this.publishing.publishDue());
  }

  private async attempt(failure: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn(`${failure}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
