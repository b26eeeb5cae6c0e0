import { randomUUID } from 'node:crypto';
import { dayOf } from '@aigaq/calendar';
import { type Body, Directory, reportsTo } from '@aigaq/directory';
import { Clock } from '@aigaq/kernel';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type DirtyFact, FactsRepository } from './facts.repository.js';
import { RollUpsRepository } from './roll-ups.repository.js';

const PAUSE_MILLISECONDS = 1000;
/** Bodies that are counted together: what somebody did a moment ago waits for one such batch at most, also after a rollout to the whole country. */
const BODIES = 50;
const ROWS = 20_000;
/** Enough to find so many bodies among rows that a rollout wrote subtask by subtask. */
const SAMPLE = 500;

/**
 * Recomputes the numbers of bodies whose rows changed, and of all bodies above them. Nothing is incremented, and rows are
 * cleaned only after the numbers are stored: a crash in between costs a repetition, never a wrong number.
 */
@Injectable()
export class RollUpsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('roll-ups');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAsked = false;
  /** Where somebody acted: counted before what a rollout or the register changed. */
  private readonly first = new Set<string>();
  private isStopped = false;
  private countedOn = '';

  constructor(
    private readonly facts: FactsRepository,
    private readonly rollUps: RollUpsRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.nudge();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Rows changed: count soon, those of the body first. Also called by the timer, for what an earlier process left behind. */
  nudge(organisationId?: string): void {
    if (this.isStopped) {
      return;
    }
    if (organisationId !== undefined) {
      this.first.add(organisationId);
    }
    this.isAsked = true;
    this.running ??= this.work().finally(() => {
      this.running = undefined;
      this.plan();
    });
  }

  private plan(): void {
    clearTimeout(this.timer);
    if (!this.isStopped) {
      this.timer = setTimeout(() => this.nudge(), PAUSE_MILLISECONDS);
    }
  }

  private async work(): Promise<void> {
    try {
      while (this.isAsked && !this.isStopped) {
        this.isAsked = false;
        await this.turnDay();
        while (await this.countBatch());
      }
    } catch (error) {
      this.log.warn(`counting failed and is tried again: ${String(error)}`);
    }
  }

  /** At midnight open assignments become overdue without an event. */
  private async turnDay(): Promise<void> {
    const today = dayOf(this.clock.now());
    if (today !== this.countedOn) {
      await this.facts.markOverdue(this.countedOn, today);
      this.countedOn = today;
    }
  }

  /** @returns whether there may be more */
  private async countBatch(): Promise<boolean> {
    const dirty = await this.facts.dirty(ROWS, await this.nextBodies());
    if (dirty.length === 0) {
      return this.first.size > 0;
    }
    for (const [, rows] of Map.groupBy(dirty, ({ edition, year }) => `${edition}:${year}`)) {
      await this.countYear(rows);
    }
    await this.facts.clean(dirty);
    return true;
  }

  /** With all their rows, so that each is counted once however many of them changed. */
  private async nextBodies(): Promise<string[]> {
    const acted = [...this.first].slice(0, BODIES);
    if (acted.length > 0) {
      acted.forEach((id) => this.first.delete(id));
      return acted;
    }
    const sample = await this.facts.dirty(SAMPLE);
    return [...new Set(sample.map(({ organisationId }) => organisationId))].slice(0, BODIES);
  }

  private async countYear(rows: readonly DirtyFact[]): Promise<void> {
    const { edition, year } = rows[0] as DirtyFact;
    const now = this.clock.now();
    const changed = new Set(rows.map(({ organisationId }) => organisationId));
    const bodies = await this.withThoseAbove(changed);
    await this.markFormerSuperiors(bodies, edition, year);
    for (const body of bodies) {
      const own = changed.has(body.id) ? () => this.facts.numbersOf(body.id, edition, year, dayOf(now)) : undefined;
      await this.rollUps.count({ organisationId: body.id, edition, year, parentId: reportsTo(body) }, own, now);
    }
  }

  /** Under whom a body was counted before it moved is counted anew in the next batch; marked before the body is, in case of a crash. */
  private async markFormerSuperiors(bodies: readonly Body[], edition: string, year: number): Promise<void> {
    const before = await this.rollUps.countedUnder(bodies.map(({ id }) => id), edition, year);
    const former = bodies.flatMap((body) => {
      const superior = before.get(body.id) ?? null;
      return superior === null || superior === reportsTo(body) ? [] : [superior];
    });
    if (former.length > 0) {
      await this.facts.markBodies(former, `moved ${randomUUID()}`);
      this.isAsked = true;
    }
  }

  /** The bodies and all to which they report, the deepest first. */
  private async withThoseAbove(ids: ReadonlySet<string>): Promise<Body[]> {
    const depths = new Map<string, { body: Body; depth: number }>();
    for (const body of await this.directory.bodies([...ids])) {
      const line = [body, ...(await this.directory.reportingLine(body))];
      line.forEach((each, place) => depths.set(each.id, { body: each, depth: line.length - place }));
    }
    return [...depths.values()].sort((a, b) => b.depth - a.depth).map(({ body }) => body);
  }
}
