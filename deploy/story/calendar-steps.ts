import type { Visitor } from './visitor.js';
import type { Visits } from './visits.js';

/** A year in which no other step has dates, and for each language a decree of its own. */
const YEAR = 2027;
const MOVES = { kk: { workingDay: '09.01.2027', dayOff: '08.01.2027' }, ru: { workingDay: '13.02.2027', dayOff: '12.02.2027' } };

/** The working-day calendar as people use it. */
export class CalendarSteps {
  constructor(private readonly visits: Visits) {}

  /** Everybody reads it; the forecast says that it is one. */
  executorReads(): Promise<void> {
    return this.visits.as('executor', async (executor) => {
      await executor.goTo(`/calendar/${YEAR}`);
      await executor.page.locator('.calendar-month').first().waitFor();
      await executor.text('calendar.forecastMeans').waitFor();
      await executor.look('calendar');
    });
  }

  /** The decree says which dates would move before it becomes the next version. */
  administratorGivesDecree(): Promise<void> {
    return this.visits.as('admin', async (admin) => {
      const { workingDay, dayOff } = MOVES[this.visits.language];
      await admin.goTo(`/calendar/${YEAR}/decree`);
      await admin.page.getByRole('textbox', { name: admin.say('calendar.decree.source') }).fill(`№ 1, ${this.visits.language}`);
      await admin.press('calendar.decree.add');
      await this.fillDay(admin, 'calendar.decree.workingDay', workingDay);
      await this.fillDay(admin, 'calendar.decree.dayOff', dayOff);
      await admin.press('calendar.decree.check');
      await admin.text('calendar.decree.counted').waitFor();
      await admin.look('calendar-decree');
      await admin.pressAndConfirm('calendar.decree.store');
      await admin.text('calendar.decree.stored').waitFor();
      await admin.goTo(`/calendar/${YEAR}`);
      await admin.page.getByText(`№ 1, ${this.visits.language}`).waitFor();
      await admin.look('calendar-versions');
    });
  }

  /** Of the move that was added last. */
  private async fillDay(visitor: Visitor, key: string, day: string): Promise<void> {
    const field = visitor.page.getByRole('textbox', { name: visitor.say(key) }).last();
    await field.fill(day);
    await field.press('Enter');
  }
}
