import { type AuditRecord, PARTITIONS } from './record.js';

/** A record as it lies in the database: its place and its time are in `_id` and `at` alone. */
export type StoredRecord = Omit<AuditRecord, 'partition' | 'number' | 'time'> & { _id: string; at: string };

const PLACE = /^(\d{2})-(\d{12})$/;

export function idOf({ partition, number }: { partition: number; number: number }): string {
  return `${String(partition).padStart(2, '0')}-${String(number).padStart(12, '0')}`;
}

export function toStored({ partition, number, time, ...record }: AuditRecord): StoredRecord {
  const _id = idOf({ partition, number });
  return { _id, at: `${time}/${_id}`, ...record };
}

/** A place or a time that was tampered with gives a record that fits nowhere. */
export function fromStored({ _id, at, ...record }: StoredRecord): AuditRecord {
  const [, partition, number] = PLACE.exec(_id) ?? [];
  const time = at.endsWith(`/${_id}`) ? at.slice(0, -_id.length - 1) : at;
  const place = { partition: Number(partition ?? PARTITIONS), number: Number(number ?? Number.NaN) };
  return { ...place, time, ...record };
}
