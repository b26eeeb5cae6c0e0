import type { FileType } from '../document.js';
import { openOffice } from '../sources/office-source.js';
import { limits } from '../thresholds.js';
import { declaredTypeOf, firstBytesOf, type FirstBytes } from './file-type.js';
import { inspectHeic } from './heic-header.js';
import { inspectImage } from './image-header.js';
import { inspectOffice } from './office-structure.js';
import { inspectPdf } from './pdf-structure.js';
import { isPolyglot } from './polyglot.js';
import type { FileRefusal } from './refusals.js';
import { openSigned } from './signed-file.js';
import { inspectTiff } from './tiff-header.js';

export type FileInspection =
  | { readonly ok: true; readonly type: FileType; readonly pages?: number }
  | { readonly ok: false; readonly code: FileRefusal };

interface Inspected {
  readonly type: FileType;
  readonly pages?: number;
}

/**
 * Structure checks before anything of a file is stored; nothing is decoded or executed. A signature beside its document has no pages.
 * @param declaredType media type (`application/pdf`) or short name (`pdf`) that the sender claims
 */
export async function inspectFile(bytes: Uint8Array, declaredType: string): Promise<FileInspection> {
  if (bytes.length === 0) return refuse('file.empty');
  if (bytes.length > limits.bytes) return refuse('file.too_large');
  const first = firstBytesOf(bytes);
  const declared = declaredTypeOf(declaredType);
  return first === null || declared === null || !mayBe(first, declared) ? refuse('file.wrong_type') : inspectAs(bytes, first, declared);
}

/** @param declared `null`: whatever it is, if it is one of those that are taken */
async function inspectAs(bytes: Uint8Array, first: FirstBytes, declared: FileType | null): Promise<FileInspection> {
  if (first === 'ole') return refuse(isLocked(bytes) ? 'file.encrypted' : 'file.wrong_type');
  if (first === 'cms') return inspectSigned(bytes);
  const found = await inspect(bytes, first);
  if (typeof found === 'string') return refuse(found);
  if (declared !== null && found.type !== declared) return refuse('file.wrong_type');
  return isPolyglot(bytes, found.type) ? refuse('file.polyglot') : { ok: true, ...found };
}

/** What is inside is looked at as if it had come alone. */
async function inspectSigned(bytes: Uint8Array): Promise<FileInspection> {
  const inside = openSigned(bytes);
  if (typeof inside === 'string') return refuse(inside);
  if (inside === null) return { ok: true, type: 'cms', pages: 0 };
  const found = await inspectAs(inside.content, inside.first, null);
  return found.ok ? { ...found, type: 'cms' } : found;
}

function mayBe(first: FirstBytes, declared: FileType): boolean {
  return first === 'zip' || first === 'ole' ? declared === 'docx' || declared === 'xlsx' : first === declared;
}

/** A text document or table behind a password is kept in the old format, with this name in its directory. */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

async function inspect(bytes: Uint8Array, first: Exclude<FirstBytes, 'ole' | 'cms'>): Promise<Inspected | FileRefusal> {
  if (first === 'zip') return inspectLaidOut(bytes);
  const found = first === 'pdf' ? await inspectPdf(bytes) : inspectPicture(bytes, first);
  return typeof found === 'string' ? found : { type: first, ...found };
}

/** Text has as many pages as it fills when it is laid out. */
async function inspectLaidOut(bytes: Uint8Array): Promise<Inspected | FileRefusal> {
  const found = inspectOffice(bytes);
  if (typeof found === 'string') return found;
  const source = await openOffice(bytes);
  source.close();
  return source.pages > limits.pages ? 'file.too_many_pages' : { ...found, pages: source.pages };
}

function inspectPicture(bytes: Uint8Array, type: 'jpeg' | 'png' | 'tiff' | 'heic'): { pages: number } | FileRefusal {
  if (type === 'tiff') return inspectTiff(bytes);
  return type === 'heic' ? inspectHeic(bytes) : inspectImage(bytes, type);
}

function refuse(code: FileRefusal): FileInspection {
  return { ok: false, code };
}
