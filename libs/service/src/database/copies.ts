import { collectionOf, type DocumentModel } from './document-model.js';
import { isDuplicate } from './duplicate.js';
import { despiteConflicts } from './write-conflict.js';

interface Copied {
  _id: string;
  version: number;
}

/** A service's own copies of another's facts; each carries the version that it was made from. */
export class Copies<T extends object> {
  constructor(private readonly model: DocumentModel) {}

  /**
   * Keeps the fields, unless the copy is as new or newer; fields not named stay.
   * @returns false when the copy was not older
   */
  async put(id: string, version: number, fields: Partial<T>): Promise<boolean> {
    try {
      const older = { _id: id, version: { $lt: version } };
      const written = await despiteConflicts(() =>
        collectionOf(this.model).updateOne(older, { $set: { ...fields, version } }, { upsert: true }),
      );
      return written.modifiedCount + written.upsertedCount > 0;
    } catch (error) {
      // There is a copy, it is not older, so the upsert tried to insert a second one.
      if (isDuplicate(error)) {
        return false;
      }
      throw error;
    }
  }

  /** The copy, if there is one. */
  async find(id: string): Promise<(T & Copied) | undefined> {
    const found = (await collectionOf(this.model).findOne({ _id: id })) as (T & Copied) | null;
    return found ?? undefined;
  }
}
