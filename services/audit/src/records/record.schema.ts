import { Schema } from 'mongoose';

export const AUDIT_RECORD = 'AuditRecord';
export const AUDIT_PERSON = 'AuditPerson';

const text = { type: String, required: true } as const;
const mixed = { type: Schema.Types.Mixed } as const;

/**
 * `_id` is the place in a chain (`07-000000000042`): the primary key itself keeps two writers from taking the same place.
 * `at` is `<time>/<_id>`: one field that every page is sorted by, so that one index serves filter, order and cursor.
 * The index plan is in docs/scale.md.
 */
export const auditRecordSchema = new Schema(
  {
    _id: text,
    at: text,
    eventId: text,
    type: text,
    thingId: text,
    organisationId: { type: String, default: '' },
    actor: { ...mixed, required: true },
    correlationId: text,
    payload: { ...mixed, required: true },
    under: mixed,
    changes: mixed,
    reason: String,
    from: mixed,
    recordedAt: text,
    previousHash: text,
    hash: text,
  },
  { collection: 'audit_records', versionKey: false, minimize: false },
)
  // An event is recorded once, however often it is delivered.
  .index({ eventId: 1 }, { unique: true })
  // Everything of a period, newest first.
  .index({ at: -1 })
  // What happened to a thing, newest first.
  .index({ thingId: 1, at: -1 })
  // What a person did, newest first.
  .index({ 'actor.id': 1, at: -1 })
  // What a person did of one kind, newest first: those who act all day (the system itself) have millions of records.
  .index({ 'actor.id': 1, type: 1, at: -1 })
  // What concerns a body, newest first.
  .index({ organisationId: 1, at: -1 })
  // What a person did that concerns a body, newest first.
  .index({ organisationId: 1, 'actor.id': 1, at: -1 })
  // Acts of one kind that concern a body, newest first.
  .index({ organisationId: 1, type: 1, at: -1 })
  // Acts of one kind, newest first.
  .index({ type: 1, at: -1 });

/** Those who have acted, to find them by the beginnings of their names; made from the records, not part of the chain. */
export const auditPersonSchema = new Schema(
  { _id: text, name: text, words: { type: [String], required: true } },
  { collection: 'audit_people', versionKey: false },
)
  // People by the beginning of any word of their name.
  .index({ words: 1 });
