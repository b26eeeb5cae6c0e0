import type { DocumentCheck, ElectronicSignature, Expectation, FileInspection, PagePreview, PaperFile, Tesseract, TextPage } from '@aigaq/documents';

export type { Tesseract } from '@aigaq/documents';

/** The check, and the packed fingerprint (@aigaq/fingerprints) by which the paper is known again. */
export type CheckedPaper = DocumentCheck & { fingerprint?: Uint8Array };

/** Of a long paper, while it is read: how many of its pages are, and once what the first and last of them say. */
export interface CheckNews {
  pagesRead: number;
  check?: DocumentCheck;
}

/** `files`: all of the paper, in order. `trustFolders`, `now`: what electronic signatures are verified against. */
interface CheckAsk {
  files: readonly PaperFile[];
  expectation: Expectation;
  tesseract: Tesseract;
  trustFolders: readonly string[];
  now: Date;
}

/** What a reading process can be asked for, and its answers. */
export interface ReadingJobs {
  inspect: { ask: { bytes: Uint8Array; declaredType: string }; answer: FileInspection };
  draw: { ask: { files: readonly PaperFile[]; longSide: number; pages: readonly number[] }; answer: PagePreview[] };
  check: { ask: CheckAsk; answer: CheckedPaper };
  verify: { ask: Pick<CheckAsk, 'files' | 'trustFolders' | 'now'>; answer: ElectronicSignature[] };
  read: { ask: { files: readonly PaperFile[]; pages: readonly number[]; tesseract: Tesseract }; answer: TextPage[] };
  fingerprint: { ask: { files: readonly PaperFile[]; tesseract: Tesseract }; answer: Uint8Array };
  copy: { ask: { files: readonly PaperFile[]; pages: readonly TextPage[] }; answer: Uint8Array };
}

export type JobName = keyof ReadingJobs;

export type ReadingRequest = { [J in JobName]: { id: number; job: J; ask: ReadingJobs[J]['ask'] } }[JobName];

/** `news`: the answer is to come. `failed`: the paper cannot be read. `unable`: this process cannot read at all. */
export type ReadingReply = { id: number; news: CheckNews } | { id: number; answer: unknown } | { id: number; failed: string } | { id: number; unable: string };
