import type { Actor } from '@aigaq/kernel';

const KEPT_MS = 2000;
const MOST_PEOPLE = 10_000;

/** What a person holds, from the copy. */
export type Held = Pick<Actor, 'memberships' | 'cleared'>;

/** What those hold who asked a moment ago, so that a page with ten requests asks the database once. */
export class ActorCache {
  private readonly entries = new Map<string, { loaded: Promise<Held>; until: number }>();

  get(personId: string, load: () => Promise<Held>): Promise<Held> {
    const kept = this.entries.get(personId);
    if (kept && kept.until > performance.now()) {
      return kept.loaded;
    }
    if (this.entries.size >= MOST_PEOPLE) {
      this.entries.clear();
    }
    const loaded = load();
    this.entries.set(personId, { loaded, until: performance.now() + KEPT_MS });
    // A failed load is not kept; who waits for it gets the error from the promise itself.
    loaded.catch(() => this.forget(personId));
    return loaded;
  }

  forget(personId: string): void {
    this.entries.delete(personId);
  }
}
