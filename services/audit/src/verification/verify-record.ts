import { type AuditRecord, PARTITIONS } from '../records/record.js';
import { ChainWalk } from './chain-walk.js';
import type { EndLine, HeaderLine, Line, RecordLine } from './lines.js';
import { type OwnEvidence, RootChain } from './root-chain.js';
import { Selection } from './selection.js';
import { type Fault, faultOf, type PartitionVerdict, type Verdict } from './verdict.js';

interface Records {
  take(line: RecordLine): boolean;
  finish(end: EndLine): PartitionVerdict[];
  readonly sealed: number;
}

/**
 * Verifies an export, or the running record in the form of one, line by line: it may be larger than the memory.
 * @param lines undefined stands for one that cannot be read
 */
export async function verifyRecord(lines: AsyncIterable<Line | undefined>, own: OwnEvidence = {}): Promise<Verdict> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const header = first.done ? undefined : first.value;
  if (header?.kind !== 'header') {
    return refused(faultOf('format'));
  }
  const roots = new RootChain(header.before ?? undefined, own);
  const body = await bodyOf(iterator, header, roots);
  const partitions = body.end ? body.records.finish(body.end) : [];
  const whole = partitions.reduce((sum, { records }) => sum + records, 0);
  const broken = partitions.find(({ fault }) => fault !== null)?.fault ?? null;
  const isCounted = body.end !== undefined && (broken !== null || body.end.records === whole);
  return {
    complete: header.complete,
    records: whole,
    sealed: body.records.sealed,
    roots: { count: roots.roots.length, lastDay: roots.roots.at(-1)?.day ?? null, stamped: roots.stamped, unchecked: roots.unchecked },
    partitions,
    fault: roots.fault ?? body.fault ?? broken ?? (isCounted ? null : faultOf('format')),
  };
}

/** Roots come first, then records, then the end; anything else is no export. */
async function bodyOf(lines: AsyncIterator<Line | undefined>, header: HeaderLine, roots: RootChain): Promise<{ records: Records; end?: EndLine; fault?: Fault }> {
  let records: Records | undefined;
  const begun = (): Records => {
    if (!records) {
      roots.finish();
      records = header.complete ? new WholeRecords(roots, header) : new Selection(roots.roots, header.before ?? undefined);
    }
    return records;
  };
  for (let { value, done } = await lines.next(); !done; { value, done } = await lines.next()) {
    const line = value as Line | undefined;
    if (line?.kind === 'root' && !records) {
      await roots.take(line);
    } else if (line?.kind === 'record') {
      if (!begun().take(line)) {
        return { records: begun(), end: { kind: 'end', records: 0, heads: null }, fault: strayFault(line.record) };
      }
    } else if (line?.kind === 'end') {
      const rest = await lines.next();
      return { records: begun(), end: line, ...(rest.done ? {} : { fault: faultOf('format') }) };
    } else {
      return { records: begun(), fault: faultOf('format') };
    }
  }
  return { records: begun(), fault: faultOf('format') };
}

/** All chains, one after the other. */
class WholeRecords implements Records {
  private readonly walks: ChainWalk[];
  private open = 0;

  constructor({ roots }: RootChain, { before }: HeaderLine) {
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

/** A record that is in no chain, or comes after its chain. */
function strayFault({ partition, number }: AuditRecord): Fault {
  return faultOf('record', { partition, number });
}

function refused(fault: Fault): Verdict {
  return { complete: false, records: 0, sealed: 0, roots: { count: 0, lastDay: null, stamped: 0, unchecked: 0 }, partitions: [], fault };
}
