/** What is wrong with the first thing that does not fit. */
export type FaultReason =
  | 'format' // not an export, or cut
  | 'root' // a root that is changed or does not follow the one before
  | 'root_unpublished' // not the root that was published for the day
  | 'root_missing' // the published root of a day of the period is not there
  | 'stamp' // a time stamp that does not prove its root
  | 'record' // a record that is changed, missing, put in or moved
  | 'seal' // a chain that is whole in itself, but not the one that was sealed
  | 'cut' // the end of a chain that was sealed or told of is missing
  | 'proof'; // a record whose proof does not lead to the root of its day

export interface Fault {
  reason: FaultReason;
  partition: number | null;
  number: number | null;
  day: string | null;
}

export interface PartitionVerdict {
  partition: number;
  /** Records that are whole. */
  records: number;
  head: string;
  fault: Fault | null;
}

export interface Verdict {
  complete: boolean;
  records: number;
  /** Of these, under a root. */
  sealed: number;
  roots: { count: number; lastDay: string | null; stamped: number; unchecked: number };
  partitions: PartitionVerdict[];
  /** The first, in the order of roots, chains and numbers; null = everything is whole. */
  fault: Fault | null;
}

export const faultOf = (reason: FaultReason, where: Partial<Omit<Fault, 'reason'>> = {}): Fault => ({
  reason,
  partition: null,
  number: null,
  day: null,
  ...where,
});
