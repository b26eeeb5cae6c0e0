import type { Subject } from '@aigaq/api';
import { event, EvidenceRejectedSchema, timestampFromDate } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import type { MediaType, NewPaper } from '../documents/evidence.js';
import { subjectKey } from '../subjects/subject.js';

/** A file that somebody announced; it lies in quarantine under `key` until it is taken in or refused. */
export interface Upload {
  id: string;
  /** Fixed before the file comes, so that completing twice makes one paper. */
  evidenceId: string;
  subject: Subject;
  edition: string;
  subtaskCode: string;
  secrecy: string;
  organisationId: string;
  scope: string[];
  key: string;
  fileName: string;
  mediaType: MediaType;
  size: number;
  /** As announced; the store refuses other bytes. */
  sha256: string | null;
  uploadedBy: { id: string; name: string };
  state: 'open' | 'stored' | 'rejected';
  /** Code of the refusal. */
  refusal: string | null;
  startedAt: Date;
  expiresAt: Date;
}

/** What we found ourselves in the file that came. */
export interface ReceivedFile {
  size: number;
  sha256: string;
  pages: number;
}

/** Refuses what came; nothing of it is kept. Only the first refusal is told. */
export function rejectUpload(upload: Upload, code: string, now: Date): Decision<Upload> | undefined {
  if (upload.state !== 'open') {
    return undefined;
  }
  const rejected = event(EvidenceRejectedSchema, {
    uploadId: upload.id,
    subject: upload.subject,
    organisationId: upload.organisationId,
    reasonCode: code,
    rejectedAt: timestampFromDate(now),
    uploadedById: upload.uploadedBy.id,
  });
  return { next: { ...upload, state: 'rejected', refusal: code }, events: [rejected] };
}

/** The upload has become evidence. */
export function closeUpload(upload: Upload): Decision<Upload> | undefined {
  return upload.state === 'open' ? { next: { ...upload, state: 'stored' }, events: [] } : undefined;
}

/** Why a file that came is not the one that was announced. */
export function differenceOf(announced: Pick<Upload, 'size' | 'sha256'>, received: ReceivedFile): 'wrong_size' | 'wrong_hash' | undefined {
  if (announced.size !== received.size) {
    return 'wrong_size';
  }
  return announced.sha256 !== null && announced.sha256 !== received.sha256 ? 'wrong_hash' : undefined;
}

/** The paper that an upload becomes. */
export function paperOf(upload: Upload, file: ReceivedFile, number: number, now: Date): NewPaper {
  const { evidenceId, subject, edition, subtaskCode, secrecy, organisationId, scope, fileName, mediaType, uploadedBy } = upload;
  return {
    id: evidenceId,
    subject,
    subjectKey: subjectKey(subject),
    number,
    edition,
    subtaskCode,
    secrecy,
    organisationId,
    scope,
    fileName,
    mediaType,
    size: file.size,
    sha256: file.sha256,
    pageCount: file.pages,
    uploadedBy,
    storedAt: now,
  };
}
