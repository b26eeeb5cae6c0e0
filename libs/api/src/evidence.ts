import { z } from 'zod';
import { Box, Localised, PageQuery, PersonName } from './values.js';

/** What a paper proves: an assignment (its id), or a compliance document (`<entity id>:<subtask code>`). */
export const Subject = z.strictObject({ type: z.enum(['assignment', 'compliance-document']), id: z.string().min(3).max(200) });
export type Subject = z.infer<typeof Subject>;

export const MediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png']);
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** POST /api/evidence/uploads */
export const StartUpload = z.strictObject({
  subject: Subject,
  fileName: z.string().trim().min(1).max(255),
  mediaType: MediaType,
  size: z.int().min(1).max(MAX_FILE_BYTES),
  /** Hex; when given, the store refuses other bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/).optional(),
});
export type StartUpload = z.infer<typeof StartUpload>;

/** The answer: post `fields` and then the file (`file`) as multipart form to `url`, then POST /api/evidence/uploads/:id/complete. */
export const UploadView = z.object({
  id: z.string(),
  form: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  expiresAt: z.iso.datetime(),
});
export type UploadView = z.infer<typeof UploadView>;

export const Outcome = z.enum(['passed', 'person', 'failed', 'note']);
export const Verdict = z.enum(['passed', 'person', 'failed']);
export type Verdict = z.infer<typeof Verdict>;

/** One thing found on the paper, in words of both languages, with its place. */
export const FindingView = z.object({
  code: z.string(),
  outcome: Outcome,
  text: Localised,
  page: z.int().nullable(),
  box: Box.nullable(),
});
export type FindingView = z.infer<typeof FindingView>;

/** GET /api/evidence/documents/:id; also the answer to `complete` (201). `check` is null while the machine reads. */
export const EvidenceView = z.object({
  id: z.string(),
  subject: Subject,
  organisationId: z.string(),
  fileName: z.string(),
  mediaType: MediaType,
  size: z.int(),
  sha256: z.string(),
  version: z.int(),
  uploadedBy: PersonName,
  storedAt: z.iso.datetime(),
  pageCount: z.int().nullable(),
  state: z.enum(['waiting', 'checked', 'unreadable']),
  check: z
    .object({
      verdict: Verdict,
      kind: z.string().nullable(),
      number: z.string().nullable(),
      date: z.string().nullable(),
      language: z.string().nullable(),
      signatory: z.string().nullable(),
      checkedAt: z.iso.datetime(),
      milliseconds: z.int(),
      findings: z.array(FindingView),
      pages: z.array(z.object({ page: z.int(), width: z.int(), height: z.int(), blank: z.boolean(), rotation: z.int() })),
    })
    .nullable(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

/** GET /api/evidence/documents?subjectType=&subjectId= newest first */
export const EvidenceQuery = PageQuery.extend({ subjectType: Subject.shape.type, subjectId: Subject.shape.id });
