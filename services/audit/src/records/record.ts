import { createHash } from 'node:crypto';
import type { VerificationView } from '@aigaq/api';

/** What is recorded: an event as it was told. */
export interface RecordedFact {
  eventId: string;
  time: string;
  type: string;
  /** Id of the thing that it is about. */
  thingId: string;
  actor: { id: string; name: string };
  correlationId: string;
  payload: Record<string, unknown>;
}

/** One link of the chain: each stands for its own fact and, through `previousHash`, for all before it. */
export interface AuditRecord extends RecordedFact {
  /** 1, 2, 3, … without gaps. */
  number: number;
  previousHash: string;
  hash: string;
}

/** Where a chain begins. */
export const GENESIS = '0'.repeat(64);

export interface ChainHead {
  number: number;
  hash: string;
}

export const EMPTY_CHAIN: ChainHead = { number: 0, hash: GENESIS };

/** The link that follows the head. */
export function link(head: ChainHead, fact: RecordedFact): AuditRecord {
  const unsealed = { ...fact, number: head.number + 1, previousHash: head.hash };
  return { ...unsealed, hash: hashOf(unsealed) };
}

/** Does the record follow the head, and is nothing in it changed? */
export function follows(head: ChainHead, record: AuditRecord): boolean {
  const { hash, ...unsealed } = record;
  return record.number === head.number + 1 && record.previousHash === head.hash && hash === hashOf(unsealed);
}

/** Walks a chain from its beginning and stops at the first record that does not fit. */
export async function verifyChain(records: AsyncIterable<AuditRecord>): Promise<VerificationView> {
  let head: ChainHead = EMPTY_CHAIN;
  for await (const record of records) {
    if (!follows(head, record)) {
      return { ok: false, records: head.number, head: head.hash, brokenAt: head.number + 1 };
    }
    head = record;
  }
  return { ok: true, records: head.number, head: head.hash, brokenAt: null };
}

function hashOf(unsealed: Omit<AuditRecord, 'hash'>): string {
  return createHash('sha256').update(canonical(unsealed)).digest('hex');
}

/** JSON with sorted keys, so that the same fact always gives the same bytes, whatever the database did to their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
