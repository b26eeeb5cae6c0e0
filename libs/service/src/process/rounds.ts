/** Work that is looked for again and again by one process, never twice at a time. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isOver = false;

  /** @param work what there is to do now; it deals with its own failures */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly everyMs: number,
  ) {}

  /** For work of many pieces: begin no other one. */
  get isEnding(): boolean {
    return this.isOver;
  }

  begin(): void {
    this.timer = setInterval(() => this.look(), this.everyMs);
    this.timer.unref();
  }

  /** Looks now, unless it is at work. */
  look(): void {
    this.running ??= this.work().finally(() => {
      this.running = undefined;
    });
  }

  /** Resolves when nothing runs any more. */
  async end(): Promise<void> {
    this.isOver = true;
    clearInterval(this.timer);
    await this.running;
  }
}
