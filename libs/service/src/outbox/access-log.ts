import { event, ObjectReadSchema, timestampFromDate } from '@aigaq/contracts';
import { storeEvent } from '@aigaq/events';
import { type Actor, type Clock, sortableId } from '@aigaq/kernel';
import { type Connection, Schema } from 'mongoose';
import { collectionOf, type DocumentModel } from '../database/document-model.js';
import { recordOfActor } from './event-record.js';
import type { OutboxRelay } from './outbox-relay.js';

export interface ObjectAccess {
  /** `read` or `download`. */
  act: string;
  /** assignment, evidence, overview, … */
  thing: string;
  id: string;
  organisationId?: string;
  purpose?: string;
}

const ReadSchema = new Schema({ _id: String, outbox: [Schema.Types.Mixed] }, { collection: 'reads', versionKey: false });

/** Who was shown what: stored before the answer is sent, told to the audit service, then removed here. */
export class AccessLog {
  private readonly reads: DocumentModel;

  constructor(
    connection: Connection,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {
    this.reads = connection.models['Read'] ?? connection.model('Read', ReadSchema);
    relay.register(this.reads, { disposable: true });
  }

  /** Resolves when the record is durable; show nothing before. */
  async record(actor: Actor, { act, thing, id, organisationId = '', purpose = '' }: ObjectAccess): Promise<void> {
    const read = event(ObjectReadSchema, {
      actorId: actor.id,
      actorName: actor.name,
      act,
      thing,
      thingId: id,
      organisationId,
      purpose,
      readAt: timestampFromDate(this.clock.now()),
    });
    const record = recordOfActor(actor, { organisationId });
    const recordId = sortableId();
    await collectionOf(this.reads).insertOne({ _id: recordId, outbox: [storeEvent(read, { key: id, actor, record })] });
    this.relay.nudge(this.reads, recordId);
  }
}
