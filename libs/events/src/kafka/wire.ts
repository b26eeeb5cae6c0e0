import type { IHeaders, Message } from 'kafkajs';
import { eventErrors } from '../event.errors.js';
import type { StoredEvent } from '../stored-event.js';

/** Put by a replay: only this group takes the message. */
export const REPLAY_FOR = 'replay-for';

/** Body = canonical proto JSON; everything else travels in headers. */
export function toMessage(event: StoredEvent): Message {
  return {
    key: event.key,
    value: JSON.stringify(event.payload),
    headers: {
      id: event.id,
      type: event.type,
      time: event.time,
      'correlation-id': event.correlationId,
      ...(event.causationId === undefined ? {} : { 'causation-id': event.causationId }),
      ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
      'actor-id': event.actor.id,
      'actor-name': event.actor.name,
    },
  };
}

interface Received {
  key: Buffer | null;
  value: Buffer | null;
  headers?: IHeaders | undefined;
}

/** @throws event.undecodable when the message was not written by `toMessage` */
export function fromMessage({ key, value, headers = {} }: Received): StoredEvent {
  const causationId = headerOf(headers, 'causation-id');
  const traceparent = headerOf(headers, 'traceparent');
  return {
    id: required(headers, 'id'),
    type: required(headers, 'type'),
    payload: payloadOf(value),
    time: required(headers, 'time'),
    key: key?.toString() ?? '',
    correlationId: required(headers, 'correlation-id'),
    ...(causationId === undefined ? {} : { causationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
    actor: { id: required(headers, 'actor-id'), name: headerOf(headers, 'actor-name') ?? '' },
  };
}

export function headerOf(headers: IHeaders | undefined, name: string): string | undefined {
  const value = headers?.[name];
  return (Array.isArray(value) ? value[0] : value)?.toString();
}

function required(headers: IHeaders, name: string): string {
  const value = headerOf(headers, name);
  if (!value) {
    throw eventErrors.undecodable({ cause: `no header ${name}` });
  }
  return value;
}

function payloadOf(value: Buffer | null): Record<string, unknown> {
  try {
    const payload: unknown = JSON.parse(value?.toString() ?? '');
    if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) {
      return payload as Record<string, unknown>;
    }
  } catch {
    throw eventErrors.undecodable({ cause: 'the body is not JSON' });
  }
  throw eventErrors.undecodable({ cause: 'the body is not a JSON object' });
}
