import { createHash } from 'node:crypto';
import { canonical } from '../records/canonical.js';
import { type ChainHead, EMPTY_CHAIN, GENESIS, PARTITIONS } from '../records/record.js';

/** A chain at the end of a day: its last record, and the tree of the day's records. */
export interface PartitionSeal extends ChainHead {
  tree: string;
}

/** What seals a day: all chains as they stood, and through `previousHash` all days before. */
export interface DayRoot {
  /** In Asia/Almaty, `YYYY-MM-DD`. */
  day: string;
  /** Of the root of the day before; of the first it is the hash in which chains begin. */
  previousHash: string;
  /** One for each chain, in their order. */
  partitions: PartitionSeal[];
  hash: string;
}

export function rootOf(day: string, previous: DayRoot | undefined, partitions: PartitionSeal[]): DayRoot {
  const unsealed = { day, previousHash: previous?.hash ?? GENESIS, partitions };
  return { ...unsealed, hash: hashOf(unsealed) };
}

/** Is nothing in the root changed, and does it follow the one before? */
export function followsRoot(previous: DayRoot | undefined, root: DayRoot): boolean {
  return isIntactRoot(root) && root.previousHash === (previous?.hash ?? GENESIS) && (previous === undefined || root.day > previous.day);
}

export function isIntactRoot({ hash, ...unsealed }: DayRoot): boolean {
  return hash === hashOf(unsealed) && unsealed.partitions.length === PARTITIONS;
}

/** Where a chain stood at the end of the day. */
export function sealedHead(root: DayRoot | undefined, partition: number): ChainHead {
  return root?.partitions[partition] ?? EMPTY_CHAIN;
}

/** How many records the day has. */
export function recordsOf(root: DayRoot, previous: DayRoot | undefined): number {
  return root.partitions.reduce((sum, { number }, partition) => sum + number - sealedHead(previous, partition).number, 0);
}

/** The bytes that a time stamp is asked for. */
export const stampedBytes = (rootHash: string): Uint8Array => Buffer.from(rootHash, 'hex');

function hashOf({ day, previousHash, partitions }: Omit<DayRoot, 'hash'>): string {
  return createHash('sha256').update(canonical({ day, previousHash, partitions })).digest('hex');
}
