import type { Visitor } from './visitor.js';
import type { Visits } from './visits.js';

const DAY_MILLISECONDS = 86_400_000;
const DAYS_AHEAD = 30;
const DAYS_LONG = 25;
const DAYS_MOVED = 7;
const OBJECT = { kk: 'Жер қатынастары бөлімі', ru: 'Отдел земельных отношений' } as const;
const REASON = 'Бұйрық № 12. Приказ № 12.';
const LINK = 'https://auliekol.example/news/1';
const REGION = '/risk-pictures/kostanay';

/** A district plans an analysis, sees what follows, moves it and records a step; the region and the country see the picture of risks. */
export class AnalysisSteps {
  private path = '';

  constructor(private readonly visits: Visits) {}

  executorPlans(): Promise<void> {
    return this.visits.as('executor', async (executor) => {
      await executor.goTo('/analyses');
      await executor.look('analyses');
      await executor.page.getByRole('link', { name: executor.say('analyses.plan') }).click();
      await executor.page.getByRole('heading', { level: 1, name: executor.say('analyses.plan') }).waitFor();
      await executor.look('analysis-new');
      await executor.page.getByRole('textbox', { name: executor.say('analyses.object') }).fill(OBJECT[this.visits.language]);
      await this.fillDays(executor, DAYS_AHEAD, DAYS_AHEAD + DAYS_LONG);
      await executor.page.getByRole('region', { name: executor.say('analyses.following') }).getByRole('table').waitFor();
      await executor.look('analysis-draft');
      await executor.press('analyses.planAct');
      await executor.page.waitForURL(/\/analyses\/akimat/);
      this.path = new URL(executor.page.url()).pathname;
      await executor.text('analyses.timeline').waitFor();
      await executor.look('analysis-planned');
    });
  }

  coordinatorMoves(): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo(this.path);
      await coordinator.press('analyses.replan.open');
      const dialog = coordinator.page.getByRole('dialog');
      await dialog.waitFor();
      await this.fillDays(coordinator, DAYS_AHEAD + DAYS_MOVED, DAYS_AHEAD + DAYS_LONG + DAYS_MOVED);
      await dialog.getByRole('textbox', { name: coordinator.say('bodies.reason') }).fill(REASON);
      await dialog.getByRole('table').waitFor();
      await coordinator.look('analysis-replan');
      await coordinator.button('analyses.replan.act', dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      await coordinator.page.getByText(REASON).waitFor();
      await coordinator.look('analysis-moved');
    });
  }

  executorRecords(): Promise<void> {
    return this.visits.as('executor', async (executor) => {
      await executor.goTo(this.path);
      await executor.page.locator('.timeline-step').first().getByRole('button', { name: executor.ends('analyses.record.act') }).click();
      const dialog = executor.page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: executor.say('analyses.record.link') }).fill(LINK);
      await executor.look('analysis-record');
      await executor.button('analyses.record.act', dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      await executor.page.locator('.timeline-step.is-on-time').waitFor();
      await executor.look('analysis-announced');
      await executor.goTo(`${this.path}/positions`);
      await executor.look('analysis-positions');
    });
  }

  everybodySeesThePicture(): Promise<void> {
    return this.visits.as('department', async (department) => {
      await department.goTo('/risk-pictures');
      await department.look('risk-pictures');
      await department.goTo(REGION);
      await department.page.getByRole('button', { name: department.ends('pictures.update.act') }).click();
      const dialog = department.page.getByRole('dialog');
      await department.button('pictures.addEntry', dialog).click();
      await dialog.getByRole('textbox', { name: department.say('positions.risk') }).last().fill('Бір көзден сатып алу. Закупки из одного источника.');
      await dialog.getByRole('combobox', { name: department.say('pictures.source') }).last().click();
      await department.page.keyboard.press('ArrowDown');
      await department.page.keyboard.press('Enter');
      await dialog.getByRole('textbox', { name: department.say('pictures.note') }).fill(REASON);
      await department.look('risk-picture-update');
      await department.button('pictures.update.act', dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      await department.page.getByText('Закупки из одного источника').first().waitFor();
      await department.look('risk-picture');
    });
  }

  private async fillDays(visitor: Visitor, start: number, end: number): Promise<void> {
    for (const [key, days] of [['analyses.start', start], ['analyses.end', end]] as const) {
      const field = visitor.page.getByLabel(visitor.say(key));
      await field.fill(dayFromNow(days));
      await field.press('Enter');
    }
  }
}

/** As one types it. */
function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * DAY_MILLISECONDS);
  return new Intl.DateTimeFormat('ru-RU', { timeZone: 'Asia/Almaty', day: '2-digit', month: '2-digit', year: 'numeric' }).format(day);
}
