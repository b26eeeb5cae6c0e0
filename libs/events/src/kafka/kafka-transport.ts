import { setTimeout as pause } from 'node:timers/promises';
import { topicOf } from '@aigaq/contracts';
import type { Kafka } from 'kafkajs';
import type { DeadLetters } from '../dead-letter.js';
import { DEFAULT_RETRIES, describe, type RetryRules } from '../delivery.js';
import type { StoredEvent } from '../stored-event.js';
import { type EventHandlers, type EventLog, EventTransport, SILENT, type SubscribeOptions } from '../transport.js';
import { DeadTopics } from './dead-topics.js';
import { GroupConsumer } from './group-consumer.js';
import { MessageTaker } from './message-taker.js';
import { Sender } from './sender.js';
import { connectTo, type KafkaSettings } from './settings.js';
import { deadTopic, Topics } from './topics.js';
import { toMessage } from './wire.js';

/** Events through Kafka: published when all in-sync replicas have them, taken by each group at its own pace. */
export class KafkaTransport extends EventTransport {
  private readonly kafka: Kafka;
  private readonly sender: Sender;
  private readonly topics: Topics;
  private readonly log: EventLog;
  private readonly retries: RetryRules;
  private readonly topicOf: (type: string) => string;
  private readonly groups: GroupConsumer[] = [];
  private readonly listened = new Set<string>();
  private readonly end = new AbortController();
  private isStarted = false;

  constructor(settings: KafkaSettings) {
    super();
    this.log = settings.log ?? SILENT;
    this.retries = { ...DEFAULT_RETRIES, ...settings.retries };
    this.topicOf = settings.topicOf ?? topicOf;
    this.kafka = connectTo(settings);
    this.sender = new Sender(this.kafka, this.log);
    this.topics = new Topics(this.kafka, settings.partitions ?? 6, settings.replicationFactor ?? -1);
  }

  async publish(topic: string, events: readonly StoredEvent[]): Promise<void> {
    await this.topics.ensure([topic]);
    await this.sender.send(topic, events.map(toMessage));
  }

  subscribe(group: string, handlers: EventHandlers, { concurrency = 8 }: SubscribeOptions = {}): void {
    const topics = [...new Set([...handlers.keys()].map(this.topicOf))];
    topics.forEach((topic) => this.listened.add(topic).add(deadTopic(topic, group)));
    const { kafka, log, retries, sender, end } = this;
    const taker = new MessageTaker({ group, handlers, retries, sender, topics: this.topics, log, signal: end.signal });
    this.groups.push(new GroupConsumer({ kafka, group, topics, taker, concurrency, log, signal: end.signal }));
  }

  async start(): Promise<void> {
    await this.ensureTopics();
    await Promise.all(this.groups.map((group) => group.start()));
    this.isStarted = true;
  }

  async stop(): Promise<void> {
    this.isStarted = false;
    this.end.abort();
    await Promise.all(this.groups.map((group) => group.stop()));
    await this.sender.stop();
  }

  isReady(): boolean {
    return this.isStarted && this.sender.healthy && this.groups.every(({ joined }) => joined);
  }

  deadLetters(): DeadLetters {
    return new DeadTopics(this.kafka, this.sender);
  }

  /** Waits for the broker, however long it is away. */
  private async ensureTopics(): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      try {
        return await this.topics.ensure([...this.listened]);
      } catch (error) {
        this.log.warn('topics could not be looked at', { error: describe(error) });
        await pause(1_000, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
