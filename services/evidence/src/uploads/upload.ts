import type { Subject } from '@aigaq/api';
import { event, EvidenceRejectedSchema, timestampFromDate } from '@aigaq/contracts';
import type { Decision } from '@aigaq/kernel';
import type { MediaType, NewPaper } from '../documents/evidence.js';
import { hashOfPaper } from '../documents/paper-files.js';
import { subjectKey } from '../subjects/subject.js';

/** A file as it was announced; it lies in quarantine under `key` until it is taken in or refused. */
export interface AnnouncedFile {
  key: string;
  fileName: string;
  mediaType: MediaType;
  size: number;
  /** The store refuses other bytes. */
  sha256: string | null;
}

/** A paper that somebody announced: its first file, and the further ones in their order. */
export interface Upload extends AnnouncedFile {
  id: string;
  /** Fixed before the file comes, so that completing twice makes one paper. */
  evidenceId: string;
  subject: Subject;
  edition: string;
  subtaskCode: string;
  secrecy: string;
  organisationId: string;
  scope: string[];
  /** Absent, like `refusedFile`, in what was announced before there were papers of several files. */
  further?: AnnouncedFile[];
  uploadedBy: { id: string; name: string };
  /** The body of the membership by which he did it; absent in what was announced before that was kept. */
  uploadedFrom?: string;
  state: 'open' | 'stored' | 'rejected';
  /** Code of the refusal. */
  refusal: string | null;
  /** Which of several files was refused. */
  refusedFile?: string | null;
  startedAt: Date;
  expiresAt: Date;
}

/** What we found ourselves in a file that came. */
export interface ReceivedFile {
  size: number;
  sha256: string;
  /** 0: a signature beside its document. */
  pages: number;
}

/** All files of an upload, in their order. */
export function announcedFiles({ key, fileName, mediaType, size, sha256, further = [] }: Upload): AnnouncedFile[] {
  return [{ key, fileName, mediaType, size, sha256 }, ...further];
}

/** Refuses what came; nothing of it is kept. Only the first refusal is told. @param fileName of the one to blame, among several */
export function rejectUpload(upload: Upload, code: string, now: Date, fileName: string | null = null): Decision<Upload> | undefined {
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
  return { next: { ...upload, state: 'rejected', refusal: code, refusedFile: fileName }, events: [rejected] };
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

/** The paper that an upload becomes; what it is called and what type it has is said by its first file with pages. */
export function paperOf(upload: Upload, received: readonly ReceivedFile[], number: number, now: Date): NewPaper {
  const { evidenceId, subject, edition, subtaskCode, secrecy, organisationId, scope, uploadedBy, uploadedFrom } = upload;
  const announced = announcedFiles(upload);
  const files = received.map(({ size, sha256, pages }, place) => ({ ...namedFile(announced[place]!), size, sha256, pages }));
  const { fileName, mediaType } = files.find(({ pages }) => pages > 0) ?? upload;
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
    size: sumOf(files, 'size'),
    sha256: hashOfPaper(files.map(({ sha256 }) => sha256)),
    pageCount: sumOf(files, 'pages'),
    ...(files.length > 1 && { files }),
    uploadedBy,
    ...(uploadedFrom && { uploadedFrom }),
    storedAt: now,
  };
}

function namedFile({ fileName, mediaType }: AnnouncedFile): Pick<AnnouncedFile, 'fileName' | 'mediaType'> {
  return { fileName, mediaType };
}

function sumOf<K extends 'size' | 'pages'>(files: readonly Record<K, number>[], of: K): number {
  return files.reduce((sum, file) => sum + file[of], 0);
}
