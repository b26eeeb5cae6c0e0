import { Schema } from 'mongoose';

export const AUDIT_RECORD = 'AuditRecord';

const text = { type: String, required: true } as const;

/** `_id` is the number in the chain: the primary key itself keeps two writers from taking the same place. */
export const auditRecordSchema = new Schema(
  {
    _id: { type: Number, required: true },
    eventId: text,
    time: text,
    type: text,
    thingId: text,
    actor: { type: Schema.Types.Mixed, required: true },
    correlationId: text,
    payload: { type: Schema.Types.Mixed, required: true },
    previousHash: text,
    hash: text,
  },
  { collection: 'audit_records', versionKey: false, minimize: false },
)
  // An event is recorded once, however often it is delivered.
  .index({ eventId: 1 }, { unique: true })
  // What happened to a thing, newest first.
  .index({ thingId: 1, _id: -1 })
  // What a person did, newest first.
  .index({ 'actor.id': 1, _id: -1 })
  // Acts of one kind, newest first.
  .index({ type: 1, _id: -1 });
