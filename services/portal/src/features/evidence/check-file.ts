import type { EvidenceView } from '@aigaq/api';

type MediaType = EvidenceView['mediaType'];

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.heic,.docx,.xlsx,application/pdf,image/jpeg,image/png,image/tiff,image/heic';

const SIGNATURES: [MediaType, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export type FileRefusal = 'empty' | 'tooLarge' | 'wrongType';

/** What can be said before anything is sent: type by the first bytes (a name proves nothing) and size. The server checks again. */
export async function checkFile(file: File): Promise<{ mediaType: MediaType } | { refusal: FileRefusal }> {
  if (file.size === 0) {
    return { refusal: 'empty' };
  }
  if (file.size > MAX_FILE_BYTES) {
    return { refusal: 'tooLarge' };
  }
  const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const mediaType = SIGNATURES.find(([, bytes]) => beginsWith(start, bytes))?.[0] ?? otherType(start, file.name);
  return mediaType === undefined ? { refusal: 'wrongType' } : { mediaType };
}

function beginsWith(start: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, place) => start[place] === byte);
}

/** Text documents and tables begin alike: the name tells them apart, and the server looks inside. */
function otherType(start: Uint8Array, name: string): MediaType | undefined {
  if (new TextDecoder().decode(start.slice(4)) === 'ftyp') {
    return 'image/heic';
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
