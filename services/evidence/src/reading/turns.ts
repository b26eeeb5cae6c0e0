/** While the words of one paper are recognised, by a program on a core of its own, another one is prepared. */
export const CHECKS_AT_ONCE = 2;

/** At most so many tasks at a time; the others wait in the order in which they came, patient ones behind all that are not. */
export class Turns {
  private free: number;
  private readonly waiting: (() => void)[] = [];
  private readonly patient: (() => void)[] = [];

  constructor(places: number) {
    this.free = places;
  }

  async take<T>(task: () => Promise<T>, { isPatient = false }: { isPatient?: boolean } = {}): Promise<T> {
    await this.enter(isPatient ? this.patient : this.waiting);
    try {
      return await task();
    } finally {
      this.leave();
    }
  }

  private async enter(line: (() => void)[]): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve) => line.push(resolve));
  }

  /** A place goes straight to the next in line, so that nobody can slip in between. */
  private leave(): void {
    const next = this.waiting.shift() ?? this.patient.shift();
    if (next) {
      next();
    } else {
      this.free += 1;
    }
  }
}
