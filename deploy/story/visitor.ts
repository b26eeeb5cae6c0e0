import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { ARTEFACTS } from './artefacts.js';
import { until } from './persistence.js';
import { PASSWORD, type System } from './person.js';
import { type Language, words } from './words.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1280, 360] as const;
const LARGEST_SHIFT = 0.1;
const PATIENCE_MILLISECONDS = 30_000;

export interface Login {
  username: string;
  /** That of the demonstration when absent. */
  password?: string;
  /** For a password that has to be changed at once. */
  newPassword?: string;
}

/** Somebody at the portal in a browser of his own, in his language. */
export class Visitor {
  /** What was wrong with pages that were looked at. */
  readonly faults: object[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly language: Language,
    private readonly username: string,
  ) {}

  /** Opens the portal, chooses the language and signs in. */
  static async enter(browser: Browser, { address }: System, { username, password = PASSWORD, newPassword }: Login, language: Language): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: language === 'kk' ? 'kk-KZ' : 'ru-RU', baseURL: address, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    // A script of the page's own context; injected past the content security policy, which stays as it is in use.
    await context.addInitScript(AXE);
    await context.addInitScript(watchShifts);
    const page = await context.newPage();
    await page.goto('/');
    await page.locator('#username').fill(username);
    await page.locator('#password').fill(password);
    await page.keyboard.press('Enter');
    if (newPassword !== undefined) {
      await page.locator('#password-new').fill(newPassword);
      await page.locator('#password-confirm').fill(newPassword);
      await page.keyboard.press('Enter');
    }
    const visitor = new Visitor(context, page, language, username);
    await page.getByRole('navigation').first().waitFor();
    const own = page.locator(`button[lang="${language}"]`);
    await own.click();
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    return visitor;
  }

  say(key: string): RegExp {
    return words(this.language, key);
  }

  /** For buttons that are named by their thing and then by what they do. */
  ends(key: string): RegExp {
    return new RegExp(`: ${this.say(key).source.replace(/^\^(\\s\*)?/, '')}`, 'u');
  }

  /** For what stands among other words. */
  part(key: string): RegExp {
    return new RegExp(this.say(key).source.replace(/^\^(\\s\*)?/, '').replace(/(\\s\*)?\$$/, ''), 'u');
  }

  button(key: string, inside: Page | Locator = this.page): Locator {
    return inside.getByRole('button', { name: this.say(key) });
  }

  text(key: string): Locator {
    // The sentence may go on with a figure in an element of its own.
    return this.page.getByText(new RegExp(this.say(key).source.replace(/\\s\*\$$/, ''), 'u')).first();
  }

  async press(key: string): Promise<void> {
    await this.button(key).first().click();
  }

  /** Presses a button that goes away when what it does is done; what is said aloud meanwhile goes away too soon to wait for. */
  async pressAway(key: string): Promise<void> {
    await this.press(key);
    await this.gone(key);
  }

  /** Chooses from a list that opens where one sees it, and sees what is chosen. */
  async choose(list: string, choice: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: this.say(list) });
    await field.click();
    const option = this.page.getByTitle(this.say(choice));
    await option.waitFor();
    const shown = await option.evaluate((element) => {
      const { top, left, bottom, right } = element.getBoundingClientRect();
      return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    });
    if (!shown) {
      this.faults.push({ list, choice, fault: 'opens outside the window' });
    }
    await option.click();
    await this.page.getByText(this.say(choice)).filter({ visible: true }).waitFor();
  }

  gone(key: string): Promise<void> {
    return this.button(key).first().waitFor({ state: 'hidden' });
  }

  /** Presses, and says yes to the question that follows. */
  async pressAndConfirm(key: string): Promise<void> {
    await this.press(key);
    const dialog = this.page.getByRole('dialog');
    await this.button(key, dialog).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** For what needs a fresh login: leaves for the login page and comes back to this one. */
  async giveThePasswordAgain(): Promise<void> {
    const place = new URL(this.page.url()).pathname;
    await this.press('stepUp.go');
    await this.page.locator('#password').fill(PASSWORD);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.pathname === place);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    await this.quiet();
  }

  /** Comes back to a page until it has what others still have to do. */
  async comesTo(path: string, what: (page: Page) => Locator): Promise<void> {
    const look = async () => {
      await this.goTo(path);
      return what(this.page).first().isVisible();
    };
    await until(look, Boolean, PATIENCE_MILLISECONDS, 1_000);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    await this.quiet();
  }

  /** The page as it is, at both widths: nothing against WCAG 2.2 AA, nothing sticks out, nothing jumped. What is wrong is kept for the end. */
  async look(name: string): Promise<void> {
    await this.quiet();
    const shift = await this.shift();
    if (shift >= LARGEST_SHIFT) {
      this.faults.push({ name, shift });
    }
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ width, height: 900 });
      await this.quiet();
      await this.keepPicture(`${name}-${this.language}-${width}`);
      const outside = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const violations = await this.violations();
      if (outside > 0 || violations.length > 0) {
        this.faults.push({ name, width, outside, violations });
      }
    }
    await this.page.setViewportSize({ width: WIDTHS[0], height: 900 });
    await this.quiet();
    // What moved because the window did is no fault of the page.
    await this.page.evaluate(() => {
      (globalThis as unknown as { layoutShift: number }).layoutShift = 0;
    });
  }

  async keepPicture(name: string): Promise<void> {
    const folder = join(ARTEFACTS, 'screens');
    mkdirSync(folder, { recursive: true });
    await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  /** What one sees when something does not come. */
  async failed(): Promise<void> {
    await this.keepPicture(`failed-${this.username}-${this.language}`).catch(() => undefined);
  }

  private async quiet(): Promise<void> {
    // The live stream never ends, so «network idle» cannot be waited for.
    await this.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await this.page.waitForTimeout(300);
  }

  private shift(): Promise<number> {
    return this.page.evaluate(() => (globalThis as unknown as { layoutShift: number }).layoutShift);
  }

  private violations(): Promise<unknown[]> {
    return this.page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
      return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`) }));
    }, WCAG);
  }
}

/**
 * Cumulative layout shift as browsers define it (web.dev/articles/cls): the worst group of shifts, at most 1 s apart and 5 s long,
 * without those that follow a touch of the page within half a second.
 */
function watchShifts(): void {
  const seen = globalThis as unknown as { layoutShift: number };
  seen.layoutShift = 0;
  let group = { began: 0, last: 0, sum: 0 };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, startTime } of list.getEntries() as unknown as { value: number; hadRecentInput: boolean; startTime: number }[]) {
      if (!hadRecentInput) {
        const isSame = startTime - group.last < 1_000 && startTime - group.began < 5_000;
        group = { began: isSame ? group.began : startTime, last: startTime, sum: (isSame ? group.sum : 0) + value };
        seen.layoutShift = Math.max(seen.layoutShift, group.sum);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
