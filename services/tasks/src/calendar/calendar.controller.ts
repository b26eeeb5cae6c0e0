import { CalendarYearRow, CalendarYearView, DecreeView, ImportDecree } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { calendarYearErrors } from './calendar-year.errors.js';
import { CalendarYearsService } from './calendar-years.service.js';

@ServiceController('tasks/calendar/years')
export class CalendarController {
  constructor(private readonly years: CalendarYearsService) {}

  @Get()
  @Requires('card.read')
  @Answers(CalendarYearRow.array())
  list(): Promise<CalendarYearRow[]> {
    return this.years.list();
  }

  @Get(':year')
  @Requires('card.read')
  @Answers(CalendarYearView)
  @Reads('calendar', 'year')
  view(@Param('year') year: string): Promise<CalendarYearView> {
    return this.years.view(yearIn(year));
  }

  @Post(':year/decree')
  @Requires('calendar.manage')
  @Answers(DecreeView)
  @HttpCode(200)
  decree(@CurrentActor() actor: Actor, @Param('year') year: string, @Body({ schema: ImportDecree }) body: ImportDecree): Promise<DecreeView> {
    return this.years.decree(actor, yearIn(year), body);
  }
}

/** The years of the programme, those of the card's dates. */
function yearIn(text: string): number {
  if (!/^20(2[2-9]|3\d|40)$/.test(text)) {
    throw calendarYearErrors.unknown({ year: text });
  }
  return Number(text);
}
