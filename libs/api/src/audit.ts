import { z } from 'zod';
import { PageQuery, PersonName } from './values.js';

/** GET /api/audit/records, newest first */
export const RecordsQuery = PageQuery.extend({
  thingId: z.string().max(200).optional(),
  actorId: z.string().max(60).optional(),
  type: z.string().max(100).optional(),
});
export type RecordsQuery = z.infer<typeof RecordsQuery>;
export const AuditRecordView = z.object({
  number: z.int(),
  time: z.iso.datetime(),
  /** Short event name: AssignmentSubmitted, ObjectRead, … */
  type: z.string(),
  actor: PersonName,
  thingId: z.string(),
  correlationId: z.string(),
  payload: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditRecordView = z.infer<typeof AuditRecordView>;
/** POST /api/audit/verification: recomputes the whole chain. */
export const VerificationView = z.object({
  ok: z.boolean(),
  records: z.int(),
  head: z.string(),
  /** Number of the first record that does not fit; null when the chain is whole. */
  brokenAt: z.int().nullable(),
});
export type VerificationView = z.infer<typeof VerificationView>;
