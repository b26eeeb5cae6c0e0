import type { DocumentCheck, Expectation, FileInspection, FileType, PagePreview } from '@aigaq/documents';

/** What a reading process can be asked for, and its answers. */
export interface ReadingJobs {
  inspect: { ask: { bytes: Uint8Array; declaredType: string }; answer: FileInspection };
  draw: { ask: { bytes: Uint8Array; type: FileType; longSide: number; pages: readonly number[] }; answer: PagePreview[] };
  check: { ask: { bytes: Uint8Array; type: FileType; expectation: Expectation; languageFolder: string }; answer: DocumentCheck };
}

export type JobName = keyof ReadingJobs;

export type ReadingRequest = { [J in JobName]: { id: number; job: J; ask: ReadingJobs[J]['ask'] } }[JobName];

/** `failed`: the paper cannot be read. `unable`: this process cannot read at all. */
export type ReadingReply = { id: number; answer: unknown } | { id: number; failed: string } | { id: number; unable: string };
