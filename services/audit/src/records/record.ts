import { createHash } from 'node:crypto';
import type { Membership } from '@aigaq/kernel';
import { canonical } from './canonical.js';

/** Chains are independent of each other, so that as many writers go on side by side. The number is part of the record and never changes. */
export const PARTITIONS = 16;

/** What is recorded: an event as it was told (StoredEvent of @aigaq/events). */
export interface RecordedFact {
  eventId: string;
  time: string;
  type: string;
  /** Id of the thing that it is about. */
  thingId: string;
  /** The body that it concerns; empty where it concerns none. */
  organisationId: string;
  actor: { id: string; name: string };
  /** By which of his roles the author could do it. */
  under?: Membership;
  changes?: { field: string; before: unknown; after: unknown }[];
  reason?: string;
  from?: { address: string; agent: string };
  correlationId: string;
  payload: Record<string, unknown>;
}

/** One link of a chain: each stands for its own fact and, through `previousHash`, for all before it. */
export interface AuditRecord extends RecordedFact {
  partition: number;
  /** 1, 2, 3, … in its partition, without gaps. */
  number: number;
  /** When it was taken into the record, by the clock of the taker. */
  recordedAt: string;
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

/** The chain of a thing: all that happens to it is in one. */
export function partitionOf(thingId: string): number {
  return createHash('sha256').update(thingId).digest().readUInt32BE(0) % PARTITIONS;
}

/** The link that follows the head of the fact's chain. */
export function link(head: ChainHead, fact: RecordedFact, recordedAt: Date): AuditRecord {
  const place = { partition: partitionOf(fact.thingId), number: head.number + 1 };
  const unsealed = { ...fact, ...place, recordedAt: recordedAt.toISOString(), previousHash: head.hash };
  return { ...unsealed, hash: hashOf(unsealed) };
}

/** Is nothing in the record changed, and is it in the chain where it belongs? */
export function isIntact({ hash, ...unsealed }: AuditRecord): boolean {
  return hash === hashOf(unsealed) && unsealed.partition === partitionOf(unsealed.thingId);
}

/** Does the record follow the head, and is nothing in it changed? */
export function follows(head: ChainHead, record: AuditRecord): boolean {
  return record.number === head.number + 1 && record.previousHash === head.hash && isIntact(record);
}

function hashOf(unsealed: Omit<AuditRecord, 'hash'>): string {
  return createHash('sha256').update(canonical(unsealed)).digest('hex');
}
