import { readEnvelope } from '@aigaq/signatures';
import type { DocumentType, PaperFile } from '../document.js';
import { firstBytesOf } from '../inspect/file-type.js';
import { officeTypeOf } from '../inspect/office-structure.js';
import { ZipArchive } from '../inspect/zip-archive.js';

/** A file that has pages. */
export interface PagedFile extends PaperFile {
  readonly type: DocumentType;
}

/** What there is to read: every file itself, the document inside a signature, nothing of a signature that stands beside its document. */
export function documentsIn(files: readonly PaperFile[]): PagedFile[] {
  return files.flatMap(({ bytes, type }) => (type === 'cms' ? (documentInside(bytes) ?? []) : { bytes, type }));
}

/** The document that a signature was put around; `null`: the signature stands beside it. Throws when it is no signature: run `inspectFile` before. */
export function documentInside(bytes: Uint8Array): PagedFile | null {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === 'string') throw new Error(`a signature that cannot be read: ${envelope}`);
  return envelope.content === null ? null : { bytes: envelope.content, type: typeOf(envelope.content) };
}

function typeOf(bytes: Uint8Array): DocumentType {
  const first = firstBytesOf(bytes);
  const type = first === 'zip' ? officeTypeOf(new ZipArchive(bytes)) : first;
  if (type === null || type === 'ole' || type === 'cms' || type === 'macros') throw new Error('not a document inside a signature');
  return type;
}
