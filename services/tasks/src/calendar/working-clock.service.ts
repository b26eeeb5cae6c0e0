import { type Day, dayOf, type WorkingCalendar } from '@aigaq/calendar';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { loadCalendar } from '@aigaq/reference';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { calendarOf, seedYear } from './calendar-year.js';
import { CalendarYearsRepository } from './calendar-years.repository.js';

/** What time it is, and which days are worked: the calendar of the newest versions. */
@Injectable()
export class WorkingClock implements OnModuleInit {
  private kept: { revision: number; calendar: WorkingCalendar } | undefined;

  constructor(
    private readonly years: CalendarYearsRepository,
    private readonly clock: Clock,
  ) {}

  /** Years that the product brings along and the database does not have; before anything counts with them. */
  async onModuleInit(): Promise<void> {
    for (const reference of loadCalendar()) {
      await this.years.put(SYSTEM, reference.year, (state) => seedYear(state, reference, this.now()));
    }
  }

  now(): Date {
    return this.clock.now();
  }

  today(): Day {
    return dayOf(this.now());
  }

  /** For what is shown; another process's decree is seen within a second. */
  async calendar(): Promise<WorkingCalendar> {
    const { years, revision } = await this.years.known();
    if (this.kept?.revision !== revision) {
      this.kept = { revision, calendar: calendarOf(years) };
    }
    return this.kept.calendar;
  }

  /** For what is stored: as the database has it now. */
  async calendarNow(): Promise<WorkingCalendar> {
    return calendarOf(await this.years.all());
  }
}
