import { EncryptedPDFError, ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFStream, type PDFObject } from 'pdf-lib';
import { openPdf } from '../pages/pdfium.js';
import { limits } from '../thresholds.js';
import { hasBomb } from './pdf-bombs.js';
import type { FileRefusal } from './refusals.js';

/** Keys and action types that run something, call something or carry other files. */
const activeKeys = new Set(['JavaScript', 'JS', 'EmbeddedFiles', 'EmbeddedFile', 'RichMedia', 'XFA']);
const activeActions = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition', 'RichMediaExecute']);
const activeTypes = new Set(['EmbeddedFile', 'RichMedia', 'FileAttachment', '3D', 'Movie', 'Screen', 'Sound']);

/**
 * Looks through every object of a PDF, those in compressed object streams included, with names decoded from their
 * hexadecimal form, before pdfium opens it.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<{ pages: number } | FileRefusal> {
  if (hasBomb(bytes)) return 'file.bomb';
  const structure = await parse(bytes);
  if (structure === 'encrypted') return 'file.encrypted';
  // What the parser does not understand is still searched as text, so that damage does not hide an action.
  if (hasActiveText(bytes)) return 'file.active_content';
  // Objects in object streams that the parser cannot show might be anything.
  if (structure === null) return hasObjectStreams(bytes) ? 'file.broken' : open(bytes);
  return objectsFault(structure) ?? open(bytes);
}

function hasObjectStreams(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/ObjStm');
}

function objectsFault(structure: PDFDocument): FileRefusal | null {
  try {
    if (hasActiveObject(structure)) return 'file.active_content';
    return hasHugePicture(structure) ? 'file.too_many_pixels' : null;
  } catch (error) {
    // Objects nested so deep that walking through them runs out of stack: no program writes them.
    if (error instanceof RangeError) return 'file.broken';
    throw error;
  }
}

/** A picture is unfolded whole when its page is drawn, however small the page. */
function hasHugePicture(document: PDFDocument): boolean {
  return document.context.enumerateIndirectObjects().some(([, object]) => {
    if (!(object instanceof PDFStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return false;
    const bits = numberOf(object, 'BitsPerComponent') ?? 1;
    const area = (numberOf(object, 'Width') ?? 0) * (numberOf(object, 'Height') ?? 0);
    return area > limits.pixels * (bits === 1 ? 8 : 1);
  });
}

function numberOf({ dict }: PDFStream, key: string): number | null {
  const value = dict.context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFNumber ? value.asNumber() : null;
}

async function parse(bytes: Uint8Array): Promise<PDFDocument | 'encrypted' | null> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, parseSpeed: ParseSpeeds.Fastest });
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
