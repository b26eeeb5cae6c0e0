import type { Box, MediaType, Subject, Verdict } from '@aigaq/api';
import { CheckRequestedSchema, event, EvidenceCheckedSchema, EvidenceStoredSchema, timestampFromDate } from '@aigaq/contracts';
import { type Decision, isSecret } from '@aigaq/kernel';
import type { PaperExpectation } from '../checking/expectation.js';
import type { Correction } from '../corrections/correction.js';
import { type Recheck, recheckTime } from '../rechecks/recheck-time.js';
import type { FoundSignature } from './found-signature.js';
import type { StoredFile } from './paper-files.js';
import { paperSummary } from './paper-summary.js';

export type { MediaType };

/** One thing found on the paper; its words are made when it is shown. */
export interface Found {
  code: string;
  outcome: Verdict | 'note';
  page: number | null;
  box: Box | null;
  data: Record<string, string>;
}

/** A place where somebody has to sign, as the machine read it; `signed: null` = it could not tell. */
export interface FoundBlock {
  role: 'approval' | 'end' | 'agreement';
  page: number;
  box: Box | null;
  position: string;
  name: string;
  signed: boolean | null;
  inkBox: Box | null;
}

/** A box that the machine drew around pen ink, a stamp or an electronic mark. */
export interface FoundMark {
  type: 'signature' | 'stamp' | 'qr' | 'margin';
  page: number;
  box: Box;
  /** 0-1, where the machine has one. */
  confidence: number | null;
}

/** What the paper was measured by and what its fields rest on. */
export interface PaperDetail {
  expected: PaperExpectation;
  blocks: FoundBlock[];
  marks: FoundMark[];
}

/** What the machine says about a paper. */
export interface PaperCheck {
  verdict: Verdict;
  kind: string | null;
  number: string | null;
  date: string | null;
  language: string | null;
  signatory: string | null;
  milliseconds: number;
  findings: Found[];
  pages: { page: number; width: number; height: number; blank: boolean; rotation: number }[];
  /** Electronic ones; absent when the paper could not be read, or was read before they were kept. */
  signatures?: FoundSignature[];
  /** Absent when the paper could not be read, or was read before it was kept. */
  detail?: PaperDetail;
}

/** Of a long paper that is being read: what its first and last pages say. Nobody is told of it and nothing rests on it. */
export interface Preliminary {
  check: PaperCheck & { checkedAt: Date };
  pagesRead: number;
}

/** A paper in the vault. Nothing of it changes but what the machine, and then people, say about it. */
export interface Evidence {
  id: string;
  subject: Subject;
  subjectKey: string;
  /** 1 for the first paper of the subject; a new one never replaces an old one. */
  number: number;
  edition: string;
  subtaskCode: string;
  secrecy: string;
  organisationId: string;
  scope: string[];
  /** Of the first file with pages. */
  fileName: string;
  mediaType: MediaType;
  /** Of all files. */
  size: number;
  /** Computed by us (`hashOfPaper`); of a paper that is one file also the key in the vault. */
  sha256: string;
  /** Only of a paper that is several files: all of them, in order. */
  files?: StoredFile[];
  pageCount: number;
  uploadedBy: { id: string; name: string };
  /** The body of the membership by which he did it: another one than `organisationId` when on behalf. Absent: before that was kept. */
  uploadedFrom?: string;
  storedAt: Date;
  state: 'waiting' | 'checked' | 'unreadable';
  check: (PaperCheck & { checkedAt: Date }) | null;
  /** Only while the paper waits. */
  preliminary?: Preliminary;
  /** When its electronic signatures are verified again; absent: that would not help. */
  recheckAt?: Date;
  /** Other answers that this gave, oldest first. */
  rechecks?: Recheck[];
  /** What people said of its fields, oldest first; nothing is ever taken away. */
  corrections?: Correction[];
  /** Of the last one. */
  correctedAt?: Date;
}

export type NewPaper = Omit<Evidence, 'state' | 'check' | 'preliminary' | 'recheckAt' | 'rechecks' | 'corrections' | 'correctedAt'>;

/** A paper has come into the vault: it is told, and the machine is asked to read it. */
export function storeEvidence(paper: NewPaper): Decision<Evidence> {
  const { id, subject, organisationId, sha256, size, mediaType, fileName, uploadedBy, uploadedFrom, storedAt, secrecy } = paper;
  const stored = event(EvidenceStoredSchema, {
    evidenceId: id,
    subject,
    organisationId,
    sha256,
    size: BigInt(size),
    mediaType,
    // Whoever hears a fact shows it to anybody, and a name says what a file is about.
    ...(!isSecret(secrecy) && { fileName }),
    uploadedById: uploadedBy.id,
    uploadedByName: uploadedBy.name,
    storedAt: timestampFromDate(storedAt),
    ...(uploadedFrom && { uploadedFromOrganisationId: uploadedFrom }),
    secrecy,
  });
  return { next: { ...paper, state: 'waiting', check: null }, events: [stored, event(CheckRequestedSchema, { evidenceId: id })] };
}

/** Keeps what the machine found; once. `null` = the machine could not read the paper, so a person has to. */
export function recordCheck(evidence: Evidence, read: PaperCheck | null, now: Date): Decision<Evidence> | undefined {
  if (evidence.state !== 'waiting') {
    return undefined;
  }
  const { preliminary: _, ...paper } = evidence;
  const check = { ...(read ?? UNREADABLE), checkedAt: now };
  const next: Evidence = { ...paper, state: read ? 'checked' : 'unreadable', check, ...recheckTime(check.signatures, now) };
  return { next, events: [checkTold(next, check)] };
}

/** Tells what the machine says; a later one counts more. */
export function checkTold({ id, subject, organisationId, sha256, uploadedBy, secrecy }: Evidence, check: NonNullable<Evidence['check']>) {
  return event(EvidenceCheckedSchema, {
    evidenceId: id,
    subject,
    organisationId,
    sha256,
    verdict: check.verdict,
    findings: isSecret(secrecy) ? [] : check.findings.map(({ code, outcome }) => ({ code, outcome })),
    checkedAt: timestampFromDate(check.checkedAt),
    uploadedById: uploadedBy.id,
    secrecy,
    ...(!isSecret(secrecy) && { read: paperSummary(check) }),
  });
}

/** That the machine fails says nothing about the paper: never «failed», always a person. */
const UNREADABLE: PaperCheck = {
  verdict: 'person',
  kind: null,
  number: null,
  date: null,
  language: null,
  signatory: null,
  milliseconds: 0,
  findings: [{ code: 'unreadable', outcome: 'person', page: null, box: null, data: {} }],
  pages: [],
};
