import { ObjectStore } from '@aigaq/storage';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const HOUR_MS = 3_600_000;
const KEPT_MS = 24 * HOUR_MS;

/** Clears quarantine of files that nobody completed; what was completed or refused has gone at once. */
@Injectable()
export class SweeperService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(SweeperService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly store: ObjectStore) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweepQuietly(), HOUR_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** @param now of the machine, not of the Clock: objects carry the machine's time, and the Clock may travel */
  async sweep(now = new Date()): Promise<number> {
    let removed = 0;
    for await (const key of this.store.abandoned(new Date(now.getTime() - KEPT_MS))) {
      await this.store.remove(key);
      removed += 1;
    }
    return removed;
  }

  private async sweepQuietly(): Promise<void> {
    try {
      const removed = await this.sweep();
      this.log.log(`abandoned uploads removed: ${removed}`);
    } catch (error) {
      this.log.warn(`abandoned uploads are not removed now: ${String(error)}`);
    }
  }
}
