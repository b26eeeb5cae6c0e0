/** Runs tasks of one key one after the other and different keys side by side, at most `limit` at once. */
export class Lanes {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly limit: number) {}

  /** Settles as the task does; a task that failed does not stop the next of its key. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key);
    const done = before ? before.then(() => this.occupy(task)) : this.occupy(task);
    const tail: Promise<void> = done.then(
      () => this.leave(key, tail),
      () => this.leave(key, tail),
    );
    this.tails.set(key, tail);
    return done;
  }

  /** Resolves when nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) {
      await Promise.all(this.tails.values());
    }
  }

  private async occupy<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.limit) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await task();
    } finally {
      this.pass();
    }
  }

  /** The place goes to the next in the queue, so `running` changes only when nobody waits. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.running -= 1;
    }
  }

  private leave(key: string, tail: Promise<void>): void {
    if (this.tails.get(key) === tail) {
      this.tails.delete(key);
    }
  }
}
