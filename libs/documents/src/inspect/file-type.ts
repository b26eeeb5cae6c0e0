import type { FileType } from '../document.js';
import { isHeic } from './heic-header.js';

const declared: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  'application/pdf': 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  png: 'png',
  'image/png': 'png',
  tif: 'tiff',
  tiff: 'tiff',
  'image/tiff': 'tiff',
  heic: 'heic',
  heif: 'heic',
  'image/heic': 'heic',
  'image/heif': 'heic',
  docx: 'docx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  p7s: 'cms',
  p7m: 'cms',
  cms: 'cms',
  sig: 'cms',
  'application/cms': 'cms',
  'application/pkcs7-signature': 'cms',
  'application/pkcs7-mime': 'cms',
  xlsx: 'xlsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** What the sender claims, by media type (`application/pdf`) or short name (`pdf`); null when it is nothing that is taken. */
export function declaredTypeOf(name: string): FileType | null {
  return declared[name.toLowerCase().split(';')[0]!.trim()] ?? null;
}

/** The first bytes of a file: `zip` may be a text document or a table, `ole` an old one or one behind a password. */
export type FirstBytes = Exclude<FileType, 'docx' | 'xlsx'> | 'zip' | 'ole';

const beginnings: readonly (readonly [FirstBytes, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

/** A sequence longer than 127 bytes in DER, in base64 or behind the first line of PEM. */
function mayBeCms(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x30) return bytes[1]! >= 0x80;
  return /^\s*(-----BEGIN (PKCS ?7|CMS|SIGNED)|MI[A-P])/u.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
}

/** The real type by the first bytes. A PDF may have a little before its header. */
export function firstBytesOf(bytes: Uint8Array): FirstBytes | null {
  const found = beginnings.find(([, start]) => start.every((value, index) => bytes[index] === value));
  if (found !== undefined) return found[0];
  if (isHeic(bytes)) return 'heic';
  // Before the next question: a document stands inside, near the beginning.
  if (mayBeCms(bytes)) return 'cms';
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-') ? 'pdf' : null;
}
