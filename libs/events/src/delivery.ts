import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@aigaq/kernel';
import type { DeadReason } from './dead-letter.js';
import { eventErrors } from './event.errors.js';
import { isOutage } from './outage.js';
import type { StoredEvent } from './stored-event.js';
import type { EventHandler } from './transport.js';

export interface RetryRules {
  /** Calls of a handler that fails for an unknown reason. */
  tries: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** How long a server that is away (database, store) is waited for. */
  outagePatienceMs: number;
}

/** Five tries in about ten seconds; five minutes for an outage. */
export const DEFAULT_RETRIES: RetryRules = {
  tries: 5,
  firstPauseMs: 650,
  longestPauseMs: 5_000,
  outagePatienceMs: 300_000,
};

export interface Refusal {
  reason: DeadReason;
  error: string;
  tries: number;
}

/**
 * Hands an event to a handler until it takes it or is given up; nothing thrown by a handler comes out of here.
 * @returns undefined when it was taken
 * @throws event.stopped when `signal` ends the waiting: the event stays where it was
 */
export async function deliver(
  event: StoredEvent,
  handler: EventHandler,
  rules: RetryRules,
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  const patienceEnds = Date.now() + rules.outagePatienceMs;
  for (let tries = 1; ; tries += 1) {
    try {
      await handler(event);
      return undefined;
    } catch (error) {
      const reason = reasonToGiveUp(error, tries, rules, patienceEnds);
      if (reason) {
        return { reason, error: describe(error), tries };
      }
    }
    await backOff(tries, rules, signal);
  }
}

/** Waits longer after each try, with a random part so that many do not come back at once. */
export async function backOff(tries: number, rules: RetryRules, signal: AbortSignal): Promise<void> {
  const longest = Math.min(rules.longestPauseMs, rules.firstPauseMs * 2 ** Math.min(tries - 1, 16));
  try {
    await pause(longest * (0.8 + 0.2 * Math.random()), undefined, { signal });
  } catch {
    throw eventErrors.stopped();
  }
}

function reasonToGiveUp(error: unknown, tries: number, rules: RetryRules, patienceEnds: number): DeadReason | undefined {
  if (isOutage(error)) {
    return Date.now() >= patienceEnds ? 'exhausted' : undefined;
  }
  if (error instanceof DomainError) {
    return error.code === 'event.undecodable' ? 'undecodable' : 'refused';
  }
  return tries >= rules.tries ? 'exhausted' : undefined;
}

/** One line for the operator. */
export function describe(error: unknown): string {
  if (error instanceof DomainError) {
    return `${error.code}: ${error.message} ${JSON.stringify(error.data)}`.slice(0, 500);
  }
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
}
