import type { Decision } from '@aigaq/kernel';

const KEPT_IDS = 200;

/**
 * Lets an event change a thing once, however often it is delivered: ids of taken events are kept in the thing itself.
 * @returns undefined when the event was taken before; the thing's schema needs `taken: [String]`
 */
export function applyOnce<T extends { taken?: readonly string[] }>(
  eventId: string,
  state: T,
  decide: (state: T) => Decision<T>,
): Decision<T> | undefined {
  const taken = state.taken ?? [];
  if (taken.includes(eventId)) {
    return undefined;
  }
  const { next, events } = decide(state);
  return { next: { ...next, taken: [...taken, eventId].slice(-KEPT_IDS) }, events };
}
