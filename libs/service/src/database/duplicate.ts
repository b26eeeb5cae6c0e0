/** «Somebody was first»: the only thing that may be read from a duplicate-key error on every engine is its code. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 11000;
}
