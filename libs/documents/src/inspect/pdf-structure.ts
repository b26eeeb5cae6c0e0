import { constants, inflateSync } from 'node:zlib';
import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from 'pdf-lib';
import { openPdf } from '../pages/pdfium.js';
import { limits } from '../thresholds.js';
import type { FileRefusal } from './inspect-file.js';

/** Keys and action types that run something, call something or carry other files. */
const activeKeys = new Set(['JavaScript', 'JS', 'EmbeddedFiles', 'EmbeddedFile', 'RichMedia', 'XFA']);
const activeActions = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition', 'RichMediaExecute']);
const activeTypes = new Set(['EmbeddedFile', 'RichMedia', 'FileAttachment', '3D', 'Movie', 'Screen', 'Sound']);

/**
 * Looks through every object of a PDF, those in compressed object streams included, with names decoded from their
 * hexadecimal form, before pdfium opens it.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<{ pages: number } | FileRefusal> {
  if (hasBomb(bytes)) return 'file.broken';
  const structure = await parse(bytes);
  if (structure === 'encrypted') return 'file.encrypted';
  // What the parser does not understand is still searched as text, so that damage does not hide an action.
  if (hasActiveText(bytes) || (structure !== null && hasActiveObject(structure))) return 'file.active_content';
  return open(bytes);
}

/** A compressed stream that unfolds beyond what a scanned page can hold; the parser would unfold it without a limit. */
function hasBomb(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = buffer.indexOf('stream');
  for (; at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const start = at + (buffer[at + 6] === 0x0d ? 8 : 7);
    if ((buffer[start]! & 0x0f) !== 8) continue;
    const end = buffer.indexOf('endstream', start);
    if (unfoldsBeyond(buffer.subarray(start, end < 0 ? undefined : end))) return true;
    if (end > at) at = end + 3;
  }
  return false;
}

function unfoldsBeyond(packed: Buffer): boolean {
  // Deflate gains at most about a thousandfold, so what is small enough needs no trial.
  if (packed.length * 1032 < limits.unfoldedBytes) return false;
  try {
    inflateSync(packed, { maxOutputLength: limits.unfoldedBytes, finishFlush: constants.Z_SYNC_FLUSH });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}

async function parse(bytes: Uint8Array): Promise<PDFDocument | 'encrypted' | null> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'encrypted' : null;
  }
}

function hasActiveObject(document: PDFDocument): boolean {
  const seen = new Set<PDFObject>();
  return document.context.enumerateIndirectObjects().some(([, object]) => isActive(object, seen));
}

function isActive(object: PDFObject, seen: Set<PDFObject>): boolean {
  if (seen.has(object)) return false;
  seen.add(object);
  if (object instanceof PDFArray) return object.asArray().some((item) => isActive(item, seen));
  if (object instanceof PDFStream) return isActive(object.dict, seen);
  if (!(object instanceof PDFDict)) return false;
  return object.entries().some(([key, value]) => isActiveEntry(key.decodeText(), value) || isActive(value, seen));
}

function isActiveEntry(key: string, value: PDFObject): boolean {
  if (activeKeys.has(key)) return true;
  if (!(value instanceof PDFName)) return false;
  if (key === 'S') return activeActions.has(value.decodeText());
  return (key === 'Type' || key === 'Subtype') && activeTypes.has(value.decodeText());
}

/** The same names in the bare bytes, outside of compressed streams, hexadecimal forms included. */
function hasActiveText(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const names = /\/(?:[A-Za-z]|#[0-9A-Fa-f]{2}){2,24}/g;
  for (const [name] of text.matchAll(names)) {
    if (!/[#JLE]/.test(name)) continue;
    const plain = name.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (textNames.has(plain)) return true;
  }
  return false;
}

const textNames = new Set(['JavaScript', 'Launch', 'EmbeddedFiles', 'EmbeddedFile']);

async function open(bytes: Uint8Array): Promise<{ pages: number } | FileRefusal> {
  try {
    const document = await openPdf(bytes);
    const pages = document.getPageCount();
    document.destroy();
    if (pages === 0) return 'file.broken';
    return pages > limits.pages ? 'file.too_many_pages' : { pages };
  } catch (error) {
    return /password/i.test(String(error)) ? 'file.encrypted' : 'file.broken';
  }
}
