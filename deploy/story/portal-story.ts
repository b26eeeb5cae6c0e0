import { publishHere } from './amendment-steps.js';
import { ENTITY } from './compliance-step.js';
import { AGENCY, DISTRICT, POLICY, REGION, scan } from './papers.js';
import type { Visitor } from './visitor.js';
import type { Visits } from './visits.js';

const ROLLOUT_MILLISECONDS = 240_000;
const READING_MILLISECONDS = 120_000;

/** The steps of the story as people do them with mouse and keyboard. Each looks at the pages on its way. */
export class PortalStory {
  constructor(private readonly visits: Visits) {}

  /** 1. Import and dates by one administrator, publication by another, dry run, rollout. */
  async administratorRollsOut(): Promise<void> {
    await this.visits.as('admin', async (admin) => {
      await admin.look('card-none');
      await admin.press('card.import');
      await admin.text('card.counts').waitFor();
      await admin.look('card-imported');
      await admin.goTo('/card/2024/rules/1.1.2');
      await admin.text('ruleBuilder.preview').waitFor();
      await admin.look('card-rule');
      await admin.goTo('/card/2024');
      await admin.press('card.takeDates');
      await admin.text('card.datesSet').waitFor();
      await admin.press('card.send');
      await admin.text('card.sentBy').waitFor();
    });
    await this.visits.as('admin2', async (second) => {
      await second.goTo('/card/2024');
      await publishHere(second);
    });
    await this.visits.as('admin', async (admin) => {
      await admin.goTo('/card/2024');
      await admin.press('card.dryRun');
      await admin.text('card.planned').waitFor();
      await admin.look('card-counted');
      await admin.pressAndConfirm('card.rollout');
      await admin.text('card.rolloutDone').waitFor({ timeout: ROLLOUT_MILLISECONDS });
      await admin.look('card-rolled-out');
    });
  }

  /** 2. Queue, assignment, upload, findings on the page, submission. Answers where the assignment is. */
  async executorSubmits(path: string | undefined, paper: string, username: string): Promise<string> {
    let place = path ?? '';
    await this.visits.as(username, async (executor) => {
      await executor.goTo('/queue');
      await executor.look('queue');
      if (path === undefined) {
        await executor.page.getByRole('listitem').filter({ hasText: '1.1.2' }).getByRole('link').or(executor.page.getByRole('listitem').filter({ hasText: '1.2.3' }).getByRole('link')).first().click();
        await executor.page.waitForURL(/\/assignments\//);
        place = new URL(executor.page.url()).pathname;
        await executor.look('assignment-open');
      } else {
        await executor.goTo(place);
      }
      await this.upload(executor, paper);
      await executor.text('requirements.title').waitFor();
      await executor.look(path === undefined ? 'assignment-findings' : 'assignment-second-version');
      await executor.pressAway('submit.act');
    });
    return place;
  }

  /** 3. The coordinator returns it with a reason pinned to a finding, or passes it on. */
  coordinatorReturns(path: string): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo('/review');
      await coordinator.look('review');
      await coordinator.goTo(path);
      await coordinator.press('return.act');
      await coordinator.choose('return.reason', 'return.reasons.not-signed');
      await coordinator.page.getByRole('textbox', { name: coordinator.say('return.remark') }).fill('Қолы жоқ. Нет подписи.');
      await coordinator.page.getByRole('combobox', { name: coordinator.say('pin.byFinding') }).click();
      await coordinator.page.keyboard.press('ArrowDown');
      await coordinator.page.keyboard.press('Enter');
      await coordinator.text('pin.set').waitFor();
      await coordinator.look('return-form');
      await coordinator.pressAway('return.send');
    });
  }

  /** He says of each field whether it is so: one in order, one put right; the answer stays with the paper, and the copy is ready meanwhile. */
  coordinatorCorrects(path: string): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo(path);
      const row = (field: string) => coordinator.page.locator(`[data-field="${field}"]`);
      await coordinator.button('fields.show', row('kind')).click();
      await coordinator.page.locator('[data-mark="field:kind"].is-selected').waitFor();
      await row('kind').getByRole('button', { name: coordinator.ends('fields.confirm') }).click();
      await row('kind').locator('.said').waitFor();
      await row('number').getByRole('button', { name: coordinator.ends('fields.correct') }).click();
      await row('number').getByRole('textbox').fill('187-ө');
      await coordinator.look('review-correcting');
      await coordinator.button('save', row('number')).click();
      await row('number').locator('.said').waitFor();
      await coordinator.page.locator('.said-history').getByText('187-ө').waitFor();
      await coordinator.page.locator('.copy-state').getByRole('button').waitFor({ timeout: READING_MILLISECONDS });
      await coordinator.look('review-corrected');
    });
  }

  coordinatorPassesOn(path: string): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo(path);
      await coordinator.look('assignment-in-review');
      await coordinator.pressAndConfirm('review.pass-on.act');
      await coordinator.gone('review.pass-on.act');
    });
  }

  curatorAccepts(path: string): Promise<void> {
    return this.visits.as('curator', async (curator) => {
      await curator.goTo(path);
      await curator.pressAndConfirm('review.accept.act');
      await curator.giveThePasswordAgain();
      await curator.pressAndConfirm('review.accept.act');
      await curator.gone('review.accept.act');
      await curator.look('assignment-accepted');
    });
  }

  /** 4. Overviews and inboxes. */
  async everybodySees(): Promise<void> {
    for (const [username, body] of [['executor', DISTRICT], ['coordinator', REGION], ['curator', AGENCY]] as const) {
      await this.visits.as(username, async (reader) => {
        await reader.goTo(`/overview/${body}`);
        await reader.look(`overview-${body}`);
        await reader.goTo('/inbox');
        await reader.look(`inbox-${username}`);
      });
    }
  }

  /** 5. A document of the entity, with its paper. */
  officerRegisters(code: string): Promise<void> {
    return this.visits.as('compliance', async (officer) => {
      await officer.goTo(`/compliance/${ENTITY}`);
      await officer.look('entity');
      const card = officer.page.getByRole('listitem').filter({ hasText: code });
      await officer.button('compliance.register', card).click();
      await this.upload(officer, POLICY.paper);
      await officer.look('register-form');
      await officer.button('compliance.register', card).last().click();
      await officer.button('compliance.renew', card).waitFor();
      await officer.look('entity-registered');
    });
  }

  regionSeesItsScore(): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo('/compliance');
      await coordinator.look('entities');
      await coordinator.goTo(`/compliance/scores/${REGION}`);
      await coordinator.look('score');
    });
  }

  /** 6. The record, and what a stranger sees of it all. */
  async auditorVerifies(path: string): Promise<void> {
    await this.visits.as('auditor', async (auditor) => {
      await auditor.goTo('/audit');
      await auditor.press('audit.verify');
      await auditor.text('audit.whole').waitFor({ timeout: 60_000 });
      await auditor.look('audit');
    });
    await this.visits.as('stranger', async (stranger) => {
      for (const hidden of [path, `/overview/${DISTRICT}`, `/compliance/${ENTITY}`, '/nothing']) {
        await stranger.goTo(hidden);
        expect(await stranger.page.getByText(/Әулиекөл|Аулиекол/).count()).toBe(0);
      }
      await stranger.look('not-found');
    });
  }

  private async upload(visitor: Visitor, id: string): Promise<void> {
    const { name, type: mimeType, bytes: buffer } = scan(id);
    const chooser = visitor.page.waitForEvent('filechooser');
    await visitor.press('upload.choose');
    await (await chooser).setFiles({ name, mimeType, buffer });
    await visitor.text('viewer.took').waitFor({ timeout: READING_MILLISECONDS });
    await visitor.page.getByRole('img', { name: visitor.say('viewer.pageOf') }).waitFor();
  }
}
