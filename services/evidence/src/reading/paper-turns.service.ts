import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CHECKS_AT_ONCE, Turns } from './turns.js';

/** Papers often come one after the other: so long after a verdict the next one finds nothing in its way. */
const QUIET_MS = 2_000;

/** Who of the worker may use the reader: a verdict, for which somebody waits, goes before everything else. */
@Injectable()
export class PaperTurns {
  private readonly turns = new Turns(CHECKS_AT_ONCE);
  private verdicts = 0;
  private lastVerdict = -QUIET_MS;

  async verdict<T>(task: () => Promise<T>): Promise<T> {
    this.verdicts += 1;
    try {
      return await this.turns.take(task);
    } finally {
      this.verdicts -= 1;
      this.lastVerdict = performance.now();
    }
  }

  /** For short pieces of work that can wait: in between verdicts are let in. */
  async patient<T>(task: () => Promise<T>): Promise<T> {
    while (this.verdicts > 0 || performance.now() - this.lastVerdict < QUIET_MS) {
      await pause(QUIET_MS / 4);
    }
    return this.turns.take(task, { isPatient: true });
  }
}
