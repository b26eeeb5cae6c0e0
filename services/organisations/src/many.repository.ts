import { isDuplicate, type Stored } from '@aigaq/service';
import type { Model } from 'mongoose';

const AT_ONCE = 500;

/** Inserts documents with ids of their own; where one is there already, somebody was first and it stays. */
export async function insertMissing<T>(model: Model<Stored<T>>, documents: readonly Stored<T>[]): Promise<void> {
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    try {
      await model.collection.insertMany(documents.slice(from, from + AT_ONCE) as never[], { ordered: false });
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
    }
  }
}

/** How many things have facts that not every listener (or the bus) has taken yet. */
export function countUntold<T>(model: Model<Stored<T>>): Promise<number> {
  return model.collection.countDocuments({ 'outbox.id': { $gt: '' } });
}
