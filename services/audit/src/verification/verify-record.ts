import { PARTITIONS } from '../records/record.js';
import { ChainWalk } from './chain-walk.js';
import type { EndLine, HeaderLine, Line, RecordLine } from './lines.js';
import { type OwnEvidence, RootChain } from './root-chain.js';
import { Selection } from './selection.js';
import { type Fault, faultOf, type PartitionVerdict, type Verdict } from './verdict.js';

/**
 * Verifies an export, or the running record in the form of one, line by line: it may be larger than the memory.
 * @param lines undefined stands for one that cannot be read
 */
export async function verifyRecord(lines: AsyncIterable<Line | undefined>, own: OwnEvidence = {}): Promise<Verdict> {
  let verification: Verification | undefined;
  for await (const line of lines) {
    if (!verification) {
      if (line?.kind !== 'header') {
        return NO_EXPORT;
      }
      verification = new Verification(line, own);
    } else if (!(await verification.take(line))) {
      break;
    }
  }
  return verification?.verdict() ?? NO_EXPORT;
}

const NO_EXPORT: Verdict = {
  complete: false,
  records: 0,
  sealed: 0,
  roots: { count: 0, lastDay: null, stamped: 0, unchecked: 0 },
  partitions: [],
  fault: faultOf('format'),
};

interface Records {
  /** @returns false for a record that belongs to no chain */
  take(line: RecordLine): boolean;
  finish(end: EndLine): PartitionVerdict[];
  readonly sealed: number;
}

/** Roots come first, then records, then the end; anything else is no export. */
class Verification {
  private readonly roots: RootChain;
  private records: Records | undefined;
  private end: EndLine | undefined;
  private fault: Fault | undefined;

  constructor(
    private readonly header: HeaderLine,
    own: OwnEvidence,
  ) {
    this.roots = new RootChain(header.before ?? undefined, own);
  }

  /** @returns false when nothing more can be said */
  async take(line: Line | undefined): Promise<boolean> {
    if (!line || this.end) {
      this.fault = faultOf('format');
    } else if (line.kind === 'root' && !this.records) {
      await this.roots.take(line);
    } else if (line.kind === 'record') {
      this.takeRecord(line);
    } else if (line.kind === 'end') {
      this.end = line;
    } else {
      this.fault = faultOf('format');
    }
    return this.fault === undefined;
  }

  private takeRecord(line: RecordLine): void {
    if (!this.begun().take(line)) {
      this.fault = faultOf('record', { partition: line.record.partition, number: line.record.number });
    }
  }

  verdict(): Verdict {
    const records = this.begun();
    const partitions = records.finish(this.end ?? { kind: 'end', records: 0, heads: null });
    const whole = partitions.reduce((sum, each) => sum + each.records, 0);
    const { count, lastDay, stamped, unchecked } = this.roots.summary();
    return {
      complete: this.header.complete,
      records: whole,
      sealed: records.sealed,
      roots: { count, lastDay, stamped, unchecked },
      partitions,
      fault: this.roots.fault ?? this.fault ?? this.endFault(partitions, whole),
    };
  }

  /** A file without its end was cut, whatever else its last chain looks like. */
  private endFault(partitions: readonly PartitionVerdict[], whole: number): Fault | null {
    const broken = partitions.find(({ fault }) => fault !== null)?.fault ?? null;
    if (!this.end) {
      return faultOf('format');
    }
    return broken ?? (this.end.records === whole ? null : faultOf('format'));
  }

  private begun(): Records {
    if (!this.records) {
      this.roots.finish();
      const before = this.header.before ?? undefined;
      this.records = this.header.complete ? new WholeRecords(this.roots, before) : new Selection(this.roots.roots, before);
    }
    return this.records;
  }
}

/** All chains, one after the other. */
class WholeRecords implements Records {
  private readonly walks: ChainWalk[];
  private open = 0;

  constructor({ roots }: RootChain, before: HeaderLine['before'] | undefined) {
    this.walks = Array.from({ length: PARTITIONS }, (_, partition) => new ChainWalk(partition, before ?? undefined, roots));
  }

  take({ record }: RecordLine): boolean {
    const walk = this.walks[record.partition];
    if (!walk || record.partition < this.open) {
      return false;
    }
    this.open = record.partition;
    walk.take(record);
    return true;
  }

  finish({ heads }: EndLine): PartitionVerdict[] {
    return this.walks.map((walk, partition) => walk.finish(heads?.[partition]));
  }

  get sealed(): number {
    return this.walks.reduce((sum, walk) => sum + walk.sealed, 0);
  }
}
