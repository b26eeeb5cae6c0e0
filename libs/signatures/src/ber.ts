import { MalformedError } from './asn1.js';

/** Bytes that end before the structure does. */
export class TruncatedError extends MalformedError {}

/** One value of BER: the first byte of its tag, and where its content stands. */
export interface BerValue {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Where the next value begins. */
  readonly next: number;
}

/** Real signatures nest about a dozen levels deep. */
const mostDepth = 32;
/** A content of 50 MB written in pieces of 1,000 bytes, as signing programs do, has half as many. */
const mostMembers = 100_000;
const indefinite = 0x80;

/**
 * The value at a place, found without reading what is in it: only a value of indefinite length (programs that stream a signature
 * write them) is searched for its end. Throws `MalformedError`, `TruncatedError`.
 */
export function valueAt(bytes: Uint8Array, at: number, limit: number = bytes.length, depth = 0): BerValue {
  const tag = byteAt(bytes, at, limit);
  // Tags of several bytes do not occur in signatures.
  if ((tag & 0x1f) === 0x1f || depth > mostDepth) throw new MalformedError('not the structure of a signature');
  const first = byteAt(bytes, at + 1, limit);
  if (first === indefinite) return openValue(bytes, { tag, at, limit, depth });
  const [length, start] = lengthAt(bytes, at + 1, limit);
  if (start + length > limit) throw new TruncatedError('a value is longer than what holds it');
  return { tag, start, end: start + length, next: start + length };
}

/** The values in a constructed one. */
export function membersAt(bytes: Uint8Array, { start, end }: Pick<BerValue, 'start' | 'end'>): BerValue[] {
  const members: BerValue[] = [];
  for (let at = start; at < end; at = members.at(-1)!.next) {
    if (members.length === mostMembers) throw new MalformedError('too many values');
    members.push(valueAt(bytes, at, end));
  }
  return members;
}

interface Opened {
  readonly tag: number;
  readonly at: number;
  readonly limit: number;
  readonly depth: number;
}

/** Two zero bytes end it. */
function openValue(bytes: Uint8Array, { tag, at, limit, depth }: Opened): BerValue {
  if ((tag & 0x20) === 0) throw new MalformedError('a simple value without a length');
  const start = at + 2;
  let end = start;
  while (byteAt(bytes, end, limit) !== 0 || byteAt(bytes, end + 1, limit) !== 0) end = valueAt(bytes, end, limit, depth + 1).next;
  return { tag, start, end, next: end + 2 };
}

function lengthAt(bytes: Uint8Array, at: number, limit: number): [length: number, start: number] {
  const first = bytes[at]!;
  if (first < indefinite) return [first, at + 1];
  const size = first & 0x7f;
  if (size > 4) throw new MalformedError('a length beyond four bytes');
  let length = 0;
  for (let index = 1; index <= size; index += 1) length = length * 256 + byteAt(bytes, at + index, limit);
  return [length, at + 1 + size];
}

function byteAt(bytes: Uint8Array, at: number, limit: number): number {
  if (at >= limit) throw new TruncatedError('the bytes end within a value');
  return bytes[at]!;
}
