import { sortableId } from '@aigaq/kernel';
import { type Connection, createConnection } from 'mongoose';

export const MONGODB_URI = process.env['MONGODB_URI'] ?? '';

/** The database of this run; suites that need it are skipped where there is none. */
export const withDatabase = MONGODB_URI ? describe : describe.skip;

/** A database of its own for one test file, empty; `drop` at the end. */
export function connect(name = `test_${sortableId().slice(-12)}`): Promise<Connection> {
  return createConnection(MONGODB_URI, { dbName: name, retryWrites: false, ignoreUndefined: true, serverSelectionTimeoutMS: 5_000 }).asPromise();
}

export async function until(isTrue: () => boolean | Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await isTrue())) {
    if (Date.now() > end) {
      throw new Error('What was waited for did not happen.');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
