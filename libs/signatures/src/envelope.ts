import { MalformedError } from './asn1.js';
import { membersAt, TruncatedError, valueAt, type BerValue } from './ber.js';
import { oid } from './oids.js';

/** Signed data by its outline: nothing in it is verified. */
export interface Envelope {
  /** The document inside; `null`: the signature stands beside its document. */
  readonly content: Uint8Array | null;
  /** The bytes behind the content, or all of a signature that stands beside. */
  readonly rest: Uint8Array;
}

export type EnvelopeFault = 'malformed' | 'truncated' | 'too_large';

/** Certificates, stamps, answers and all signatures together; real ones have some ten thousand bytes. */
const mostBesideContent = 1024 * 1024;
const mostSigners = 20;
const tag = { octets: 0x04, identifier: 0x06, sequence: 0x30, set: 0x31, wrapped: 0xa0, openOctets: 0x24 };

/**
 * The outline of a CMS signed data with at least one signature, read before anything of it is decoded. Use it before `verifyAttached`
 * and `verifyDetached` on what comes from outside: what it lets through is bounded in size. Never throws.
 */
export function readEnvelope(bytes: Uint8Array): Envelope | EnvelopeFault {
  try {
    return outline(binaryOf(bytes));
  } catch (error) {
    if (error instanceof TruncatedError) return 'truncated';
    if (error instanceof MalformedError) return 'malformed';
    throw error;
  }
}

/** DER, or the same in base64 with or without PEM lines, as signing programs save it. Throws `MalformedError`. */
export function binaryOf(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === tag.sequence) return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/-----(BEGIN|END) [A-Z0-9 ]+-----/gu, '')
    .replace(/\s+/gu, '');
  if (!/^[A-Za-z0-9+/]+=*$/u.test(text)) throw new MalformedError('neither DER nor base64');
  return Buffer.from(text, 'base64');
}

function outline(bytes: Uint8Array): Envelope | EnvelopeFault {
  const members = signedDataAt(bytes);
  const [contentType, inside] = membersAt(bytes, expected(members[2], tag.sequence));
  if (identifierAt(bytes, contentType) !== oid.data) throw new MalformedError('not the signature of a document');
  const content = inside === undefined ? null : contentAt(bytes, expected(inside, tag.wrapped));
  const signers = membersAt(bytes, expected(members.at(-1), tag.set)).length;
  if (signers === 0) throw new MalformedError('nobody signed');
  if (signers > mostSigners || bytes.length - (content?.length ?? 0) > mostBesideContent) return 'too_large';
  return { content, rest: inside === undefined ? bytes : bytes.subarray(inside.next) };
}

/** Version, digests, content, certificates, lists, signatures. */
function signedDataAt(bytes: Uint8Array): BerValue[] {
  const info = expected(valueAt(bytes, 0), tag.sequence);
  if (info.next !== bytes.length) throw new MalformedError('bytes behind the end');
  const [type, wrapped] = membersAt(bytes, info);
  if (identifierAt(bytes, type) !== oid.signedData) throw new MalformedError('not signed data');
  const [data] = membersAt(bytes, expected(wrapped, tag.wrapped));
  return membersAt(bytes, expected(data, tag.sequence));
}

/** One string of octets, or pieces of one where the writer did not know its length. */
function contentAt(bytes: Uint8Array, wrapped: BerValue): Uint8Array {
  const [value, ...others] = membersAt(bytes, wrapped);
  if (value === undefined || others.length > 0) throw new MalformedError('no single content');
  if (value.tag === tag.octets) return bytes.subarray(value.start, value.end);
  const pieces = membersAt(bytes, expected(value, tag.openOctets));
  return Buffer.concat(pieces.map((piece) => expected(piece, tag.octets)).map(({ start, end }) => bytes.subarray(start, end)));
}

function expected(value: BerValue | undefined, wanted: number): BerValue {
  if (value?.tag !== wanted) throw new MalformedError('not the structure of signed data');
  return value;
}

/** The identifiers in question begin with 1.2 and have no part beyond 28 bits. */
function identifierAt(bytes: Uint8Array, value: BerValue | undefined): string {
  const { start, end } = expected(value, tag.identifier);
  const parts = ['1.2'];
  let part = 0;
  for (const byte of bytes.subarray(start + 1, Math.min(end, start + 32))) {
    part = part * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      parts.push(String(part));
      part = 0;
    }
  }
  return bytes[start] === 42 ? parts.join('.') : '';
}
