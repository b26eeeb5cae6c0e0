import { addDays, day as dayIn, dayOf, endOfDay } from '@aigaq/calendar';
import { Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { PARTITIONS } from '../records/record.js';
import { RecordsRepository } from '../records/records.repository.js';
import { treeOf } from './merkle.js';
import { type DayRoot, type PartitionSeal, recordsOf, rootOf, sealedHead } from './root.js';
import { dayRootOf } from './root.schema.js';
import { RootsRepository } from './roots.repository.js';

/** Seals days that have ended, one after the other. */
@Injectable()
export class SealingService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly roots: RootsRepository,
    private readonly clock: Clock,
  ) {}

  /** Every day since the last root, or since the first record, up to yesterday; days without records too. */
  async sealDue(): Promise<void> {
    const today = dayOf(this.clock.now());
    const last = await this.roots.last();
    let previous = last && dayRootOf(last);
    for (let day = last ? addDays(dayIn(last.id), 1) : await this.firstDay(); day && day < today; day = addDays(day, 1)) {
      const root = await this.rootOf(day, previous);
      previous = dayRootOf(await this.roots.seal(root, recordsOf(root, previous), this.clock.now()));
    }
  }

  /** A record that a slow process took in before midnight but wrote after the sealing belongs to the next day: its place decides. */
  private async rootOf(day: string, previous: DayRoot | undefined): Promise<DayRoot> {
    const end = endOfDay(dayIn(day)).toISOString();
    const partitions: PartitionSeal[] = [];
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      partitions.push(await this.sealOf(partition, previous, end));
    }
    return rootOf(day, previous, partitions);
  }

  private async sealOf(partition: number, previous: DayRoot | undefined, end: string): Promise<PartitionSeal> {
    let { number, hash } = sealedHead(previous, partition);
    const leaves: string[] = [];
    for await (const record of this.records.hashes({ partition, after: number })) {
      if (record.recordedAt > end) {
        break;
      }
      leaves.push(record.hash);
      ({ number, hash } = record);
    }
    return { number, hash, tree: treeOf(leaves) };
  }

  private async firstDay(): Promise<ReturnType<typeof dayOf> | undefined> {
    const firsts: string[] = [];
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      for await (const { recordedAt } of this.records.hashes({ partition, after: 0, to: 1 })) {
        firsts.push(recordedAt);
      }
    }
    const first = firsts.sort()[0];
    return first === undefined ? undefined : dayOf(new Date(first));
  }
}
