import type { KafkaMessage, Message } from 'kafkajs';
import { backOff, deliver, describe, type Refusal, type RetryRules } from '../delivery.js';
import type { StoredEvent } from '../stored-event.js';
import type { EventHandlers, EventLog } from '../transport.js';
import type { Sender } from './sender.js';
import { deadTopic, type Topics } from './topics.js';
import { fromMessage, headerOf, REPLAY_FOR } from './wire.js';

export interface TakerParts {
  group: string;
  handlers: EventHandlers;
  retries: RetryRules;
  sender: Sender;
  topics: Topics;
  log: EventLog;
  signal: AbortSignal;
}

/** Takes one message for one group: to its handler, or to the group's dead letters. Never fails because of a message. */
export class MessageTaker {
  constructor(private readonly parts: TakerParts) {}

  /** @throws event.stopped when the process ends: the message was not taken */
  async take(topic: string, message: KafkaMessage): Promise<void> {
    const { group } = this.parts;
    const replayFor = headerOf(message.headers, REPLAY_FOR);
    if (replayFor !== undefined && replayFor !== group) {
      return;
    }
    const refusal = await this.hand(message);
    if (refusal) {
      await this.bury(topic, message, refusal);
    }
  }

  private async hand(message: KafkaMessage): Promise<Refusal | undefined> {
    const { handlers, retries, signal } = this.parts;
    let event: StoredEvent;
    try {
      event = fromMessage(message);
    } catch (error) {
      return { reason: 'undecodable', error: describe(error), tries: 0 };
    }
    const handler = handlers.get(event.type);
    return handler && deliver(event, handler, retries, signal);
  }

  /** A letter that cannot be written is tried for as long as the process lives: skipping it would lose the event. */
  private async bury(topic: string, message: KafkaMessage, refusal: Refusal): Promise<void> {
    const { group, sender, topics, log, retries, signal } = this.parts;
    const letter = letterOf(topic, group, message, refusal);
    for (let tries = 1; ; tries += 1) {
      try {
        await topics.ensure([deadTopic(topic, group)]);
        await sender.send(deadTopic(topic, group), [letter]);
        log.warn('event became a dead letter', { topic, group, offset: message.offset, ...refusal });
        return;
      } catch (error) {
        log.warn('dead letter could not be written', { topic, group, error: describe(error) });
      }
      await backOff(tries, retries, signal);
    }
  }
}

function letterOf(topic: string, group: string, message: KafkaMessage, { reason, error, tries }: Refusal): Message {
  const { [REPLAY_FOR]: _, ...headers } = message.headers ?? {};
  return {
    key: message.key,
    value: message.value,
    headers: {
      ...headers,
      'dead-topic': topic,
      'dead-group': group,
      'dead-reason': reason,
      'dead-error': error,
      'dead-tries': String(tries),
      'dead-time': new Date().toISOString(),
    },
  };
}
