import { z } from 'zod';
import { PurposeQuery, SecrecyClass } from './clearances.js';
import { BodyName, Box, Localised, PageQuery, PersonName } from './values.js';

/** What a paper proves: an assignment (its id), or a compliance document (`<entity id>:<subtask code>`). */
export const Subject = z.strictObject({ type: z.enum(['assignment', 'compliance-document']), id: z.string().min(3).max(200) });
export type Subject = z.infer<typeof Subject>;

export const MediaType = z.enum([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/heic',
  /** An electronic signature, around its document or beside it. */
  'application/cms',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
export type MediaType = z.infer<typeof MediaType>;
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Of a paper of several files. */
export const MAX_PAPER_BYTES = 100 * 1024 * 1024;
export const MAX_PAPER_FILES = 30;

const UploadFile = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  mediaType: MediaType,
  size: z.int().min(1).max(MAX_FILE_BYTES),
  /** Hex; when given, the store refuses other bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/).optional(),
});

/**
 * POST /api/evidence/uploads. `further`: the other files of the same paper in their order, either the next pages (PDF and pictures), or
 * electronic signatures beside the document. More than `MAX_PAPER_FILES` or `MAX_PAPER_BYTES` in all are refused in words.
 */
export const StartUpload = UploadFile.extend({ subject: Subject, further: z.array(UploadFile).max(200).optional() });
export type StartUpload = z.infer<typeof StartUpload>;

const UploadForm = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });

/**
 * The answer: post `fields` and then the file (`file`) as multipart form to `url`, of each file by its own form (`furtherForms` in the order
 * of `further`), then POST /api/evidence/uploads/:id/complete.
 */
export const UploadView = z.object({ id: z.string(), form: UploadForm, furtherForms: z.array(UploadForm), expiresAt: z.iso.datetime() });
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

/** A field of a paper: kind, number, date, approval, stamp, electronic, pages; of a block signatory.0, position.0, signed.0; mark.0 for a box. */
export const FieldKey = z.string().regex(/^(kind|number|date|approval|stamp|electronic|pages|(signatory|position|signed|mark)\.\d{1,3})$/);

/** What a person said of a field. `value` is '' when there is none on the paper. */
export const CorrectionView = z.object({
  field: FieldKey,
  revision: z.int(),
  machineValue: z.string().nullable(),
  value: z.string(),
  isConfirmation: z.boolean(),
  by: PersonName,
  at: z.iso.datetime(),
});
export type CorrectionView = z.infer<typeof CorrectionView>;

/**
 * What was expected beside what was found. Values: kinds are codes, days `YYYY-MM-DD`, `yes` and `no` of what is there or not, `right` and
 * `wrong` of a box; `expected` of approval and stamp is required, optional or none.
 */
export const FieldView = z.object({
  field: FieldKey,
  expected: z.array(z.string()),
  /** The machine's; null: nothing found, or it could not tell. */
  found: z.string().nullable(),
  /** The worst of the findings about it; null: nothing was compared. */
  outcome: Outcome.nullable(),
  /** 0-1, where the machine has one. */
  confidence: z.number().nullable(),
  page: z.int().nullable(),
  box: Box.nullable(),
  /** signature, stamp, qr or margin for a mark; approval, end or agreement for a block. */
  role: z.string().nullable(),
  isCorrectable: z.boolean(),
  /** The newest of the field. */
  correction: CorrectionView.nullable(),
});
export type FieldView = z.infer<typeof FieldView>;

/** POST /api/evidence/documents/:id/corrections: the value as it really is; `revision` is the newest seen (0: none), so that nobody's is overwritten unseen. */
export const CorrectField = z.strictObject({ field: FieldKey, value: z.string().trim().max(300), revision: z.int().min(0).max(100_000) });
export type CorrectField = z.infer<typeof CorrectField>;

/** none: not asked for yet; making: the background work is under way; ready; impossible: the file cannot be opened; withheld: what is secret has none. */
export const CopyState = z.enum(['none', 'making', 'ready', 'impossible', 'withheld']);
export type CopyState = z.infer<typeof CopyState>;

/** GET /api/evidence/documents/:id/text: all that is written on the paper, page by page. The list is empty until `state` is ready. */
export const PaperTextView = z.object({ state: CopyState, pages: z.array(z.object({ page: z.int(), text: z.string() })) });
export type PaperTextView = z.infer<typeof PaperTextView>;

/** GET /api/evidence/examples?since=: papers that people corrected since then, oldest first; `limit` counts papers. */
export const ExamplesQuery = PageQuery.extend({ since: z.iso.datetime().optional() });

/** One field of one paper as the machine read it and as a person says it is; whoever said so is in the record, not here. */
export const ExampleView = z.object({
  sha256: z.string(),
  type: MediaType,
  page: z.int().nullable(),
  /** Pixels of the picture that was read. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  box: Box.nullable(),
  field: FieldKey,
  role: z.string().nullable(),
  machineValue: z.string().nullable(),
  confidence: z.number().nullable(),
  /** What the machine's answer rests on, by name. */
  measured: z.record(z.string(), z.string()),
  value: z.string(),
  isConfirmation: z.boolean(),
  revision: z.int(),
  correctedAt: z.iso.datetime(),
});
export type ExampleView = z.infer<typeof ExampleView>;

const Validity = z.enum(['valid', 'invalid', 'undetermined']);

/** An electronic signature of the file itself, as it was verified, in words of both languages. */
export const ElectronicSignatureView = z.object({
  validity: Validity,
  /** Why so. */
  reason: Localised,
  /** What speaks against it besides. */
  otherReasons: z.array(Localised),
  /** As the certificate says it; null: there is none that can be read. */
  signer: z
    .object({
      name: z.string(),
      /** Personal data: its last four digits, the others as dots. */
      iin: z.string().regex(/^•{8}\d{4}$/u).nullable(),
      organisation: z.string().nullable(),
      bin: z.string().nullable(),
      /** Of the body whose paper it is, or of another one; null: it is not known. */
      isOwnBody: z.boolean().nullable(),
      kind: Localised,
      roles: z.array(Localised),
    })
    .nullable(),
  /** Vouched for by the authority; null: there is no trusted time. */
  trustedTime: z.iso.datetime().nullable(),
  timeAuthority: z.string().nullable(),
  /** What the signer's own clock said; nobody vouches for it. */
  claimedTime: z.iso.datetime().nullable(),
  /** Bytes added to the file since; null: which bytes are signed is not known. */
  laterBytes: z.int().nullable(),
  laterChanges: z.array(Localised),
  /** Pages that look different since. */
  changedPages: z.array(z.int()),
  /** When the machine verifies it again, because nobody could say whether the certificate was revoked; null: it does not. */
  nextCheck: z.iso.datetime().nullable(),
});
export type ElectronicSignatureView = z.infer<typeof ElectronicSignatureView>;

/** Electronic signatures were verified again, and gave another answer. */
export const RecheckView = z.object({
  at: z.iso.datetime(),
  before: Verdict,
  after: Verdict,
  signatures: z.array(z.object({ signer: z.string(), before: Validity, after: Validity })),
});
export type RecheckView = z.infer<typeof RecheckView>;

/** What the machine says of a paper. */
export const CheckView = z.object({
  verdict: Verdict,
  kind: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  language: z.string().nullable(),
  signatory: z.string().nullable(),
  checkedAt: z.iso.datetime(),
  milliseconds: z.int(),
  findings: z.array(FindingView),
  /** Empty too when the paper was read before they were kept. */
  signatures: z.array(ElectronicSignatureView),
  pages: z.array(z.object({ page: z.int(), width: z.int(), height: z.int(), blank: z.boolean(), rotation: z.int() })),
});
export type CheckView = z.infer<typeof CheckView>;

/**
 * GET /api/evidence/documents/:id; also the answer to `complete` (201). `check` is null while the machine reads. Of what is secret this and
 * everything below it is for people on the name list, who say what for (PurposeQuery).
 */
export const EvidenceView = z.object({
  id: z.string(),
  subject: Subject,
  organisationId: z.string(),
  secrecy: z.enum(['none', ...SecrecyClass.options]),
  /** Name and type of the first file with pages, size of all, hash of the file or of the hashes of all files. */
  fileName: z.string(),
  mediaType: MediaType,
  size: z.int(),
  sha256: z.string(),
  /** In their order; most papers are one. GET /api/evidence/documents/:id/files/:number (from 1) gives each as it came. No pages: a signature. */
  files: z.array(z.object({ fileName: z.string(), mediaType: MediaType, size: z.int(), sha256: z.string(), pageCount: z.int() })),
  version: z.int(),
  uploadedBy: PersonName,
  /** The body whose paper it is, and the one as whose member the person uploaded it: another one when it was done on behalf; null: not recorded. */
  uploadedFor: BodyName,
  uploadedFrom: BodyName.nullable(),
  storedAt: z.iso.datetime(),
  pageCount: z.int().nullable(),
  state: z.enum(['waiting', 'checked', 'unreadable']),
  /** The searchable copy and the full text, made after the check. */
  copy: CopyState,
  /** Empty until the machine has read the paper. */
  fields: z.array(FieldView),
  /** All that people said of its fields, oldest first; nothing is ever taken away. */
  corrections: z.array(CorrectionView),
  /** Whether the person who asks may say what really stands on the paper. */
  mayCorrect: z.boolean(),
  check: CheckView.nullable(),
  /** Only of a long paper that is `waiting`: what its first and last pages say, and how many are read. Nothing may rest on it. */
  preliminary: z.object({ pagesRead: z.int(), check: CheckView }).nullable(),
  /** Oldest first. */
  rechecks: z.array(RecheckView),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

/** GET /api/evidence/documents?subjectType=&subjectId= newest first; `/:id/searchable` is the PDF copy, `/:id/thumbnails/:page` a small picture */
export const EvidenceQuery = PageQuery.extend({ subjectType: Subject.shape.type, subjectId: Subject.shape.id, ...PurposeQuery.shape });
