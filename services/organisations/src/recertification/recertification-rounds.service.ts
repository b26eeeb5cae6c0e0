import { today } from '@aigaq/directory';
import { isOutage } from '@aigaq/events';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { type Kept, Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Asking } from './asking.service.js';
import { Lapsing } from './lapsing.service.js';
import { QuestionsRepository } from './questions.repository.js';
import { type Question, type Recertification, remind } from './recertification.js';
import { RecertificationsRepository } from './recertifications.repository.js';

const LOOK_MS = 5_000;
const PAGE = 200;

/** Makes the questions of a campaign, reminds, and closes it after its deadline; goes on where a killed process stopped. */
@Injectable()
export class RecertificationRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RecertificationRounds.name);
  private readonly rounds = new Rounds(() => this.work(), LOOK_MS);

  constructor(
    private readonly campaigns: RecertificationsRepository,
    private readonly questions: QuestionsRepository,
    private readonly asking: Asking,
    private readonly lapsing: Lapsing,
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
      await this.each((after) => this.questions.undoneAfter(after, PAGE), (question) => this.lapsing.finish(question));
      for (const campaign of await this.campaigns.open()) {
        await this.advance(campaign);
      }
    } catch (error) {
      // The next look goes on.
      this.log.warn(`campaigns do not go on now: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async advance(campaign: Kept<Recertification>): Promise<void> {
    const { id, deadline } = campaign;
    const day = today(this.clock);
    if (!campaign.isAsked && !(await this.asking.ask(campaign, () => this.rounds.isEnding))) {
      return;
    }
    await this.campaigns.change(SYSTEM, id, (now) => remind(now, day));
    if (day > deadline && (await this.each((after) => this.questions.unansweredAfter(id, after, PAGE), (question) => this.lapsing.lapse(question)))) {
      await this.campaigns.change(SYSTEM, id, (now) => ({ next: { ...now, status: 'closed' }, events: [] }));
    }
  }

  /**
   * One question for which it fails stands in nobody's way.
   * @returns true when it was done for all of them
   */
  private async each(page: (after: string) => Promise<Kept<Question>[]>, act: (question: Kept<Question>) => Promise<void>): Promise<boolean> {
    let failed = 0;
    for (let after = ''; !this.rounds.isEnding; ) {
      const found = await page(after);
      for (const question of found) {
        failed += (await this.isDone(question, act)) ? 0 : 1;
      }
      after = found.at(-1)?.id ?? '';
      if (found.length < PAGE) {
        return failed === 0;
      }
    }
    return false;
  }

  private async isDone(question: Kept<Question>, act: (question: Kept<Question>) => Promise<void>): Promise<boolean> {
    try {
      await act(question);
      return true;
    } catch (error) {
      if (isOutage(error)) {
        throw error;
      }
      this.log.warn(`question ${question.id}: ${String(error)}`);
      return false;
    }
  }
}
