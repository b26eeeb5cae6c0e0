interface Waiting<T> {
  item: T;
  done: PromiseWithResolvers<void>;
}

const MOST = 500;

/**
 * Writes of one kind, many in one: what comes while a write is under way goes with the next. Nobody waits for company, and a busy
 * process does not pay for each item.
 */
export class Batches<T> {
  private waiting: Waiting<T>[] = [];
  private running: Promise<void> | undefined;

  /** @param write stores all items or throws; those of a failed write are all refused, whichever of them was stored */
  constructor(private readonly write: (items: T[]) => Promise<unknown>) {}

  /** Resolves when the item is stored. */
  add(item: T): Promise<void> {
    const done = Promise.withResolvers<void>();
    this.waiting.push({ item, done });
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return done.promise;
  }

  private async run(): Promise<void> {
    // Those that come in the same turn go together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST);
      try {
        await this.write(batch.map(({ item }) => item));
        batch.forEach(({ done }) => done.resolve());
      } catch (error) {
        batch.forEach(({ done }) => done.reject(error));
      }
    }
  }
}
