import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { DISTRICT, REGION } from './papers.js';
import type { Visitor } from './visitor.js';
import type { Visits } from './visits.js';
import type { Language } from './words.js';

const REGION_NAME = { kk: 'Қостанай облысының әкімдігі', ru: 'Акимат Костанайской области' };
const DISTRICT_WORD = 'Әулиекөл';
export const FORMER = { kk: 'Сынақ басқармасы', ru: 'Пробное управление' };
export const PRESENT = { kk: 'Үлгі басқармасы', ru: 'Образцовое управление' };

/** A body of its own for each language, so that no other step sees what is done with it. */
export const officeOf = (language: Language): string => `story-office-${language}`;

/** Who is invited there. */
export const invitedTo = (language: Language): string => `b.omarov.${language}`;

/** The register as people use it. */
export class RegisterSteps {
  private readonly office: string;

  constructor(private readonly visits: Visits) {
    this.office = officeOf(visits.language);
  }

  /** The tree begins with the own body; a Kazakh name finds in either language. */
  coordinatorSearches(): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo('/bodies');
      await coordinator.page.locator(`.tree a[href="/bodies/${REGION}"]`).waitFor();
      await coordinator.page.locator(`.tree a[href="/bodies/${DISTRICT}"]`).waitFor();
      await coordinator.look('bodies-tree');
      await this.search(coordinator, DISTRICT_WORD, DISTRICT);
      await coordinator.look('bodies-found');
      await coordinator.goTo(`/bodies/${DISTRICT}`);
      await coordinator.look('body-card');
    });
  }

  /** A new body below the region, then under another name; the former name still finds it. */
  administratorRenames(): Promise<void> {
    return this.visits.as('admin', async (admin) => {
      await admin.goTo('/bodies/new');
      await this.fillBoth(admin.page.locator('form'), admin, 'bodies.name', FORMER);
      // Far down in a list that scrolls by itself.
      await admin.page.getByRole('combobox', { name: admin.say('bodies.kind') }).click();
      await admin.page.getByTitle(admin.say('bodies.kinds.management')).click();
      await admin.page.getByRole('textbox', { name: admin.say('bodies.code') }).fill(this.office);
      await this.fillDay(admin, 'bodies.since', '01.02.2024');
      await this.pick(admin, 'bodies.parent', REGION_NAME[this.visits.language]);
      await admin.look('body-new');
      await admin.press('bodies.register');
      await admin.page.waitForURL(`**/bodies/${this.office}`);
      await this.inDialog(admin, 'bodies.rename.act', async (dialog) => {
        await this.fillBoth(dialog, admin, 'bodies.name', PRESENT);
        await dialog.getByRole('textbox', { name: admin.say('bodies.reason') }).fill('Қаулы № 1. Постановление № 1.');
        await admin.look('body-rename');
      });
      await admin.page.getByRole('heading', { level: 1, name: PRESENT[this.visits.language] }).waitFor();
      await admin.goTo('/bodies');
      await this.search(admin, FORMER.kk, this.office);
    });
  }

  /** A chair is opened, shows as vacant, and somebody acts by order. */
  coordinatorAppointsActing(): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo(`/bodies/${this.office}`);
      await this.inDialog(coordinator, 'chairs.open.act', async (dialog) => {
        await coordinator.choose('chairs.level', 'chairs.levels.first-head');
        await this.fillBoth(dialog, coordinator, 'chairs.position', { kk: 'Басқарма басшысы', ru: 'Руководитель управления' });
      });
      await coordinator.page.locator('.card.is-vacant').waitFor();
      await coordinator.look('body-vacant');
      await this.inDialog(coordinator, 'chairs.act.act', async (dialog) => {
        await this.fillBoth(dialog, coordinator, 'chairs.person', { kk: 'Серіков Болат Қанатұлы', ru: 'Сериков Болат Канатович' });
        await this.fillBoth(dialog, coordinator, 'chairs.position', { kk: 'Басшының орынбасары', ru: 'Заместитель руководителя' });
        await dialog.getByRole('textbox', { name: coordinator.say('chairs.orderNumber') }).fill('187-ө');
        await this.fillDay(coordinator, 'chairs.orderDate', '02.02.2024');
        await coordinator.look('body-acting');
      });
      await coordinator.page.locator('.holder').filter({ hasText: '187-ө' }).waitFor();
      await coordinator.page.locator('.card.is-vacant').waitFor({ state: 'detached' });
    });
  }

  coordinatorInvites(): Promise<void> {
    const username = invitedTo(this.visits.language);
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo(`/bodies/${this.office}?tab=accesses`);
      await coordinator.look('body-accesses');
      await this.inDialog(coordinator, 'accounts.invite.act', async (dialog) => {
        const fill = (key: string, text: string): Promise<void> => dialog.getByRole('textbox', { name: coordinator.say(key) }).fill(text);
        await fill('accounts.lastName', 'Омаров');
        await fill('accounts.firstName', 'Бауыржан');
        await fill('accounts.username', username);
        await fill('accounts.email', `${username}@example.kz`);
        await coordinator.choose('accounts.role', 'roles.executor');
        await coordinator.look('body-invite');
      });
      await coordinator.page.locator('.card').filter({ hasText: username }).waitFor();
    });
  }

  /** The exported register, imported again, changes nothing; what will not do is said row by row. Neither writes. */
  administratorTriesImport(): Promise<void> {
    return this.visits.as('admin', async (admin) => {
      await admin.goTo('/bodies');
      const csv = admin.page.getByRole('button', { name: 'CSV' });
      await csv.click();
      await admin.button('stepUp.go').waitFor();
      await admin.look('export-step-up');
      await admin.giveThePasswordAgain();
      const saved = admin.page.waitForEvent('download');
      await csv.click();
      const register = await readFile(await (await saved).path());
      await admin.goTo('/bodies/import');
      await this.chooseSheet(admin, 'bodies.csv', register);
      await admin.text('bodies.import.nothingToDo').waitFor();
      await admin.look('import-unchanged');
      const spoilt = register.toString('utf8').replaceAll(PRESENT[this.visits.language], '');
      await this.chooseSheet(admin, 'spoilt.csv', Buffer.from(spoilt));
      await admin.text('bodies.import.hasRefused').waitFor();
      await admin.look('import-refused');
    });
  }

  private async search(visitor: Visitor, text: string, id: string): Promise<void> {
    await visitor.page.getByRole('textbox', { name: visitor.say('bodies.search') }).fill(text);
    await visitor.page.locator(`.data a[href="/bodies/${id}"]`).waitFor();
  }

  /** Opens a dialog by its button, fills it and sends it by the button of the same name or the one that saves. */
  private async inDialog(visitor: Visitor, key: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
    await visitor.press(key);
    const dialog = visitor.page.getByRole('dialog');
    await dialog.waitFor();
    await fill(dialog);
    await visitor.button(key, dialog).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  private async fillBoth(inside: Locator, visitor: Visitor, key: string, texts: { kk: string; ru: string }): Promise<void> {
    const group = inside.getByRole('group', { name: visitor.say(key) });
    await group.getByRole('textbox', { name: visitor.say('bodies.languages.kk') }).fill(texts.kk);
    await group.getByRole('textbox', { name: visitor.say('bodies.languages.ru') }).fill(texts.ru);
  }

  private async fillDay(visitor: Visitor, key: string, day: string): Promise<void> {
    const field = visitor.page.getByLabel(visitor.say(key));
    await field.fill(day);
    await field.press('Enter');
  }

  private async pick(visitor: Visitor, key: string, name: string): Promise<void> {
    await visitor.page.getByRole('combobox', { name: visitor.say(key) }).fill(name);
    await visitor.page.getByTitle(name).click();
  }

  private async chooseSheet(visitor: Visitor, name: string, buffer: Buffer): Promise<void> {
    await visitor.page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  }
}
