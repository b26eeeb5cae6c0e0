const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 300;
const FORGET_AFTER_MS = 3600_000;
const KEPT_NAMES = 10_000;

interface Failures {
  count: number;
  lastAt: number;
}

/** Slows down guessing: after five failures for a name each further one doubles the wait. Names that do not exist count too. */
export class Attempts {
  private readonly failures = new Map<string, Failures>();

  /** Whole seconds until the name may be tried again; 0 = now. */
  waitSeconds(username: string, now: number): number {
    const { count, lastAt } = this.of(username, now);
    const wait = count < FREE_FAILURES ? 0 : Math.min(2 ** (count - FREE_FAILURES + 1), LONGEST_WAIT_SECONDS);
    return Math.max(0, Math.ceil((lastAt + wait * 1000 - now) / 1000));
  }

  failed(username: string, now: number): void {
    const { count } = this.of(username, now);
    // Deleting first keeps the map in the order of the last failure; the oldest is forgotten when there are too many.
    this.failures.delete(username);
    this.failures.set(username, { count: count + 1, lastAt: now });
    const [oldest] = this.failures.keys();
    if (this.failures.size > KEPT_NAMES && oldest !== undefined) {
      this.failures.delete(oldest);
    }
  }

  succeeded(username: string): void {
    this.failures.delete(username);
  }

  private of(username: string, now: number): Failures {
    const kept = this.failures.get(username);
    return kept === undefined || kept.lastAt + FORGET_AFTER_MS < now ? { count: 0, lastAt: -Infinity } : kept;
  }
}
