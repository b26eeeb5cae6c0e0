const GENERATION_MS = 60_000;

/** Ids of the last one to two minutes. */
export class RecentIds {
  private young = new Set<string>();
  private old = new Set<string>();
  private turnedAt = Date.now();

  add(ids: readonly string[]): void {
    if (Date.now() - this.turnedAt > GENERATION_MS) {
      this.old = this.young;
      this.young = new Set();
      this.turnedAt = Date.now();
    }
    ids.forEach((id) => this.young.add(id));
  }

  has(id: string): boolean {
    return this.young.has(id) || this.old.has(id);
  }
}
