import { fromBER, type BaseBlock } from 'asn1js';

/** Bytes that are not the structure they should be. */
export class MalformedError extends Error {}

/** One ASN.1 value and nothing behind it, except for zeros where `mayBePadded` (PDF signatures are padded). */
export function parseAsn1(bytes: Uint8Array, mayBePadded = false): BaseBlock {
  const { offset, result } = fromBER(bytes.slice());
  if (offset < 0) throw new MalformedError('not ASN.1');
  const rest = bytes.subarray(offset);
  if (rest.length > 0 && !(mayBePadded && rest.every((byte) => byte === 0)))
    throw new MalformedError('bytes behind the end');
  return result;
}

/** Runs a parser of foreign code; whatever it throws means that the bytes are malformed. */
export function parsing<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof MalformedError ? error : new MalformedError(String(error));
  }
}

/** What a reader gives, or `null` when the bytes are malformed. */
export function ifReadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

export function hex(bytes: Uint8Array | ArrayBuffer): string {
  return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('hex');
}

export function isSameBytes(a: Uint8Array | ArrayBuffer, b: Uint8Array | ArrayBuffer): boolean {
  return hex(a) === hex(b);
}

/** The members of a constructed value. */
export function membersOf(block: unknown): BaseBlock[] {
  const members = (block as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value;
  return Array.isArray(members) ? (members as BaseBlock[]) : [];
}

/** The value with its tag and length, as it stood in the input. */
export function rawOf(block: unknown): Uint8Array {
  return (block as { valueBeforeDecodeView: Uint8Array }).valueBeforeDecodeView;
}
