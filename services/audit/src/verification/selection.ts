import { isIntact, PARTITIONS } from '../records/record.js';
import { isInTree } from '../roots/merkle.js';
import { type DayRoot, sealedHead } from '../roots/root.js';
import type { RecordLine } from './lines.js';
import { type Fault, faultOf, type PartitionVerdict } from './verdict.js';

/** Chosen records: each must be whole, once, and in the tree of its day. That none was left out cannot be seen here. */
export class Selection {
  sealed = 0;
  private readonly seen = new Set<string>();
  private readonly whole: number[] = Array.from({ length: PARTITIONS }, () => 0);
  private readonly faults: (Fault | null)[] = this.whole.map(() => null);
  private readonly days: ReadonlyMap<string, { root: DayRoot; before: DayRoot | undefined }>;

  constructor(
    private readonly roots: readonly DayRoot[],
    before: DayRoot | undefined,
  ) {
    this.days = new Map(roots.map((root, place) => [root.day, { root, before: place === 0 ? before : roots[place - 1] }]));
  }

  /** @returns false for a record that belongs to no chain */
  take({ record, proof }: RecordLine): boolean {
    const { partition, number } = record;
    const place = `${partition}-${number}`;
    const where = { partition, number, day: proof?.day ?? null };
    if (!isIntact(record) || this.seen.has(place)) {
      return this.note(faultOf('record', where));
    }
    this.seen.add(place);
    if (!this.isProved(record, proof)) {
      return this.note(faultOf('proof', where));
    }
    this.sealed += proof ? 1 : 0;
    this.whole[partition] = (this.whole[partition] ?? 0) + 1;
    return true;
  }

  finish(): PartitionVerdict[] {
    return this.whole.map((records, partition) => ({ partition, records, head: '', fault: this.faults[partition] ?? null }));
  }

  /** What has no proof must lie behind the last root. */
  private isProved(record: RecordLine['record'], proof: RecordLine['proof']): boolean {
    return proof ? this.proves(record, proof) : record.number > sealedHead(this.roots.at(-1), record.partition).number;
  }

  private proves({ partition, number, hash }: RecordLine['record'], { day, path }: NonNullable<RecordLine['proof']>): boolean {
    const known = this.days.get(day);
    const seal = known?.root.partitions[partition];
    const isOfDay = seal !== undefined && number <= seal.number && number > sealedHead(known?.before, partition).number;
    return isOfDay && isInTree(hash, path, seal.tree);
  }

  private note(fault: Fault): boolean {
    const partition = fault.partition ?? -1;
    if (!(partition in this.whole)) {
      return false;
    }
    this.faults[partition] ??= fault;
    return true;
  }
}
