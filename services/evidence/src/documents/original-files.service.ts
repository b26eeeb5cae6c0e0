import type { PaperFile } from '@aigaq/documents';
import type { ObjectStore } from '@aigaq/storage';
import { fileTypeOf } from './media-types.js';
import { type FiledPaper, filesOf } from './paper-files.js';

/** The originals of a paper as the reader takes them. @throws store.no_object, store.unavailable */
export async function readOriginals(store: ObjectStore, paper: FiledPaper): Promise<PaperFile[]> {
  const read: PaperFile[] = [];
  for (const { sha256, mediaType } of filesOf(paper)) {
    read.push({ bytes: await store.readBytes('vault', sha256), type: fileTypeOf(mediaType) });
  }
  return read;
}
