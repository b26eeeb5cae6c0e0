import { isDeepStrictEqual } from 'node:util';
import type { StoredEvent } from '@aigaq/events';
import { Schema, type SchemaDefinition } from 'mongoose';

/** When a followed document was last written. */
export const CHANGED_AT = 'changedAt';

/** A state as it is loaded: with its version, so that events can say which one they made (`version + 1`). */
export type Kept<T> = T & { version: number };

/** A state as it lies in its document, together with the events that are still to be told. */
export type Stored<T> = Omit<T, 'id'> & { _id: string; version: number; outbox: StoredEvent[] };

/**
 * Schema of a thing whose rules decide events: the given fields, and `_id`, `version`, `outbox`.
 * Documents are written as decided, without casting: the schema names the fields and holds the indexes.
 * A collection that is kept in memory (`Followed`) is `followed`: each write is stamped with its time.
 */
export function aggregateSchema(fields: SchemaDefinition, collection: string, { followed = false } = {}): Schema {
  const kept: SchemaDefinition = { ...fields, _id: { type: String }, version: { type: Number }, outbox: { type: [Schema.Types.Mixed] } };
  const options = { collection, versionKey: false, minimize: false, id: false } as const;
  if (!followed) {
    return new Schema(kept, options);
  }
  // Followed: what changed since the last look.
  return new Schema({ ...kept, [CHANGED_AT]: { type: Date } }, options).index({ [CHANGED_AT]: 1 });
}

/** A field that serves queries and repetition, not people: what is recorded of a change leaves it out. */
export function unrecorded<T>(type: T): { type: T; unrecorded: true } {
  return { type, unrecorded: true };
}

/** The state in a document that was read with `lean()`. */
export function fromStored<T extends { id: string }>({ _id, outbox: _, changedAt: __, ...state }: { _id: unknown; outbox?: unknown; changedAt?: unknown }): Kept<T> {
  return { ...state, id: _id } as unknown as Kept<T>;
}

/** The update that makes `next` out of `before`: only fields that differ. */
export function difference(before: object, next: object): { $set?: object; $unset?: object } {
  const was = withoutKeys(before);
  const will = withoutKeys(next);
  const changed = Object.entries(will).filter(([field, value]) => !isDeepStrictEqual(was[field], value));
  const gone = Object.keys(was).filter((field) => will[field] === undefined);
  return {
    ...(changed.length > 0 && { $set: Object.fromEntries(changed) }),
    ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((field) => [field, ''])) }),
  };
}

/** The fields that belong to the thing itself; undefined is the same as absent. */
export function withoutKeys(state: object): Record<string, unknown> {
  const own = Object.entries(state).filter(([field, value]) => value !== undefined && !['id', 'version', 'outbox'].includes(field));
  return Object.fromEntries(own);
}
