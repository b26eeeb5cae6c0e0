import { readEnvelope, type EnvelopeFault } from '@aigaq/signatures';
import { firstBytesOf, type FirstBytes } from './file-type.js';
import { isPolyglot } from './polyglot.js';
import type { FileRefusal } from './refusals.js';

const faults: Readonly<Record<EnvelopeFault, FileRefusal>> = {
  malformed: 'file.signature_broken',
  truncated: 'file.truncated',
  too_large: 'file.signature_too_large',
};

/** The document in a signature, which has to be inspected like one that comes alone. */
export interface SignedInside {
  readonly content: Uint8Array;
  readonly first: Exclude<FirstBytes, 'cms'>;
}

/** `null`: the signature stands beside its document. A document that was signed twice is signed by several persons side by side, not within each other. */
export function openSigned(bytes: Uint8Array): SignedInside | FileRefusal | null {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === 'string') return faults[envelope];
  const { content, rest } = envelope;
  if (isPolyglot(rest, 'cms')) return 'file.polyglot';
  if (content === null) return null;
  if (content.length === 0) return 'file.empty';
  const first = firstBytesOf(content);
  if (first === null) return 'file.wrong_type';
  return first === 'cms' ? 'file.signature_nested' : { content, first };
}
