import { event, ObjectReadSchema } from '@aigaq/contracts';
import type { EventTransport, StoredEvent } from '@aigaq/events';
import { type Actor, type Decision, DomainError, type NewEvent } from '@aigaq/kernel';
import type { Connection } from 'mongoose';
import { Aggregates, aggregateSchema, OutboxRelay, unrecorded } from '../src/index.js';

export interface Thing {
  id: string;
  scope: string[];
  status: string;
  note?: string | undefined;
  due?: Date;
  parts?: { name: string; size: number }[];
  taken?: readonly string[];
}

export const THING_FIELDS = { scope: unrecorded([String]), status: String, note: String, due: Date, parts: [Object], taken: unrecorded([String]) };
export const ACTOR: Actor = { id: 'p1', name: 'Айгүл С.', memberships: [] };
export const ABSENT = new DomainError('not_found', 'thing.not_found', 'No such thing.');
export const notFound = (): DomainError => ABSENT;

export function heard(thingId: string, purpose: string): NewEvent {
  return event(ObjectReadSchema, { thing: 'thing', thingId, purpose });
}

export function thing(id: string, status = 'new', events: readonly NewEvent[] = []): Decision<Thing> {
  return { next: { id, scope: ['agency'], status }, events };
}

export function thingsOf(connection: Connection, transport: EventTransport): { things: Aggregates<Thing>; relay: OutboxRelay } {
  const relay = new OutboxRelay(connection, transport, 'test');
  const model = connection.models['Thing'] ?? connection.model('Thing', aggregateSchema(THING_FIELDS, 'things'));
  return { things: new Aggregates<Thing>(model, relay), relay };
}

export function purposes(events: readonly StoredEvent[]): unknown[] {
  return events.map(({ payload }) => payload['purpose']);
}
