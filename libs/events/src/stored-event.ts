import { type Membership, type NewEvent, sortableId } from '@aigaq/kernel';
import { currentTrace } from './trace.js';

/** A field of the thing before and after; a value that is large stands there as `{ sha256, bytes }`. */
export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** What the record of acts wants to know of a fact besides what it says. */
export interface EventRecord {
  /** By which of his roles the author could do it. */
  under?: Membership;
  /** The body that it concerns. */
  organisationId?: string;
  changes?: Change[];
  reason?: string;
  /** Whence the request came. */
  from?: { address: string; agent: string };
}

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
  record?: EventRecord;
}

export interface Origin {
  key: string;
  actor: { id: string; name: string };
  time?: Date;
  /** `from` and, where the fact tells one, the reason are added here. */
  record?: EventRecord;
}

/** Gives a decided event its id, its time and the trace of the request or event that caused it. */
export function storeEvent(event: NewEvent, { key, actor, time = new Date(), record = {} }: Origin): StoredEvent {
  const { correlationId = sortableId(time), causationId, traceparent, from } = currentTrace();
  const reason = record.reason ?? reasonIn(event.payload);
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
    record: { ...record, ...(reason === undefined ? {} : { reason }), ...(from === undefined ? {} : { from }) },
  };
}

/** Facts that have a reason tell it under one of these names. */
function reasonIn({ reason, remark, purpose }: Record<string, unknown>): string | undefined {
  const said = [reason, remark, purpose].filter((text): text is string => typeof text === 'string' && text !== '');
  return said.length > 0 ? said.join(': ') : undefined;
}
