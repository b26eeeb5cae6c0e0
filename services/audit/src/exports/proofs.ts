import type { AuditRecord } from '../records/record.js';
import { pathOf } from '../roots/merkle.js';
import { type DayRoot, sealedHead } from '../roots/root.js';
import type { Proof } from '../verification/lines.js';

const KEPT_DAYS = 64;

type HashesOf = (stretch: { partition: number; after: number; to: number }) => Promise<string[]>;

/** Proofs of single records. Records of a page lie close to each other, so the last days that were needed are kept. */
export class Proofs {
  private readonly kept = new Map<string, string[]>();

  /** @param roots all roots up to now, oldest first */
  constructor(
    private readonly roots: readonly DayRoot[],
    private readonly hashesOf: HashesOf,
  ) {}

  /** null: the day of the record is not sealed yet. */
  async of({ partition, number }: AuditRecord): Promise<Proof | null> {
    const place = this.placeOf(partition, number);
    const root = this.roots[place];
    if (!root) {
      return null;
    }
    const after = sealedHead(this.roots[place - 1], partition).number;
    return { day: root.day, path: pathOf(await this.leavesOf(root, partition, after), number - after - 1) };
  }

  /** The first root whose seal has the number: heads only grow. */
  private placeOf(partition: number, number: number): number {
    let [low, high] = [0, this.roots.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (sealedHead(this.roots[middle], partition).number >= number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private async leavesOf(root: DayRoot, partition: number, after: number): Promise<string[]> {
    const key = `${root.day} ${partition}`;
    const leaves = this.kept.get(key) ?? (await this.hashesOf({ partition, after, to: sealedHead(root, partition).number }));
    this.kept.delete(key);
    this.kept.set(key, leaves);
    if (this.kept.size > KEPT_DAYS) {
      this.kept.delete(this.kept.keys().next().value ?? '');
    }
    return leaves;
  }
}
