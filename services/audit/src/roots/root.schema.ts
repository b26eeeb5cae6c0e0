import { aggregateSchema } from '@aigaq/service';
import { Schema } from 'mongoose';
import type { DayRoot } from './root.js';

export const AUDIT_ROOT = 'AuditRoot';

/** A root together with what happened to it since. */
export interface SealedRoot extends Omit<DayRoot, 'day'> {
  /** The day: it is sealed once. */
  id: string;
  records: number;
  sealedAt: Date;
  /** When all that there is lay in the object store. */
  publishedAt: Date | null;
  /** Token of RFC 3161 over the hash, base64. */
  stamp: string | null;
  stampedAt: Date | null;
}

export const auditRootSchema = aggregateSchema(
  {
    previousHash: { type: String, required: true },
    partitions: { type: [Schema.Types.Mixed], required: true },
    hash: { type: String, required: true },
    records: { type: Number, required: true },
    sealedAt: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    stamp: { type: String, default: null },
    stampedAt: { type: Date, default: null },
  },
  'audit_roots',
)
  // Roots that are still to be published.
  .index({ publishedAt: 1 })
  // Roots that are still to be stamped.
  .index({ stampedAt: 1 });

export const dayRootOf = ({ id, previousHash, partitions, hash }: SealedRoot): DayRoot => ({ day: id, previousHash, partitions, hash });
