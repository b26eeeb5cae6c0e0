import { z } from 'zod';
import { BodyName, Day, PageQuery, PersonName } from './values.js';

const names = z.string().max(1_000).transform((list) => list.split(',').map((name) => name.trim()).filter(Boolean));

/** What an auditor looks for; everything that is named must hold. */
export const RecordsFilter = z.strictObject({
  /** Id of a person, or the beginnings of words of a name. */
  person: z.string().min(1).max(200).optional(),
  actorId: z.string().max(60).optional(),
  organisationId: z.string().max(100).optional(),
  thingId: z.string().max(200).optional(),
  /** Short event names, several with commas: AssignmentSubmitted,ObjectRead. At most 20. */
  type: names.refine((list) => list.length <= 20).optional(),
  /** Days in Asia/Almaty, both included. */
  from: Day.optional(),
  to: Day.optional(),
});
export type RecordsFilter = z.infer<typeof RecordsFilter>;

/** GET /api/audit/records, newest first */
export const RecordsQuery = PageQuery.extend(RecordsFilter.shape);
export type RecordsQuery = z.infer<typeof RecordsQuery>;

export const ChangeView = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
export type ChangeView = z.infer<typeof ChangeView>;

export const AuditRecordView = z.object({
  /** Which chain, and the place in it. */
  partition: z.int(),
  number: z.int(),
  time: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  /** Short event name: AssignmentSubmitted, ObjectRead, … */
  type: z.string(),
  actor: PersonName,
  /** The role, and the body in which he has it; null for what the system does, and where it is not known. */
  under: z.object({ role: z.string(), organisationId: z.string(), organisation: BodyName.nullable() }).nullable(),
  /** The body that it concerns. */
  organisationId: z.string(),
  organisation: BodyName.nullable(),
  thingId: z.string(),
  changes: z.array(ChangeView),
  reason: z.string().nullable(),
  from: z.object({ address: z.string(), agent: z.string() }).nullable(),
  correlationId: z.string(),
  payload: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditRecordView = z.infer<typeof AuditRecordView>;

/** POST /api/audit/verification: recomputes the chains of the period; without days all of them. */
export const VerifyRecords = z.strictObject({ from: Day.optional(), to: Day.optional() });
export type VerifyRecords = z.infer<typeof VerifyRecords>;

export const FaultView = z.object({
  /** format, root, root_unpublished, root_missing, stamp, record, seal, cut, proof */
  reason: z.string(),
  partition: z.int().nullable(),
  number: z.int().nullable(),
  /** The sealed day that it belongs to; null = not sealed yet. */
  day: z.string().nullable(),
});
export type FaultView = z.infer<typeof FaultView>;

export const VerificationView = z.object({
  ok: z.boolean(),
  /** That are whole. */
  records: z.int(),
  /** Of these, under a sealed root. */
  sealed: z.int(),
  roots: z.object({ count: z.int(), lastDay: z.string().nullable() }),
  partitions: z.array(z.object({ partition: z.int(), records: z.int(), head: z.string(), brokenAt: z.int().nullable() })),
  /** The first that does not fit; null when everything is whole. */
  brokenAt: FaultView.nullable(),
});
export type VerificationView = z.infer<typeof VerificationView>;

/** GET /api/audit/roots, newest first */
export const RootsQuery = PageQuery;
export type RootsQuery = z.infer<typeof RootsQuery>;
export const SealedRootView = z.object({
  day: z.string(),
  hash: z.string(),
  records: z.int(),
  sealedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  stampedAt: z.iso.datetime().nullable(),
});
export type SealedRootView = z.infer<typeof SealedRootView>;
