import type { FileType } from '../document.js';
import { limits } from '../thresholds.js';
import { inspectImage } from './image-header.js';
import { inspectPdf } from './pdf-structure.js';

export type FileRefusal =
  | 'file.empty'
  | 'file.too_large'
  | 'file.wrong_type'
  | 'file.encrypted'
  | 'file.active_content'
  | 'file.truncated'
  | 'file.too_many_pixels'
  | 'file.broken'
  | 'file.too_many_pages';

export type FileInspection =
  | { readonly ok: true; readonly type: FileType; readonly pages?: number }
  | { readonly ok: false; readonly code: FileRefusal };

const declared: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  'application/pdf': 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  png: 'png',
  'image/png': 'png',
};

/**
 * Structure checks before anything of a file is stored; nothing is decoded or executed.
 * @param declaredType media type (`application/pdf`) or short name (`pdf`) that the sender claims
 */
export async function inspectFile(bytes: Uint8Array, declaredType: string): Promise<FileInspection> {
  if (bytes.length === 0) return refuse('file.empty');
  if (bytes.length > limits.bytes) return refuse('file.too_large');
  const type = typeOf(bytes);
  if (type === null || type !== declared[declaredType.toLowerCase().split(';')[0]!.trim()]) return refuse('file.wrong_type');
  const found = type === 'pdf' ? await inspectPdf(bytes) : inspectImage(bytes, type);
  return typeof found === 'string' ? refuse(found) : { ok: true, type, ...found };
}

/** The real type by the first bytes. A PDF may have a little before its header. */
export function typeOf(bytes: Uint8Array): FileType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (png.every((value, index) => bytes[index] === value)) return 'png';
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-') ? 'pdf' : null;
}

function refuse(code: FileRefusal): FileInspection {
  return { ok: false, code };
}
