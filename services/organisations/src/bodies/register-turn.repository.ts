import { setTimeout as pause } from 'node:timers/promises';
import { Lease } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { registerErrors } from './body.errors.js';

const WAIT_MS = 20_000;
const PAUSE_MS = 100;
const RENEW_MS = 1_500;

/**
 * Who changes the register. Circles, closings and imports are judged by many bodies at once, so only one changes them at a time,
 * among all processes; an administrator's acts are rare, so nobody waits long.
 */
@Injectable()
export class RegisterTurn {
  private readonly lease: Lease;
  private last: Promise<unknown> = Promise.resolve();

  constructor(@InjectConnection('organisations') connection: Connection) {
    this.lease = new Lease(connection, 'register');
  }

  /** Does the work when nobody else is at it. @throws register.busy when others took too long */
  during<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(() => this.held(work));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async held<T>(work: () => Promise<T>): Promise<T> {
    await this.take();
    // A renewal that fails is tried again before the lease ends.
    const renewal = setInterval(() => void this.lease.take().catch(() => false), RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      await this.lease.release();
    }
  }

  private async take(): Promise<void> {
    for (const end = Date.now() + WAIT_MS; !(await this.lease.take()); ) {
      if (Date.now() > end) {
        throw registerErrors.busy();
      }
      await pause(PAUSE_MS);
    }
  }
}
