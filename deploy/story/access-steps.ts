import type { Locator } from 'playwright-core';
import { FORMER, invitedTo, officeOf, PRESENT } from './register-steps.js';
import type { Visitor } from './visitor.js';
import type { Visits } from './visits.js';

const OWN_PASSWORD = 'Tek-Ozim-2026';
/** On the name list of what is secret, and on none; see the demonstration. */
const LISTED = 'executor';
const NOT_LISTED = 'executor2';
const SECRET = '2.1.1';
const PURPOSE = 'Тексеру. Проверка.';
const ADMINISTRATOR = 'Сейдахметова';
const COORDINATOR = 'Оспанова';
const DAYS_TO_ANSWER = 15;
/** Whom the coordinator keeps. */
const KEPT = { kk: 'Төлеубаев', ru: 'Ковалёва' };

/** Who gets in, who stays, who sees what is secret, and how an auditor finds it all. Comes after the steps with the register. */
export class AccessSteps {
  constructor(private readonly visits: Visits) {}

  /** The password is shown once; whoever got it changes it at once and is at work. */
  async invitedComes(): Promise<void> {
    const username = invitedTo(this.visits.language);
    const password = await this.temporaryPassword(username);
    await this.visits.as({ username, password, newPassword: `${OWN_PASSWORD}-${this.visits.language}` }, async (invited) => {
      await invited.goTo('/queue');
      await invited.text('queue.title').waitFor();
      await invited.look('queue-of-the-invited');
    });
  }

  administratorBeginsCampaign(): Promise<void> {
    return this.visits.as('admin', async (admin) => {
      await admin.goTo('/recertification');
      await admin.press('recertification.begin.act');
      const dialog = admin.page.getByRole('dialog');
      await dialog.getByLabel(admin.say('recertification.begin.deadline')).fill(dayInKazakhstan(DAYS_TO_ANSWER));
      await admin.page.keyboard.press('Enter');
      await admin.look('recertification-begin');
      await admin.button('recertification.begin.act', dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      await admin.text('recertification.unansweredEnd').waitFor();
    });
  }

  /** Roles are kept by who answers for the body, never by who holds them. */
  async coordinatorAnswers(): Promise<void> {
    await this.visits.as('coordinator', async (coordinator) => {
      const question = (name: string): Locator => coordinator.page.getByRole('listitem').filter({ hasText: name });
      const keep = async (name: string): Promise<void> => {
        await question(name).getByRole('checkbox').check();
        await coordinator.press('recertification.answers.keep');
      };
      const kept = KEPT[this.visits.language];
      await coordinator.comesTo('/recertification', () => question(kept));
      await coordinator.look('recertification');
      await keep(kept);
      await question(kept).waitFor({ state: 'detached' });
      await keep(COORDINATOR);
      await question(COORDINATOR).getByText(coordinator.say('answerRefusals.membership.own_person')).waitFor();
      await coordinator.look('recertification-refused');
    });
  }

  /** Masked for who is on no name list; who is on one says what for. */
  async secretStaysSecret(): Promise<void> {
    const secret = (visitor: Visitor): Locator => visitor.page.getByRole('listitem').filter({ hasText: SECRET });
    await this.visits.as(NOT_LISTED, async (executor) => {
      await executor.goTo('/queue');
      await secret(executor).locator('.is-masked').first().click();
      await executor.text('secrecyPage.notListed').waitFor();
      await executor.look('secret-not-listed');
    });
    await this.visits.as(LISTED, async (executor) => {
      await executor.goTo('/queue');
      await secret(executor).getByRole('link').first().click();
      const purpose = executor.page.getByRole('textbox', { name: executor.say('secrecyPage.purpose') });
      await purpose.waitFor();
      await executor.look('secret-purpose');
      await purpose.fill(PURPOSE);
      await executor.press('secrecyPage.open');
      await executor.page.getByRole('heading', { level: 1, name: executor.say('secrecyPage.masked') }).waitFor({ state: 'detached' });
      await executor.page.locator('.job-code').getByText(SECRET).waitFor();
      await executor.look('secret-opened');
    });
  }

  /** By person and period; what was before and after stands in the details. */
  auditorFinds(): Promise<void> {
    const { language } = this.visits;
    return this.visits.as('auditor', async (auditor) => {
      await auditor.goTo('/audit');
      await auditor.page.getByRole('textbox', { name: auditor.say('audit.person') }).fill(ADMINISTRATOR);
      for (const end of ['audit.from', 'audit.to']) {
        const field = auditor.page.getByRole('search').getByLabel(auditor.say(end));
        await field.fill(dayInKazakhstan());
        await field.press('Enter');
      }
      await auditor.press('audit.find');
      const renaming = auditor.page.getByRole('row').filter({ hasText: officeOf(language) }).filter({ hasText: auditor.part('recorded.OrganisationChanged') }).first();
      await renaming.waitFor();
      await auditor.look('audit-found');
      await renaming.locator('summary').click();
      const change = renaming.getByRole('table').getByRole('row').filter({ hasText: PRESENT[language] });
      await change.filter({ hasText: FORMER[language] }).first().waitFor();
      await auditor.look('audit-details');
    });
  }

  private async temporaryPassword(username: string): Promise<string> {
    let password = '';
    await this.visits.as('coordinator', async (coordinator) => {
      const card = coordinator.page.getByRole('listitem').filter({ hasText: username });
      const isReady = card.filter({ hasNotText: coordinator.part('accounts.waiting') });
      await coordinator.comesTo(`/bodies/${officeOf(this.visits.language)}?tab=accesses`, () => isReady);
      await coordinator.button('accounts.password.act', card).click();
      await coordinator.press('accounts.password.make');
      password = await coordinator.page.locator('.copyable code').innerText();
      await coordinator.look('temporary-password');
      await coordinator.press('accounts.password.seen');
      await coordinator.page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await coordinator.page.getByText(password).count()).toBe(0);
    });
    return password;
  }
}

/** As one types it. */
function dayInKazakhstan(daysFromNow = 0): string {
  const day = new Date(Date.now() + daysFromNow * 86_400_000);
  return new Intl.DateTimeFormat('ru-RU', { timeZone: 'Asia/Almaty', day: '2-digit', month: '2-digit', year: 'numeric' }).format(day);
}
