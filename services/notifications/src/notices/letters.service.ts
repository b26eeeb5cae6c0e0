import { Clock } from '@aigaq/kernel';
import { Mailer } from '@aigaq/mail';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Notice } from './notice.js';
import { NoticesRepository } from './notices.repository.js';

const PAUSE_MILLISECONDS = 5000;
const BATCH = 50;
const SUBJECT = { kk: 'Айғақ: хабарлама', ru: 'Айғақ: уведомление' };

/** Sends notices as letters too. A letter that could not be sent waits for the next round; the id keeps it from arriving twice. */
@Injectable()
export class LettersService implements OnApplicationBootstrap, OnApplicationShutdown {
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

  async onApplicationShutdown(): Promise<void> {
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
      await this.mailer.send(letterOf(notice));
      await this.notices.markMailed(notice.id, this.clock.now());
    }
  }
}

function letterOf({ id, email, locale, text }: Notice) {
  return { to: email, subject: SUBJECT[locale], text: text[locale], messageId: id.replaceAll(':', '.') };
}
