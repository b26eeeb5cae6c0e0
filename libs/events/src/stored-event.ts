import { type NewEvent, sortableId } from '@aigaq/kernel';
import { currentTrace } from './trace.js';

/** A fact as it lies in an outbox and travels: what happened, to which thing, by whom and because of what. */
export interface StoredEvent extends NewEvent {
  /** UUID version 7, the same at every delivery. */
  id: string;
  /** When it was stored, ISO 8601 in UTC. */
  time: string;
  /** Id of the telling thing; order is kept per key. */
  key: string;
  correlationId: string;
  /** Id of the event that was being handled when this one was decided. */
  causationId?: string;
  traceparent?: string;
  actor: { id: string; name: string };
}

export interface Origin {
  key: string;
  actor: { id: string; name: string };
  time?: Date;
}

/** Gives a decided event its id, its time and the trace of the request or event that caused it. */
export function storeEvent(event: NewEvent, { key, actor, time = new Date() }: Origin): StoredEvent {
  const { correlationId = sortableId(time), causationId, traceparent } = currentTrace();
  return {
    id: sortableId(time),
    type: event.type,
    payload: event.payload,
    time: time.toISOString(),
    key,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
    actor: { id: actor.id, name: actor.name },
  };
}
