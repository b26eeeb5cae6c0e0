import type { EvidenceView } from '@aigaq/api';

type MediaType = EvidenceView['mediaType'];

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';

const SIGNATURES: [MediaType, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
];

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
  const found = SIGNATURES.find(([, bytes]) => bytes.every((byte, place) => start[place] === byte));
  return found === undefined ? { refusal: 'wrongType' } : { mediaType: found[0] };
}

/** SHA-256 in hex, so that the store refuses bytes that changed on the way. */
export async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
