import { today } from '@aigaq/directory';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HeadsRepository } from './heads.repository.js';
import { withVacancies } from './vacancy.js';

const LOOK_MS = 60_000;
const AT_ONCE = 200;

/** An order of acting runs out by itself: looks again at the chairs in which something begins or has ended by today. */
@Injectable()
export class VacancyTurn implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(VacancyTurn.name);
  private readonly rounds = new Rounds(() => this.turn(), LOOK_MS);

  constructor(
    private readonly heads: HeadsRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** Every body that was looked at is due later, so that a turn that was broken off goes on where it stopped. */
  async turn(): Promise<void> {
    const day = today(this.clock);
    try {
      let due = await this.heads.due(day, AT_ONCE);
      while (due.length > 0 && !this.rounds.isEnding) {
        for (const id of due) {
          await this.heads.change(SYSTEM, id, (chairs) => withVacancies({ next: chairs, events: [] }, day));
        }
        due = await this.heads.due(day, AT_ONCE);
      }
    } catch (error) {
      // The next look tries again.
      this.log.warn(`vacancies of ${day} were not looked at: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
