import { dayOf } from '@aigaq/calendar';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { type Kept, Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { BodiesRepository } from './bodies.repository.js';
import { settleBody } from './body-changes.js';
import type { Body } from './body.js';
import { RegisterTurn } from './register-turn.repository.js';

const LOOK_MS = 5_000;

/**
 * Brings into force what was decided for a later day, and lets what stands below a body follow it when it moved. The mark on the
 * moved body is part of the write that moved it and goes when all below has followed, so a killed process leaves nothing behind.
 */
@Injectable()
export class Settling implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Settling.name);
  private readonly rounds = new Rounds(() => this.round(), LOOK_MS);

  constructor(
    private readonly bodies: BodiesRepository,
    private readonly turn: RegisterTurn,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** For those whose turn it is to change the register: they wait for it, but what fails is done by the next round. */
  async settle(): Promise<void> {
    try {
      for (let moved = await this.bodies.unsettled(); moved.length > 0; moved = await this.bodies.unsettled()) {
        for (const body of moved) {
          await this.place(await this.bodies.following(body.id));
          await this.bodies.markSettled(body);
        }
      }
    } catch (error) {
      this.log.warn(`what stands below a moved body follows later: ${String(error)}`);
    }
  }

  private async round(): Promise<void> {
    try {
      if (await this.isNeeded()) {
        await this.turn.during(async () => {
          await this.place(await this.bodies.turning(this.today()));
          await this.settle();
        });
      }
    } catch (error) {
      this.log.warn(`the register is settled later: ${String(error)}`);
    }
  }

  private async isNeeded(): Promise<boolean> {
    const [turning, unsettled] = await Promise.all([this.bodies.turning(this.today()), this.bodies.unsettled()]);
    return turning.length + unsettled.length > 0;
  }

  /** Those that are in their place already are not written again. */
  private async place(bodies: readonly Kept<Body>[]): Promise<void> {
    const today = this.today();
    const known = await this.bodies.withThoseAbove(bodies.map(({ id }) => id), today);
    const changes = bodies.flatMap((state) => {
      const decision = settleBody(state, { known, today });
      return decision ? [{ state, decision }] : [];
    });
    await this.bodies.changeAll(SYSTEM, changes);
  }

  private today(): string {
    return dayOf(this.clock.now());
  }
}
