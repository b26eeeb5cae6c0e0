import { Clock } from '@aigaq/kernel';
import { ObjectStore } from '@aigaq/storage';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { stampedBytes } from './root.js';
import { rootFile, rootKey, stampKey } from './root-file.js';
import { dayRootOf } from './root.schema.js';
import { RootsRepository } from './roots.repository.js';
import { TimeStamper } from './time-stamper.js';

const KEPT_YEARS = 10;

/** Puts roots where nobody can replace them: into the locked vault, and before a time-stamp authority where one is configured. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly roots: RootsRepository,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    @Optional() @Inject(TimeStamper) private readonly stamper?: TimeStamper,
  ) {}

  /** Doing it again after a crash gives the same files. */
  async publishDue(): Promise<void> {
    for (const root of await this.roots.unpublished()) {
      await this.keep(rootKey(root.id), Buffer.from(rootFile(dayRootOf(root))), 'application/json');
      if (root.stamp !== null) {
        await this.keep(stampKey(root.id), Buffer.from(root.stamp, 'base64'), 'application/timestamp-reply');
      }
      await this.roots.published(root.id, this.clock.now());
    }
  }

  /** @throws what the authority's door throws; the roots left are stamped in a later round */
  async stampDue(): Promise<void> {
    if (!this.stamper) {
      return;
    }
    for (const root of await this.roots.unstamped()) {
      await this.roots.stamped(root.id, await this.stamper.stamp(stampedBytes(root.hash)), this.clock.now());
    }
  }

  private async keep(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    const retainUntil = this.clock.now();
    retainUntil.setUTCFullYear(retainUntil.getUTCFullYear() + KEPT_YEARS);
    await this.store.write('quarantine', key, bytes, contentType);
    await this.store.promote({ key, vaultKey: key, retainUntil });
    await this.store.remove(key);
  }
}
