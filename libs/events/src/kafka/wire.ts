import type { IHeaders, Message } from 'kafkajs';
import { eventErrors } from '../event.errors.js';
import type { EventRecord, StoredEvent } from '../stored-event.js';

/** Put by a replay: only this group takes the message. */
export const REPLAY_FOR = 'replay-for';

/** A message may have 1 MB in all; where the changes make the record longer than this they are left out, and that is said. */
const RECORD_LIMIT_BYTES = 100_000;

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
      ...(event.record === undefined ? {} : { record: recordHeader(event.record) }),
    },
  };
}

function recordHeader(record: EventRecord): string {
  const whole = JSON.stringify(record);
  if (Buffer.byteLength(whole) <= RECORD_LIMIT_BYTES) {
    return whole;
  }
  const fields = record.changes?.map(({ field }) => field).join(' ').slice(0, 1_000) ?? '';
  const { changes: _, reason = '', ...rest } = record;
  return JSON.stringify({ ...rest, reason: reason.slice(0, 5_000), changes: [{ field: '*', before: null, after: { fields } }] });
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
  const record = headerOf(headers, 'record');
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
    ...(record === undefined ? {} : { record: objectIn(record, 'the record') }),
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
  return objectIn(value?.toString() ?? '', 'the body');
}

function objectIn(text: string, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    throw eventErrors.undecodable({ cause: `${what} is not JSON` });
  }
  throw eventErrors.undecodable({ cause: `${what} is not a JSON object` });
}
