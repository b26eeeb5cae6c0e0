/** Which messages of a batch are done, in any order, and up to which one all are: only that may be committed. */
export class BatchProgress {
  private readonly done = new Set<string>();
  private next = 0;

  constructor(private readonly offsets: readonly string[]) {}

  /** @returns the offset up to which now all is done, if it moved */
  finish(offset: string): string | undefined {
    this.done.add(offset);
    const before = this.next;
    while (this.next < this.offsets.length && this.done.has(this.offsets[this.next] ?? '')) {
      this.next += 1;
    }
    return this.next > before ? this.offsets[this.next - 1] : undefined;
  }
}
