import { createHash } from 'node:crypto';
import type { MediaType } from '@aigaq/api';

/** One of the files that make a paper, as it lies in the vault. */
export interface StoredFile {
  fileName: string;
  mediaType: MediaType;
  size: number;
  /** Computed by us; also the key in the vault. */
  sha256: string;
  /** 0: a signature beside its document. */
  pages: number;
}

export interface FiledPaper {
  fileName: string;
  mediaType: MediaType;
  size: number;
  sha256: string;
  pageCount: number;
  files?: StoredFile[];
}

/** The files of a paper in their order; most papers are one. */
export function filesOf({ files, fileName, mediaType, size, sha256, pageCount }: FiledPaper): StoredFile[] {
  return files ?? [{ fileName, mediaType, size, sha256, pages: pageCount }];
}

/** By what a paper is known: the hash of its file; of several files the SHA-256 of their hashes in hex, in order, a line feed between them. */
export function hashOfPaper(hashes: readonly string[]): string {
  const [first = '', ...others] = hashes;
  return others.length === 0 ? first : createHash('sha256').update(hashes.join('\n')).digest('hex');
}

/** The file on which a page of the paper stands, and its number there. */
export function placeOfPage(paper: FiledPaper, page: number): { file: StoredFile; page: number } | undefined {
  let before = 0;
  for (const file of filesOf(paper)) {
    if (page <= before + file.pages) {
      return { file, page: page - before };
    }
    before += file.pages;
  }
  return undefined;
}
