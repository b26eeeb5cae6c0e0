import type { VerificationView } from '@aigaq/api';
import type { Verdict } from '../verification/verdict.js';

export function verificationView({ records, sealed, roots, partitions, fault }: Verdict): VerificationView {
  return {
    ok: fault === null,
    records,
    sealed,
    roots: { count: roots.count, lastDay: roots.lastDay },
    partitions: partitions.map((each) => ({ partition: each.partition, records: each.records, head: each.head, brokenAt: each.fault?.number ?? null })),
    brokenAt: fault,
  };
}
