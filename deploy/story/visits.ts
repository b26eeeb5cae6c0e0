import type { Browser } from 'playwright-core';
import type { System } from './person.js';
import { type Login, Visitor } from './visitor.js';
import type { Language } from './words.js';

/** Comings and goings at the portal in one language. */
export class Visits {
  /** What was wrong with the pages that were looked at. */
  readonly faults: object[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly system: System,
    readonly language: Language,
  ) {}

  /** Signs in, does the work and leaves; of what fails there is a picture. */
  async as(login: string | Login, work: (visitor: Visitor) => Promise<void>): Promise<void> {
    const visitor = await Visitor.enter(this.browser, this.system, typeof login === 'string' ? { username: login } : login, this.language);
    try {
      await work(visitor);
      this.faults.push(...visitor.faults);
    } catch (error) {
      await visitor.failed();
      throw error;
    } finally {
      await visitor.leave();
    }
  }
}
