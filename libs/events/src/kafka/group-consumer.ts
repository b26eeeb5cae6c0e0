import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { describe } from '../delivery.js';
import { Lanes } from '../lanes.js';
import type { EventLog } from '../transport.js';
import { BatchProgress } from './batch-progress.js';
import type { MessageTaker } from './message-taker.js';
import { CONSUMER } from './settings.js';

export interface GroupParts {
  kafka: Kafka;
  group: string;
  topics: string[];
  taker: MessageTaker;
  concurrency: number;
  log: EventLog;
  signal: AbortSignal;
}

const REOPEN_MS = 1_000;
const STOP_PATIENCE_MS = 15_000;

/** One consumer group in this process; it is opened again whenever kafkajs gives up. */
export class GroupConsumer {
  private consumer: Consumer | undefined;
  private isJoined = false;

  constructor(private readonly parts: GroupParts) {}

  get joined(): boolean {
    return this.isJoined;
  }

  /** Resolves when the group is joined, however long the broker is away. */
  async start(): Promise<void> {
    const { signal, log, group } = this.parts;
    while (!signal.aborted) {
      try {
        return await this.open();
      } catch (error) {
        log.warn('consumer could not start', { group, error: describe(error) });
        await this.close();
        await pause(REOPEN_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Waits for the handlers that run, but not longer than 15 s: what they did not finish comes again. */
  async stop(): Promise<void> {
    const patience = new AbortController();
    await Promise.race([this.close(), pause(STOP_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
  }

  private async open(): Promise<void> {
    const { kafka, group, topics, log } = this.parts;
    const consumer = kafka.consumer({ ...CONSUMER, groupId: group, retry: { retries: 5, maxRetryTime: 3_000, initialRetryTime: 300 } });
    this.consumer = consumer;
    consumer.on('consumer.group_join', () => {
      this.isJoined = true;
    });
    consumer.on('consumer.crash', ({ payload }) => {
      this.isJoined = false;
      log.warn('consumer lost its broker', { group, error: describe(payload.error), restart: payload.restart });
      if (!payload.restart) {
        void this.reopen(consumer);
      }
    });
    await consumer.connect();
    // A group that is new has to hear everything that was told before.
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({ eachBatchAutoResolve: false, autoCommitInterval: 2_000, eachBatch: (batch) => this.take(batch) });
  }

  private async reopen(crashed: Consumer): Promise<void> {
    if (this.consumer === crashed && !this.parts.signal.aborted) {
      await this.close();
      await pause(REOPEN_MS);
      await this.start();
    }
  }

  private async close(): Promise<void> {
    const consumer = this.consumer;
    this.consumer = undefined;
    this.isJoined = false;
    await consumer?.disconnect().catch((error: unknown) => this.parts.log.info('consumer did not close', { error: describe(error) }));
  }

  /** Keys side by side, each key in order; the heart beats meanwhile, and only what is done is committed. */
  private async take(payload: EachBatchPayload): Promise<void> {
    const { messages, topic } = payload.batch;
    const progress = new BatchProgress(messages.map(({ offset }) => offset));
    const lanes = new Lanes(this.parts.concurrency);
    const pulse = new Pulse(payload);
    const isOver = (): boolean => this.parts.signal.aborted || pulse.failure !== undefined || payload.isStale();
    const taking = messages.map((message) =>
      lanes.run(message.key?.toString() ?? message.offset, async () => {
        if (isOver()) {
          return;
        }
        await this.parts.taker.take(topic, message);
        const doneTo = progress.finish(message.offset);
        if (doneTo !== undefined) {
          payload.resolveOffset(doneTo);
        }
      }),
    );
    await Promise.allSettled(taking);
    pulse.stop();
    if (pulse.failure !== undefined) {
      // kafkajs commits what is resolved and joins the group again.
      throw pulse.failure;
    }
  }
}

/** Keeps a member alive while its handlers work; a failed beat (the group rebalances) ends the batch early. */
class Pulse {
  failure: Error | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(batch: EachBatchPayload) {
    this.timer = setInterval(() => {
      batch
        .heartbeat()
        .then(() => batch.commitOffsetsIfNecessary())
        .catch((error: Error) => {
          this.failure ??= error;
        });
    }, CONSUMER.heartbeatInterval);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
