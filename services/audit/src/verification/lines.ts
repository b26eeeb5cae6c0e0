import type { AuditRecord, ChainHead } from '../records/record.js';
import type { Path } from '../roots/merkle.js';
import type { DayRoot } from '../roots/root.js';

export const EXPORT_FORMAT = 'aigaq-audit-export/1';

/** First line of an export. */
export interface HeaderLine {
  kind: 'header';
  format: typeof EXPORT_FORMAT;
  /** All records of the days, in the order of their chains; else a selection, each record with its own proof. */
  complete: boolean;
  /** What was asked for, in words of the query. */
  filter: Record<string, string>;
  /** The root of the day before, where the chains go on; null = from their beginning. */
  before: DayRoot | null;
  exportedAt: string;
  exportedBy: { id: string; name: string };
}

export interface RootLine {
  kind: 'root';
  root: DayRoot;
  /** Token of RFC 3161 over the root's hash, base64. */
  stamp: string | null;
}

/** That a record is in the tree of its chain on a day. */
export interface Proof {
  day: string;
  path: Path;
}

export interface RecordLine {
  kind: 'record';
  record: AuditRecord;
  /** In a selection; null = its day is not sealed yet. */
  proof?: Proof | null;
}

/** Last line: without it the file was cut. */
export interface EndLine {
  kind: 'end';
  records: number;
  /** Of all chains, where the export is complete. */
  heads: ChainHead[] | null;
}

/** An export is its header, the roots of its days, its records and its end; the running record is verified in the same form. */
export type Line = HeaderLine | RootLine | RecordLine | EndLine;
