import { topicOf } from '@aigaq/contracts';
import { describe, type EventTransport, type StoredEvent } from '@aigaq/events';
import type { Logger } from '@nestjs/common';
import type { Pending } from './outbox.js';
import { RecentIds } from './recent-ids.js';

/** Documents of one topic that are told side by side. */
const SIDE_BY_SIDE = 16;
const QUEUE = 2_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const STOP_PATIENCE_MS = 5_000;

interface Lane {
  topic: string;
  pending: Pending;
  events: StoredEvent[];
  /** Looks at the document once more. */
  again: () => void;
  /** The document was seen again while this was queued or under way. */
  isMissed: boolean;
}

interface Failure {
  tries: number;
  until: number;
}

/**
 * Publishes pending events: one publication at a time per document and topic, so that their order holds. Topics do not wait for each
 * other, so that slow work (reading a scan) does not hold back news.
 */
export class Dispatcher {
  private readonly lanes = new Map<string, Lane>();
  private readonly queues = new Map<string, Lane[]>();
  private readonly underWay = new Map<string, Set<Promise<void>>>();
  private readonly failures = new Map<string, Failure>();
  /** Published, but not yet out of the outbox: the database was away at that moment. */
  private readonly published = new Set<string>();
  /** Told and taken out; a look that began before that still shows them. */
  private readonly done = new RecentIds();
  private readonly unknown = new Set<string>();
  private isStopped = false;

  constructor(
    private readonly transport: EventTransport,
    private readonly mayTell: () => boolean,
    private readonly log: Logger,
  ) {}

  /** @returns whether some of it was taken on; the rest is under way already, failed a moment ago, or stands before a full queue */
  dispatch(pending: Pending, again: () => void): boolean {
    let isTaken = false;
    const open = pending.events.filter(({ id }) => !this.done.has(id));
    for (const [topic, events] of this.byTopic(open)) {
      const name = nameOf(topic, pending.id);
      const lane = this.lanes.get(name);
      if (lane) {
        lane.isMissed = true;
      } else if (this.mayTry(name)) {
        isTaken = this.enqueue(name, { topic, pending, events, again, isMissed: false }) || isTaken;
      }
    }
    return isTaken;
  }

  /** Waits for what is under way; what is not told then stays in the outbox. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(patience.resolve, STOP_PATIENCE_MS);
    await Promise.race([Promise.all([...this.underWay.values()].flatMap((tasks) => [...tasks])), patience.promise]);
    clearTimeout(timer);
  }

  private enqueue(name: string, lane: Lane): boolean {
    const queue = this.queues.get(lane.topic) ?? [];
    this.queues.set(lane.topic, queue);
    if (queue.length >= QUEUE) {
      return false;
    }
    this.lanes.set(name, lane);
    queue.push(lane);
    this.fill(lane.topic, queue);
    return true;
  }

  private fill(topic: string, queue: Lane[]): void {
    const tasks = this.underWay.get(topic) ?? new Set();
    this.underWay.set(topic, tasks);
    while (tasks.size < SIDE_BY_SIDE) {
      const lane = queue.shift();
      if (!lane) {
        return;
      }
      const task = this.tell(lane).finally(() => {
        tasks.delete(task);
        this.lanes.delete(nameOf(topic, lane.pending.id));
        if (lane.isMissed) {
          lane.again();
        }
        this.fill(topic, queue);
      });
      tasks.add(task);
    }
  }

  private async tell({ topic, events, pending }: Lane): Promise<void> {
    if (this.isStopped || !this.mayTell()) {
      return;
    }
    const name = nameOf(topic, pending.id);
    try {
      await this.publish(topic, events);
      const ids = events.map(({ id }) => id);
      await pending.told(ids);
      this.done.add(ids);
      ids.forEach((id) => this.published.delete(id));
      this.failures.delete(name);
    } catch (error) {
      this.remember(name, error);
    }
  }

  private async publish(topic: string, events: readonly StoredEvent[]): Promise<void> {
    const open = events.filter(({ id }) => !this.published.has(id));
    if (open.length > 0) {
      await this.transport.publish(topic, open);
      open.forEach(({ id }) => this.published.add(id));
    }
  }

  private remember(name: string, error: unknown): void {
    const tries = (this.failures.get(name)?.tries ?? 0) + 1;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 10));
    this.failures.set(name, { tries, until: Date.now() + pauseMs });
    if (!this.isStopped) {
      this.log.warn(`events for ${name} are not told (${tries}): ${describe(error)}`);
    }
  }

  private mayTry(name: string): boolean {
    return !this.isStopped && Date.now() >= (this.failures.get(name)?.until ?? 0);
  }

  private byTopic(events: readonly StoredEvent[]): Map<string, StoredEvent[]> {
    const topics = new Map<string, StoredEvent[]>();
    for (const event of events) {
      const topic = this.topicOf(event);
      if (topic) {
        topics.set(topic, [...(topics.get(topic) ?? []), event]);
      }
    }
    return topics;
  }

  /** A type that this version does not know stays where it is and holds up nobody. */
  private topicOf({ id, type }: StoredEvent): string | undefined {
    try {
      return topicOf(type);
    } catch (error) {
      if (!this.unknown.has(id)) {
        this.log.error(`event ${id} cannot be told: ${describe(error)}`);
      }
      this.unknown.add(id);
      return undefined;
    }
  }
}

function nameOf(topic: string, id: string): string {
  return `${topic}/${id}`;
}
