import { Clock, DomainError } from '@aigaq/kernel';
import { Mailer } from '@aigaq/mail';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Notice } from './notice.js';
import { NoticesRepository } from './notices.repository.js';

const PAUSE_MILLISECONDS = 5000;
const BATCH = 50;
const SUBJECT = { kk: 'Айғақ: хабарлама', ru: 'Айғақ: уведомление' };

/** Sends notices as letters too. A letter that could not be sent waits for the next round; the id keeps it from arriving twice. */
@Injectable()
export class LettersService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('letters');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly notices: NoticesRepository,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.plan();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private plan(): void {
    this.timer = setTimeout(() => {
      this.round = this.sendWaiting()
        .catch((error: unknown) => this.log.warn(`letters wait: ${String(error)}`))
        .finally(() => this.isStopped || this.plan());
    }, PAUSE_MILLISECONDS);
  }

  private async sendWaiting(): Promise<void> {
    for (const notice of await this.notices.waitingForMail(BATCH)) {
      if (this.isStopped) {
        return;
      }
      await this.send(notice);
    }
  }

  /** A letter that is refused for good steps aside; an outage ends the round. */
  private async send(notice: Notice): Promise<void> {
    try {
      await this.mailer.send(letterOf(notice));
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') {
        throw error;
      }
      this.log.warn(`no letter for the notice ${notice.id}: ${error.code}`);
      return this.notices.markRefused(notice.id, error.code);
    }
    await this.notices.markMailed(notice.id, this.clock.now());
  }
}

function letterOf({ id, email, locale, text }: Notice) {
  return { to: email, subject: SUBJECT[locale], text: text[locale], messageId: id.replaceAll(':', '.') };
}
