import { type Actor, SYSTEM } from '@aigaq/kernel';
import { type Kept, Rounds } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Assignment } from '../assignments/assignment.js';
import { AssignmentsRepository } from '../assignments/assignments.repository.js';
import { EditionsRepository } from '../editions/editions.repository.js';
import { RolloutsRepository } from '../rollouts/rollouts.repository.js';
import { type CalendarYear, calendarOf, currentOf, finishRecount, noteRecount, type Recount, referenceOf, restartRecount } from './calendar-year.js';
import { CalendarYearsRepository } from './calendar-years.repository.js';
import { recountDraft } from './recount-card.js';
import { type RescheduleFacts, rescheduleAssignment, wasMovedBy } from './reschedule.js';
import { WorkingClock } from './working-clock.service.js';

const LOOK_MS = 2_000;
const PAGE = 500;

type Facts = Omit<RescheduleFacts, 'subtask'>;

/**
 * Gives assignments the days of a newer calendar, page by page. Each assignment is moved in one write with its fact, and how far the work is
 * stands in the calendar's year: a killed process is gone on from there, and nothing is moved twice.
 */
@Injectable()
export class RecountsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('calendar');
  private readonly rounds = new Rounds(() => this.round(), LOOK_MS);

  constructor(
    private readonly years: CalendarYearsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly editions: EditionsRepository,
    private readonly rollouts: RolloutsRepository,
    private readonly clock: WorkingClock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  look(): void {
    this.rounds.look();
  }

  private async round(): Promise<void> {
    try {
      const { years } = await this.years.known();
      for (const { year } of years.filter(({ recount }) => recount !== null)) {
        await this.run(year);
      }
    } catch (error) {
      this.log.warn(`dates are counted again later: ${String(error)}`);
    }
  }

  private async run(year: number): Promise<void> {
    const years = await this.years.all();
    const state = years.find((each) => each.year === year);
    if (!state?.recount) {
      return;
    }
    const reference = referenceOf(year, state.recount.version);
    const facts = { calendar: calendarOf(years), reference, by: currentOf(state).importedBy ?? SYSTEM, today: this.clock.today(), now: this.clock.now() };
    await this.moveDrafts(facts);
    if (await this.movePages(state, state.recount, facts)) {
      // A rollout that began with the calendar before goes on with it; what it stores is moved afterwards.
      const isRollingOut = await this.rollouts.isRunningWithout(reference);
      const { version } = state.recount;
      await this.years.note(year, (now) => (isRollingOut ? restartRecount(now, version) : finishRecount(now, version)));
    }
  }

  private async moveDrafts({ calendar, today }: Facts): Promise<void> {
    for (const { id, status } of await this.editions.dated()) {
      if (status === 'draft') {
        await this.editions.put(SYSTEM, id, (edition) => edition && recountDraft(edition, calendar, today));
      }
    }
  }

  /** @returns false when the process ends before all is done */
  private async movePages({ year }: CalendarYear, { version, after }: Recount, facts: Facts): Promise<boolean> {
    for (let last = after; !this.rounds.isEnding; ) {
      const page = await this.assignments.openAfter(last, PAGE);
      const next = page.at(-1)?.id;
      if (next === undefined) {
        return true;
      }
      const moved = await this.movePage(page, facts);
      await this.years.note(year, (state) => noteRecount(state, version, next, moved));
      last = next;
    }
    return false;
  }

  /** Again for those that somebody changed meanwhile, until none is left. @returns how many of the page the calendar moved */
  private async movePage(page: readonly Kept<Assignment>[], facts: Facts): Promise<number> {
    const by: Actor = { ...facts.by, memberships: [] };
    for (let now = page; ; now = await this.assignments.named(page.map(({ id }) => id))) {
      const decided = await Promise.all(now.map(async (state) => ({ state, decision: rescheduleAssignment(state, { ...facts, subtask: await this.editions.subtaskOf(state) }) })));
      const changes = decided.flatMap(({ state, decision }) => (decision ? [{ state, decision }] : []));
      if (changes.length === 0) {
        return now.filter((assignment) => wasMovedBy(assignment, facts.reference)).length;
      }
      await this.assignments.changeAll(by, changes);
    }
  }
}
