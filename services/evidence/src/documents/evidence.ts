import type { Box, Subject, Verdict } from '@aigaq/api';
import { CheckRequestedSchema, event, EvidenceCheckedSchema, EvidenceStoredSchema, timestampFromDate } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** One thing found on the paper; its words are made when it is shown. */
export interface Found {
  code: string;
  outcome: Verdict | 'note';
  page: number | null;
  box: Box | null;
  data: Record<string, string>;
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
}

/** A paper in the vault. Nothing of it changes but what the machine says about it. */
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
}

/** A paper has come into the vault: it is told, and the machine is asked to read it. */
export function storeEvidence(paper: Omit<Evidence, 'state' | 'check'>): Decision<Evidence> {
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
