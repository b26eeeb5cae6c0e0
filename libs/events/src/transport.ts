import type { DeadLetters } from './dead-letter.js';
import type { StoredEvent } from './stored-event.js';

export type EventHandler = (event: StoredEvent) => Promise<void>;

/** Handlers of one group by full proto name. */
export type EventHandlers = ReadonlyMap<string, EventHandler>;

export interface SubscribeOptions {
  /** How many keys are handled side by side. */
  concurrency?: number;
}

/** The way of facts between services. Delivery is at least once, ordered per key within one topic. */
export abstract class EventTransport {
  /** Resolves when the events are durable (or taken by every group); rejects when they have to be published again. */
  abstract publish(topic: string, events: readonly StoredEvent[]): Promise<void>;

  /** Registers the handlers of a group; once per group, before `start`. */
  abstract subscribe(group: string, handlers: EventHandlers, options?: SubscribeOptions): void;

  /** Resolves when every group listens. */
  abstract start(): Promise<void>;

  /** Takes no more events and waits for the handlers that run. May be called twice. */
  abstract stop(): Promise<void>;

  /** True while events can come and go, as far as is known. */
  abstract isReady(): boolean;

  abstract deadLetters(): DeadLetters;
}

/** Where a transport writes what an operator should know. */
export interface EventLog {
  info(text: string, values?: Record<string, unknown>): void;
  warn(text: string, values?: Record<string, unknown>): void;
}

export const SILENT: EventLog = { info: () => undefined, warn: () => undefined };
