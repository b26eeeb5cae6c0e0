import { type AuditRecord, type ChainHead, follows } from '../records/record.js';
import { treeOf } from '../roots/merkle.js';
import { type DayRoot, sealedHead } from '../roots/root.js';
import { type Fault, faultOf, type PartitionVerdict } from './verdict.js';

/** One chain, record by record, against the roots of its days. After a fault it takes nothing more. */
export class ChainWalk {
  private head: ChainHead;
  private readonly start: number;
  private leaves: string[] = [];
  private openDay = 0;
  private fault: Fault | null = null;

  constructor(
    private readonly partition: number,
    before: DayRoot | undefined,
    private readonly roots: readonly DayRoot[],
  ) {
    this.head = sealedHead(before, partition);
    this.start = this.head.number;
    this.closeDays();
  }

  take(record: AuditRecord): void {
    if (this.fault) {
      return;
    }
    if (!follows(this.head, record)) {
      this.fault = this.faultAt('record', this.head.number + 1);
      return;
    }
    this.head = { number: record.number, hash: record.hash };
    this.leaves.push(record.hash);
    this.closeDays();
  }

  /** @param told where the chain ended when it was exported */
  finish(told: ChainHead | undefined): PartitionVerdict {
    const isCut = this.openDay < this.roots.length || (told !== undefined && told.number > this.head.number);
    if (isCut) {
      this.fault ??= this.faultAt('cut', this.head.number + 1);
    } else if (told !== undefined && (told.number !== this.head.number || told.hash !== this.head.hash)) {
      this.fault ??= this.faultAt('record', this.head.number);
    }
    return { partition: this.partition, records: this.head.number - this.start, head: this.head.hash, fault: this.fault };
  }

  get sealed(): number {
    return Math.max(0, this.head.number - this.leaves.length - this.start);
  }

  /** Days end where their roots say; a day may have no record. */
  private closeDays(): void {
    for (let root = this.roots[this.openDay]; root && !this.fault; root = this.roots[this.openDay]) {
      const seal = root.partitions[this.partition];
      if (!seal || seal.number > this.head.number) {
        return;
      }
      if (seal.number !== this.head.number || seal.hash !== this.head.hash || seal.tree !== treeOf(this.leaves)) {
        this.fault = this.faultAt('seal', this.head.number);
        return;
      }
      this.leaves = [];
      this.openDay += 1;
    }
  }

  private faultAt(reason: Fault['reason'], number: number): Fault {
    return faultOf(reason, { partition: this.partition, number, day: this.roots[this.openDay]?.day ?? null });
  }
}
