import { dayOf } from '@aigaq/calendar';
import { Clock } from '@aigaq/kernel';
import { Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AssignmentsRepository } from './assignments.repository.js';
import { RequestsService } from './requests.service.js';

const LOOK_MS = 10_000;
const PAGE = 200;

/** What does not apply until a day is open again after it. */
@Injectable()
export class ExcuseRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ExcuseRounds.name);
  private readonly rounds = new Rounds(() => this.work(), LOOK_MS);

  constructor(
    private readonly stored: AssignmentsRepository,
    private readonly requests: RequestsService,
    private readonly clock: Clock,
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
      const today = dayOf(this.clock.now());
      for (let ended = await this.page(today, []); ended.length > 0 && !this.rounds.isEnding; ended = await this.page(today, ended)) {
        for (const id of ended) {
          await this.requests.end(id);
        }
      }
    } catch (error) {
      // The next look goes on.
      this.log.warn(`what does not apply is ended later: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Nothing when the same ones come again: one that cannot be ended stands in the way of no look after this one. */
  private async page(today: string, before: readonly string[]): Promise<string[]> {
    const found = await this.stored.endedBefore(today, PAGE);
    return found.join() === before.join() ? [] : found;
  }
}
