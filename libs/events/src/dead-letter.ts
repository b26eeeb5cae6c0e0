import type { StoredEvent } from './stored-event.js';

/** `undecodable`: not one of our events; `refused`: the listener's rule says no; `exhausted`: failed at every try. */
export type DeadReason = 'undecodable' | 'refused' | 'exhausted';

/** An event that one group could not take. */
export interface DeadLetter {
  id: string;
  topic: string;
  group: string;
  reason: DeadReason;
  /** Code and sentence of a domain error, else name and message of the error, at most 500 characters. */
  error: string;
  tries: number;
  /** ISO 8601 in UTC. */
  time: string;
  event?: StoredEvent;
  /** The body as it came, when it could not be decoded. */
  raw?: string;
}

export interface DeadLetterFilter {
  topic: string;
  group?: string;
}

export interface DeadLetters {
  /** Those not yet replayed, oldest first. */
  list(): Promise<DeadLetter[]>;

  /** Hands them once more to the group that had refused them, to no other; answers how many. */
  replay(which: DeadLetterFilter): Promise<number>;
}

export function matches(letter: DeadLetter, { topic, group }: DeadLetterFilter): boolean {
  return letter.topic === topic && (group === undefined || letter.group === group);
}
