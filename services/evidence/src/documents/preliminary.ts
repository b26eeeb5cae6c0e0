import type { Decision } from '@aigaq/kernel';
import type { Evidence, PaperCheck } from './evidence.js';

/** Told while a long paper is read: how many of its pages are read, and once what the first and last of them say. */
export interface ReadingNews {
  pagesRead: number;
  check?: PaperCheck;
}

/**
 * Keeps how far the reading has come, for those who look at the paper. It still waits and nothing is told: handing in, corrections and
 * verdicts of others begin with the whole check (`recordCheck`), which takes the place of this. What comes too late changes nothing.
 */
export function recordPreliminary(evidence: Evidence, { pagesRead, check }: ReadingNews, now: Date): Decision<Evidence> | undefined {
  const known = check ? { ...check, checkedAt: now } : evidence.preliminary?.check;
  if (evidence.state !== 'waiting' || !known) {
    return undefined;
  }
  return { next: { ...evidence, preliminary: { check: known, pagesRead } }, events: [] };
}
