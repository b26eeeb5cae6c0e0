import type { Kafka, Message, Producer } from 'kafkajs';
import { describe } from '../delivery.js';
import { eventErrors } from '../event.errors.js';
import type { EventLog } from '../transport.js';
import { PRODUCER } from './settings.js';

interface Parcel {
  topic: string;
  messages: Message[];
  settled: PromiseWithResolvers<void>;
}

const PARCELS_AT_ONCE = 500;

/**
 * One idempotent producer, one request at a time: what arrives while a request is under way goes together with the next, so order
 * holds and many small publications cost little. After a failure the producer is thrown away, since its sequence may be broken.
 */
export class Sender {
  private waiting: Parcel[] = [];
  private producer: Producer | undefined;
  private sending: Promise<void> | undefined;
  private isStopped = false;
  private isHealthy = true;

  constructor(
    private readonly kafka: Kafka,
    private readonly log: EventLog,
  ) {}

  get healthy(): boolean {
    return this.isHealthy && !this.isStopped;
  }

  /** Resolves when all in-sync replicas have the messages. */
  send(topic: string, messages: Message[]): Promise<void> {
    if (this.isStopped) {
      return Promise.reject(eventErrors.stopped());
    }
    const settled = Promise.withResolvers<void>();
    this.waiting.push({ topic, messages, settled });
    this.sending ??= this.sendAll();
    return settled.promise;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.sending;
    await this.dropProducer();
  }

  private async sendAll(): Promise<void> {
    // The parcels of the present turn go together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      await this.sendTogether(this.waiting.splice(0, PARCELS_AT_ONCE));
    }
    this.sending = undefined;
  }

  private async sendTogether(parcels: Parcel[]): Promise<void> {
    try {
      await this.request(parcels);
      parcels.forEach(({ settled }) => settled.resolve());
    } catch (error) {
      await this.dropProducer();
      if (parcels.length > 1 && isAboutContent(error)) {
        await this.sendOneByOne(parcels);
      } else {
        parcels.forEach(({ settled }) => settled.reject(error));
      }
    }
  }

  /** One parcel that the broker refuses must not hold back the others. */
  private async sendOneByOne(parcels: Parcel[]): Promise<void> {
    for (const parcel of parcels) {
      await this.sendTogether([parcel]);
    }
  }

  private async request(parcels: Parcel[]): Promise<void> {
    try {
      this.producer ??= await this.openProducer();
      await this.producer.sendBatch({ acks: -1, topicMessages: byTopic(parcels) });
      this.isHealthy = true;
    } catch (error) {
      this.isHealthy = isAboutContent(error);
      this.log.warn('events could not be published', { error: describe(error) });
      throw error;
    }
  }

  private async openProducer(): Promise<Producer> {
    const producer = this.kafka.producer(PRODUCER);
    await producer.connect();
    return producer;
  }

  private async dropProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.disconnect().catch((error: unknown) => this.log.info('producer did not close', { error: describe(error) }));
  }
}

function byTopic(parcels: readonly Parcel[]): { topic: string; messages: Message[] }[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, messages } of parcels) {
    topics.set(topic, [...(topics.get(topic) ?? []), ...messages]);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}

function isAboutContent(error: unknown): boolean {
  const type = (error as { type?: string; cause?: { type?: string } }).type ?? (error as { cause?: { type?: string } }).cause?.type;
  return type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE' || type === 'INVALID_RECORD';
}
