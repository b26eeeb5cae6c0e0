import type { Collection, Connection } from 'mongoose';

/** What this library needs of a mongoose model, whatever its type: documents are read and written as they are, without casting. */
export interface DocumentModel {
  readonly modelName: string;
  readonly collection: { readonly name: string };
  readonly db: Connection;
  readonly schema: { readonly paths: Readonly<Record<string, { readonly options?: { readonly unrecorded?: boolean } }>> };
}

// A document of any shape; `Aggregates` gives it its type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyDocument = any;

export function collectionOf<T extends object = AnyDocument>({ db, collection }: DocumentModel): Collection<T> {
  return db.collection<T>(collection.name);
}
