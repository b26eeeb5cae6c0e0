import type { CalendarYearRow, CalendarYearView, DecreeView, ImportDecree, MovedDates } from '@aigaq/api';
import { authorise, under } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { AssignmentsRepository } from '../assignments/assignments.repository.js';
import { EditionsRepository } from '../editions/editions.repository.js';
import { calendarYearErrors } from './calendar-year.errors.js';
import { type CalendarYear, calendarOf, currentOf, importDecree } from './calendar-year.js';
import { calendarYearRow, calendarYearView, decreeView } from './calendar-year.view.js';
import { CalendarYearsRepository } from './calendar-years.repository.js';
import { movedDates, movedOfCard } from './recount-card.js';
import { recount } from './recount.js';
import { RecountsService } from './recounts.service.js';
import { WorkingClock } from './working-clock.service.js';

@Injectable()
export class CalendarYearsService {
  constructor(
    private readonly years: CalendarYearsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly editions: EditionsRepository,
    private readonly recounts: RecountsService,
    private readonly clock: WorkingClock,
  ) {}

  async list(): Promise<CalendarYearRow[]> {
    return (await this.years.all()).map(calendarYearRow);
  }

  async view(year: number): Promise<CalendarYearView> {
    const found = (await this.years.all()).find((state) => state.year === year);
    if (!found) {
      throw calendarYearErrors.unknown({ year });
    }
    return calendarYearView(found);
  }

  /** Says what a decree moves and, unless it is a dry run, stores it; the dates follow in the background. */
  async decree(actor: Actor, year: number, { dryRun, ...decree }: ImportDecree): Promise<DecreeView> {
    authorise(actor, 'calendar.manage');
    const years = await this.years.all();
    const state = years.find((each) => each.year === year);
    const decide = (now: CalendarYear | undefined) => importDecree(now, { ...decree, year }, actor, this.clock.now());
    const decision = decide(state);
    const moved = decision ? await this.movedBy([...years.filter((each) => each !== state), decision.next]) : [];
    if (!dryRun && decision) {
      await this.years.put(under(actor, 'calendar.manage'), year, decide);
      this.recounts.look();
    }
    return decreeView(state && currentOf(state), decision && currentOf(decision.next), moved, { year, dryRun });
  }

  /** Every date that moves with these years. */
  private async movedBy(years: readonly CalendarYear[]): Promise<MovedDates[]> {
    const calendar = calendarOf(years);
    const today = this.clock.today();
    const ofCards = (await this.editions.dated()).flatMap((edition) => movedOfCard(edition, calendar, today));
    const groups = await this.assignments.openGroups();
    const ofAssignments = groups.flatMap(({ edition, subtask, period, count, clocks }) =>
      movedDates({ of: 'assignments', edition, subtask, period, count }, clocks, recount(clocks, calendar, today)),
    );
    return [...ofAssignments, ...ofCards];
  }
}
