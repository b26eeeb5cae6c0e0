import type { Box, MediaType, Subject, Verdict } from '@aigaq/api';
import { CheckRequestedSchema, event, EvidenceCheckedSchema, EvidenceStoredSchema, timestampFromDate } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import type { PaperExpectation } from '../checking/expectation.js';
import type { Correction } from '../corrections/correction.js';

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
  /** Absent when the paper could not be read, or was read before it was kept. */
  detail?: PaperDetail;
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
  fileName: string;
  mediaType: MediaType;
  size: number;
  /** Computed by us; also the key in the vault. */
  sha256: string;
  pageCount: number;
  uploadedBy: { id: string; name: string };
  storedAt: Date;
  state: 'waiting' | 'checked' | 'unreadable';
  check: (PaperCheck & { checkedAt: Date }) | null;
  /** What people said of its fields, oldest first; nothing is ever taken away. */
  corrections?: Correction[];
  /** Of the last one. */
  correctedAt?: Date;
}

export type NewPaper = Omit<Evidence, 'state' | 'check' | 'corrections' | 'correctedAt'>;

/** A paper has come into the vault: it is told, and the machine is asked to read it. */
export function storeEvidence(paper: NewPaper): Decision<Evidence> {
  const { id, subject, organisationId, sha256, size, mediaType, fileName, uploadedBy, storedAt } = paper;
  const stored = event(EvidenceStoredSchema, {
    evidenceId: id,
    subject,
    organisationId,
    sha256,
    size: BigInt(size),
    mediaType,
    fileName,
    uploadedById: uploadedBy.id,
    uploadedByName: uploadedBy.name,
    storedAt: timestampFromDate(storedAt),
  });
  return { next: { ...paper, state: 'waiting', check: null }, events: [stored, event(CheckRequestedSchema, { evidenceId: id })] };
}

/** Keeps what the machine found; once. `null` = the machine could not read the paper, so a person has to. */
export function recordCheck(evidence: Evidence, read: PaperCheck | null, now: Date): Decision<Evidence> | undefined {
  if (evidence.state !== 'waiting') {
    return undefined;
  }
  const check = { ...(read ?? UNREADABLE), checkedAt: now };
  const { id, subject, organisationId, sha256, uploadedBy } = evidence;
  const checked = event(EvidenceCheckedSchema, {
    evidenceId: id,
    subject,
    organisationId,
    sha256,
    verdict: check.verdict,
    findings: check.findings.map(({ code, outcome }) => ({ code, outcome })),
    checkedAt: timestampFromDate(now),
    uploadedById: uploadedBy.id,
  });
  return { next: { ...evidence, state: read ? 'checked' : 'unreadable', check }, events: [checked] };
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
