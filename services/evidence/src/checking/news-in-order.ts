import type { CheckNews } from '../reading/reading-job.dto.js';

/** Keeps what is told while a paper is read, one after the other. What cannot be kept is left out: the whole check will say more. */
export class NewsInOrder {
  /** All that came so far is kept, or left out. */
  kept: Promise<void> = Promise.resolve();

  constructor(
    private readonly keep: (news: CheckNews) => Promise<void>,
    private readonly warn: (message: string) => void,
  ) {}

  take(news: CheckNews): void {
    this.kept = this.kept
      .then(() => this.keep(news))
      .catch((error: unknown) => this.warn(`how far the reading has come is not kept: ${String(error)}`));
  }
}
