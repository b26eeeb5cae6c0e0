import type { Visitor } from './visitor.js';
import type { Visits } from './visits.js';

const CARD = '/card/2024';
/** Open all year, and nobody hands it in. */
const SUBTASK = '1.2.1';
const DESCRIPTION = { kk: 'Нақтыланған сипаттама', ru: 'Уточнённое описание' };

/** A card in force is amended; each language makes a version of its own. */
export class AmendmentSteps {
  private readonly version: number;
  private readonly draft: string;

  constructor(private readonly visits: Visits) {
    this.version = visits.language === 'kk' ? 2 : 3;
    this.draft = `${CARD}?version=${this.version}`;
  }

  /** A draft is begun, edited, looked at for whom it concerns, and sent. */
  administratorAmends(): Promise<void> {
    return this.visits.as('admin', async (admin) => {
      await admin.goTo(CARD);
      await admin.press('card.amend');
      await admin.page.waitForURL(`**${this.draft}`);
      await this.follow(admin, 'card.toEditor');
      await admin.look('card-editor');
      await admin.page.locator('.editor-line').filter({ hasText: SUBTASK }).getByRole('button').click();
      await admin.page.getByRole('menuitem', { name: admin.say('editor.edit') }).click();
      const dialog = admin.page.getByRole('dialog');
      const group = dialog.getByRole('group', { name: admin.say('cardFields.description') });
      await group.getByRole('textbox', { name: admin.say('bodies.languages.kk') }).fill(`${DESCRIPTION.kk} ${this.version}`);
      await group.getByRole('textbox', { name: admin.say('bodies.languages.ru') }).fill(`${DESCRIPTION.ru} ${this.version}`);
      await admin.look('card-subtask-edit');
      await admin.button('save', dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      await admin.goTo(`${CARD}/changes?version=${this.version}`);
      await admin.page.getByText(`${DESCRIPTION[this.visits.language]} ${this.version}`).waitFor();
      await admin.look('card-changes');
      await admin.goTo(this.draft);
      await admin.press('card.send');
      await admin.text('card.sentBy').waitFor();
    });
  }

  secondAdministratorPublishes(): Promise<void> {
    return this.visits.as('admin2', async (second) => {
      await second.goTo(this.draft);
      await second.look('card-under-review');
      await publishHere(second);
      await second.goTo(`${CARD}/comparison`);
      await second.look('card-comparison');
    });
  }

  /** Whose work it changes reads what changes for him and takes note. */
  executorTakesNote(): Promise<void> {
    return this.visits.as('executor', async (executor) => {
      await executor.comesTo('/changes', (page) => page.locator(`a[href^="/changes/2024%3A${this.version}%3A"]`));
      await executor.look('changes');
      await executor.page.locator(`a[href^="/changes/2024%3A${this.version}%3A"]`).first().click();
      await executor.page.getByText(`${DESCRIPTION[this.visits.language]} ${this.version}`).waitFor();
      await executor.look('change-for-me');
      await executor.pressAway('changes.acknowledge');
      await executor.text('changes.givenBy').waitFor();
    });
  }

  administratorSeesWhoDid(): Promise<void> {
    return this.visits.as('admin', async (admin) => {
      await admin.goTo(`/changes?edition=2024&version=${this.version}`);
      await admin.text('changes.counts').waitFor();
      await admin.look('changes-counted');
    });
  }

  private async follow(visitor: Visitor, key: string): Promise<void> {
    await visitor.page.getByRole('link', { name: visitor.say(key) }).click();
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  }
}

/** Publishes the version that is on the page, with a fresh login. */
export async function publishHere(visitor: Visitor): Promise<void> {
  await visitor.pressAndConfirm('card.publish');
  await visitor.text('stepUp.title').waitFor();
  await visitor.look('card-step-up');
  await visitor.giveThePasswordAgain();
  await visitor.pressAndConfirm('card.publish');
  await visitor.text('card.publishedAt').waitFor();
}
