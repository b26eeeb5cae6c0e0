import { event, ObjectReadSchema, timestampFromDate } from '@aigaq/contracts';
import { storeEvent, type StoredEvent } from '@aigaq/events';
import { type Actor, type Clock, sortableId } from '@aigaq/kernel';
import { type Connection, Schema } from 'mongoose';
import { Batches } from '../database/batches.js';
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

/** Reads of the same moment, which are written, told and removed as one. */
interface StoredReads {
  _id: string;
  outbox: StoredEvent[];
}

const ReadSchema = new Schema({ _id: String, outbox: [Schema.Types.Mixed] }, { collection: 'reads', versionKey: false });

/** Who was shown what: stored before the answer is sent, told to the audit service, then removed here. */
export class AccessLog {
  private readonly reads: DocumentModel;
  private readonly writes: Batches<StoredEvent>;

  constructor(
    connection: Connection,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {
    this.reads = connection.models['Read'] ?? connection.model('Read', ReadSchema);
    relay.register(this.reads, { disposable: true });
    this.writes = new Batches((reads) => this.write(reads));
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
    await this.writes.add(storeEvent(read, { key: id, actor, record }));
  }

  private async write(reads: StoredEvent[]): Promise<void> {
    const id = sortableId();
    await collectionOf<StoredReads>(this.reads).insertOne({ _id: id, outbox: reads });
    this.relay.nudge(this.reads, id);
  }
}
