import { today } from '@aigaq/directory';
import { Clock } from '@aigaq/kernel';
import { Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ScoresService } from './scores.service.js';

const LOOK_MS = 60_000;

/** Makes all scores anew once a day and at each start: documents expire by themselves. */
@Injectable()
export class DayTurn implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(DayTurn.name);
  private readonly rounds = new Rounds(() => this.turn(), LOOK_MS);
  private done = '';

  constructor(
    private readonly scores: ScoresService,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async turn(): Promise<void> {
    const day = today(this.clock);
    if (day === this.done) {
      return;
    }
    try {
      await this.scores.renewAll();
      this.done = day;
    } catch (error) {
      // The next look tries again.
      this.log.warn(`scores of ${day} were not made: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
