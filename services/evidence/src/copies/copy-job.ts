import type { CopyState } from '@aigaq/api';
import { isSecret } from '@aigaq/kernel';
import type { Evidence } from '../documents/evidence.js';

/** The background work on a paper. `planned` until its verdict is there; whoever works on it holds it until `until`. */
export interface CopyJob {
  id: string;
  state: 'planned' | 'waiting' | 'working' | 'ready' | 'impossible';
  holder: string | null;
  /** While it waits: not before. */
  until: Date;
  tries: number;
}

/** All that is written on one page. */
export interface PageText {
  page: number;
  text: string;
}

/** In the bucket of things that can be made again; the same file in two places has the same copy. */
export function copyKey({ sha256 }: Pick<Evidence, 'sha256'>): string {
  return `${sha256}/searchable.pdf`;
}

export function wordsKey({ sha256 }: Pick<Evidence, 'sha256'>, page: number): string {
  return `${sha256}/words/${page}.json`;
}

/** The name of the copy: that of the original, told apart from it. */
export function copyName(fileName: string): string {
  return `${fileName.replace(/\.[^.]{1,5}$/, '')} (searchable).pdf`;
}

/** What people are told of the work. What is secret has small pictures, and no copy and no text. */
export function copyState(evidence: Pick<Evidence, 'state' | 'secrecy'>, job: CopyJob | undefined): CopyState {
  if (isSecret(evidence.secrecy)) {
    return 'withheld';
  }
  if (job?.state === 'ready' || job?.state === 'impossible') {
    return job.state;
  }
  return job || evidence.state === 'waiting' ? 'making' : 'none';
}
