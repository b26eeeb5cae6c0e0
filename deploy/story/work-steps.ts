import type { Visits } from './visits.js';

/** Of each language its own, so that no other step sees what is done with it. */
const SUBTASK = { kk: '1.3.1', ru: '1.3.2' };

/** Requests and cases as people do them with mouse and keyboard. */
export class WorkSteps {
  private path = '';

  constructor(private readonly visits: Visits) {}

  /** The executor says that a subtask does not apply; a draft of what he prepares meanwhile stays. */
  executorAsks(username: string): Promise<void> {
    return this.visits.as(username, async (executor) => {
      await executor.goTo('/queue');
      await executor.page.getByRole('listitem').filter({ hasText: SUBTASK[this.visits.language] }).getByRole('link').first().click();
      await executor.page.waitForURL(/\/assignments\//);
      this.path = new URL(executor.page.url()).pathname;
      await executor.press('request.not-applicable.act');
      const dialog = executor.page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: executor.say('request.reason') }).fill('Ведомстволық бағынысты ұйымдар жоқ. Подведомственных организаций нет.');
      await executor.look('request-dialog');
      await executor.button('request.send', dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      await executor.button('request.withdraw').waitFor();
      await executor.look('request-asked');
    });
  }

  /** The coordinator finds the request in his list and grants it: out of the denominator, openly. */
  coordinatorGrants(): Promise<void> {
    return this.visits.as('coordinator', async (coordinator) => {
      await coordinator.goTo('/review');
      await coordinator.page.getByText(coordinator.say('review.requests')).first().click();
      await coordinator.page.locator(`a[href="${this.path}"]`).waitFor();
      await coordinator.look('review-requests');
      await coordinator.goTo(this.path);
      await coordinator.press('request.grant.act');
      const dialog = coordinator.page.getByRole('dialog');
      await coordinator.button('request.grant.act', dialog).click();
      await dialog.waitFor({ state: 'hidden' });
      await coordinator.page.getByText(coordinator.say('status.not-applicable')).first().waitFor();
      await coordinator.look('assignment-not-applicable');
    });
  }
}
