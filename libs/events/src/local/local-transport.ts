import { sortableId } from '@aigaq/kernel';
import { type DeadLetter, type DeadLetterFilter, type DeadLetters, matches } from '../dead-letter.js';
import { DEFAULT_RETRIES, deliver, describe, type RetryRules } from '../delivery.js';
import { eventErrors } from '../event.errors.js';
import { Lanes } from '../lanes.js';
import type { StoredEvent } from '../stored-event.js';
import { type EventHandlers, type EventLog, EventTransport, SILENT, type SubscribeOptions } from '../transport.js';
import { DeadLetterFile } from './dead-letter-file.js';

export interface LocalSettings {
  /** Where dead letters are kept. */
  folder: string;
  retries?: Partial<RetryRules>;
  log?: EventLog;
}

interface Group {
  name: string;
  handlers: EventHandlers;
  lanes: Lanes;
}

const REPLAY_POLL_MS = 1_000;
const STOP_PATIENCE_MS = 15_000;

/**
 * Events within one process: an event is handed to every group, and published when all of them have taken it or have left it as a
 * dead letter. Durability is the outbox's: what was not taken when the process ended is published again.
 */
export class LocalTransport extends EventTransport {
  private readonly groups = new Map<string, Group>();
  private readonly letters: DeadLetterFile;
  private readonly retries: RetryRules;
  private readonly log: EventLog;
  private readonly end = new AbortController();
  private readonly started = Promise.withResolvers<void>();
  private isRunning = false;
  private poll: NodeJS.Timeout | undefined;

  constructor({ folder, retries = {}, log = SILENT }: LocalSettings) {
    super();
    this.letters = new DeadLetterFile(folder);
    this.retries = { ...DEFAULT_RETRIES, ...retries };
    this.log = log;
    this.started.promise.catch(() => undefined);
  }

  async publish(topic: string, events: readonly StoredEvent[]): Promise<void> {
    await this.started.promise;
    for (const event of events) {
      const listening = [...this.groups.values()].filter(({ handlers }) => handlers.has(event.type));
      await Promise.all(listening.map((group) => this.hand(topic, event, group)));
    }
  }

  subscribe(group: string, handlers: EventHandlers, { concurrency = 8 }: SubscribeOptions = {}): void {
    this.groups.set(group, { name: group, handlers, lanes: new Lanes(concurrency) });
  }

  start(): Promise<void> {
    this.isRunning = true;
    this.started.resolve();
    this.poll = setInterval(() => void this.takeRequests(), REPLAY_POLL_MS);
    this.poll.unref();
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.isRunning = false;
    clearInterval(this.poll);
    this.end.abort();
    this.started.reject(eventErrors.stopped());
    const idle = Promise.all([...this.groups.values()].map(({ lanes }) => lanes.idle()));
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(patience.resolve, STOP_PATIENCE_MS);
    await Promise.race([idle, patience.promise]);
    clearTimeout(timer);
  }

  isReady(): boolean {
    return this.isRunning;
  }

  deadLetters(): DeadLetters {
    return { list: () => this.letters.list(), replay: (which) => this.replay(which) };
  }

  private hand(topic: string, event: StoredEvent, group: Group): Promise<void> {
    return group.lanes.run(event.key, async () => {
      const handler = group.handlers.get(event.type);
      if (this.end.signal.aborted) {
        throw eventErrors.stopped();
      }
      const refusal = handler && (await deliver(event, handler, this.retries, this.end.signal));
      if (refusal) {
        const letter: DeadLetter = { id: sortableId(), topic, group: group.name, ...refusal, time: new Date().toISOString(), event };
        await this.letters.append(letter);
        this.log.warn('event became a dead letter', { topic, group: group.name, event: event.id, type: event.type, ...refusal });
      }
    });
  }

  /** A letter leaves the file after its group has had it again; refused again, it is a new letter. */
  private async replay(which: DeadLetterFilter): Promise<number> {
    const found = (await this.letters.list()).filter((letter) => matches(letter, which));
    for (const letter of found) {
      const group = this.groups.get(letter.group);
      if (group && letter.event) {
        await this.hand(letter.topic, letter.event, group);
        await this.letters.remove(new Set([letter.id]));
      }
    }
    return found.length;
  }

  private async takeRequests(): Promise<void> {
    try {
      for (const request of await this.letters.takeRequests()) {
        await this.replay(request);
      }
    } catch (error) {
      this.log.warn('dead letters could not be replayed', { error: describe(error) });
    }
  }
}
