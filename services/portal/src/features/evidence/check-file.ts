import type { EvidenceView } from '@aigaq/api';

type MediaType = EvidenceView['mediaType'];

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Of a paper of several files. */
export const MAX_PAPER_BYTES = 100 * 1024 * 1024;
export const MAX_PAPER_FILES = 30;
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.heic,.docx,.xlsx,.p7s,.p7m,.cms,.sig,application/pdf,image/jpeg,image/png,image/tiff,image/heic';

const SIGNATURES: [MediaType, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
/** The first line of a signature in PEM, or its first letters in base64. */
const SIGNATURE_TEXT = /^\s*(-----BEGIN (PKCS ?7|CMS|SIGNED)|MI[A-P])/;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export type FileRefusal = 'empty' | 'tooLarge' | 'wrongType';
export type PaperRefusal = 'tooMany' | 'tooLargeTogether';

/** What can be said of several files of one paper before anything is sent. */
export function refusalOfPaper(files: readonly File[]): PaperRefusal | undefined {
  if (files.length > MAX_PAPER_FILES) {
    return 'tooMany';
  }
  const isTooLarge = files.length > 1 && files.reduce((sum, { size }) => sum + size, 0) > MAX_PAPER_BYTES;
  return isTooLarge ? 'tooLargeTogether' : undefined;
}

export function isSignature({ name }: File): boolean {
  return /\.(p7s|p7m|cms|sig)$/i.test(name);
}

/** As cameras and scanners number pages; signatures after the document. */
export function inOrder(files: readonly File[]): File[] {
  return files.toSorted((one, other) => Number(isSignature(one)) - Number(isSignature(other)) || one.name.localeCompare(other.name, 'ru', { numeric: true }));
}

/** What can be said before anything is sent: type by the first bytes (a name proves nothing) and size. The server checks again. */
export async function checkFile(file: File): Promise<{ mediaType: MediaType } | { refusal: FileRefusal }> {
  if (file.size === 0) {
    return { refusal: 'empty' };
  }
  if (file.size > MAX_FILE_BYTES) {
    return { refusal: 'tooLarge' };
  }
  const start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  const mediaType = SIGNATURES.find(([, bytes]) => beginsWith(start, bytes))?.[0] ?? otherType(start, file.name);
  return mediaType === undefined ? { refusal: 'wrongType' } : { mediaType };
}

function beginsWith(start: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, place) => start[place] === byte);
}

/** Text documents and tables begin alike: the name tells them apart, and the server looks inside. */
function otherType(start: Uint8Array, name: string): MediaType | undefined {
  if (new TextDecoder().decode(start.slice(4, 8)) === 'ftyp') {
    return 'image/heic';
  }
  if ((start[0] === 0x30 && start[1]! >= 0x80) || SIGNATURE_TEXT.test(new TextDecoder().decode(start))) {
    return 'application/cms';
  }
  if (!beginsWith(start, ARCHIVE)) {
    return undefined;
  }
  return /\.xlsx$/i.test(name) ? `${OFFICE}.spreadsheetml.sheet` : /\.docx$/i.test(name) ? `${OFFICE}.wordprocessingml.document` : undefined;
}

/** SHA-256 in hex, so that the store refuses bytes that changed on the way. */
export async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
