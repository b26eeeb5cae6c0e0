import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber } from 'pdf-lib';
import type { Reason } from '../reasons.js';
import type { Revision } from './revision.js';

export type ByteRange = readonly [start: number, length: number, secondStart: number, secondLength: number];

/** The signed bytes of a PDF and the signature that stands in the gap between them. */
export interface SignedRange {
  readonly range: ByteRange;
  readonly parts: readonly [Uint8Array, Uint8Array];
  /** Where the signed state of the file ends. */
  readonly end: number;
  readonly contents: Uint8Array;
}

/**
 * What the signature covers. Everything from the first byte on but the hexadecimal string of the signature itself: a gap
 * with anything else in it, or elsewhere, is how signatures are moved to other documents (signature wrapping).
 */
export function signedRangeOf(bytes: Uint8Array, revision: Revision, signature: PDFDict): SignedRange | Reason {
  const contents = revision.value(signature.get(PDFName.of('Contents')));
  if (!(contents instanceof PDFHexString)) return 'contents_empty';
  const packed = contents.asBytes();
  if (packed.every((byte) => byte === 0)) return 'contents_empty';
  const range = rangeOf(revision, signature);
  if (range === null || !isInside(range, bytes.length)) return 'byte_range_malformed';
  const [start, length, second, secondLength] = range;
  if (start !== 0 || !isSignatureAlone(bytes, length, second, contents)) return 'byte_range_gap';
  const end = second + secondLength;
  return { range, parts: [bytes.subarray(0, length), bytes.subarray(second, end)], end, contents: packed };
}

function rangeOf(revision: Revision, signature: PDFDict): ByteRange | null {
  const value = revision.value(signature.get(PDFName.of('ByteRange')));
  if (!(value instanceof PDFArray) || value.size() !== 4) return null;
  const numbers = value.asArray().map((item) => revision.value(item));
  if (!numbers.every((item) => item instanceof PDFNumber && Number.isInteger(item.asNumber()))) return null;
  return numbers.map((item) => (item as PDFNumber).asNumber()) as unknown as ByteRange;
}

function isInside([start, length, second, secondLength]: ByteRange, size: number): boolean {
  return start >= 0 && length > 0 && second > start + length && secondLength > 0 && second + secondLength <= size;
}

function isSignatureAlone(bytes: Uint8Array, from: number, to: number, contents: PDFHexString): boolean {
  const gap = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const before = Buffer.from(bytes.subarray(Math.max(0, from - 24), from)).toString('latin1');
  return /^<[0-9A-Fa-f\s]*>$/u.test(gap) && /\/Contents\s*$/u.test(before) && gap.slice(1, -1) === contents.asString();
}
