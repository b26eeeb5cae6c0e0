import { randomUUID } from 'node:crypto';
import { isOutage } from '@aigaq/events';
import { Rounds } from '@aigaq/service';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PaperUnreadable } from '../reading/reading.errors.js';
import { CopiesRepository } from './copies.repository.js';
import type { CopyJob } from './copy-job.js';
import { CopyMakingService } from './copy-making.service.js';

const LOOK_MS = 2_000;
const HOLD_MS = 10_000;
const OUTAGE_MS = 15_000;
const RETRY_MS = 5_000;
const MOST_TRIES = 5;

/** Takes the work on copies, one paper at a time, and holds it while it lasts; what somebody left who fell is taken again. */
@Injectable()
export class CopyingService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(CopyingService.name);
  private readonly holder = randomUUID();
  private readonly rounds = new Rounds(() => this.workOff(), LOOK_MS);

  constructor(
    private readonly copies: CopiesRepository,
    private readonly making: CopyMakingService,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  async onModuleDestroy(): Promise<void> {
    const ended = this.rounds.end();
    this.making.stop();
    await ended;
  }

  private async workOff(): Promise<void> {
    try {
      for (let job = await this.claim(); job; job = await this.claim()) {
        await this.work(job);
      }
    } catch (error) {
      this.log.warn(`copies of papers are not made now: ${String(error)}`);
    }
  }

  private async claim(): Promise<CopyJob | undefined> {
    return this.rounds.isEnding ? undefined : this.copies.claim(this.holder);
  }

  private async work(job: CopyJob): Promise<void> {
    const held = setInterval(() => void this.copies.hold(job.id, this.holder).catch(() => undefined), HOLD_MS);
    try {
      await this.making.make(job.id);
      await this.copies.finish(job.id, this.holder, 'ready');
    } catch (error) {
      await this.giveBack(job, error);
    } finally {
      clearInterval(held);
    }
  }

  private async giveBack({ id, tries }: CopyJob, error: unknown): Promise<void> {
    if (this.rounds.isEnding || isOutage(error)) {
      await this.copies.release(id, this.holder, { afterMs: this.rounds.isEnding ? 0 : OUTAGE_MS, isCounted: false });
      return;
    }
    this.log.warn(`no copy of evidence ${id}: ${String(error)}`);
    if (error instanceof PaperUnreadable || tries >= MOST_TRIES) {
      await this.copies.finish(id, this.holder, 'impossible');
    } else {
      await this.copies.release(id, this.holder, { afterMs: RETRY_MS, isCounted: true });
    }
  }
}
