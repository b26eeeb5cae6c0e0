/** Adds up how long the steps of a check take, in milliseconds. */
export class StepClock {
  private readonly steps: Record<string, number> = {};
  private readonly start = performance.now();

  async time<T>(step: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      return await work();
    } finally {
      this.steps[step] = (this.steps[step] ?? 0) + performance.now() - from;
    }
  }

  timings(): Record<string, number> {
    const all = { ...this.steps, total: performance.now() - this.start };
    return Object.fromEntries(Object.entries(all).map(([step, time]) => [step, Math.round(time)]));
  }
}
