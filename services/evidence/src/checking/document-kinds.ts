/** Kinds of document of the card that the reader can tell apart by their heading. */
const READABLE = {
  order: 'order',
  protocol: 'protocol',
  note: 'note',
  policy: 'policy',
  plan: 'plan',
  announcement: 'announcement',
  letter: 'letter',
} as const;

/** What a person may say that a paper is. */
export const KINDS: readonly string[] = [...Object.values(READABLE), 'other'];

export type ReadableKind = (typeof READABLE)[keyof typeof READABLE];

/**
 * The kinds that the reader shall expect; empty = any. One kind that it does not know (schedule, list, report form, regulation, …) makes any
 * kind acceptable: it could not tell that kind from a wrong one.
 */
export function readableKinds(kinds: readonly string[]): ReadableKind[] {
  const known = kinds.flatMap((kind) => READABLE[kind as keyof typeof READABLE] ?? []);
  return known.length === kinds.length ? [...new Set(known)] : [];
}
