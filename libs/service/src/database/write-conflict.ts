const DEADLOCK = 112;
const TRIES = 10;

/** Writers of one new key waited for each other and the database ended this one: nothing was written, and nothing is wrong with it. */
export function isWriteConflict(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === DEADLOCK;
}

/**
 * Does the same call again while the database ends it for a write conflict (112). «Somebody was first» (11000) comes out as it is.
 * @param write must be the same when it is done twice: an upsert, or an insert with an id of its own
 */
export async function despiteConflicts<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isWriteConflict(error) || tries === TRIES) {
        throw error;
      }
    }
  }
}
