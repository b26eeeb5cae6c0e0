import { ifReadable } from '../asn1.js';
import type { Reason } from '../reasons.js';
import type { ByteRange, SignedRange } from './byte-range.js';
import { laterChanges, type LaterChange } from './changes.js';
import { signatureFields } from './fields.js';
import { Revision } from './revision.js';

/** Which bytes a signature speaks for and what came after it. */
export interface Coverage {
  readonly byteRange: ByteRange;
  readonly coveredBytes: number;
  /** Bytes outside: the signature itself, and whatever was appended. First included, last not. */
  readonly uncovered: readonly { readonly from: number; readonly to: number }[];
  /** Nothing was appended. */
  readonly isWhole: boolean;
  /** `null`: nothing was appended. No `changes`: nothing that matters, or (with reason `later_change_unclear`) not understood. */
  readonly later: {
    readonly bytes: number;
    readonly changes: readonly LaterChange[];
    /** Pages that look different. */
    readonly pages: readonly number[];
  } | null;
}

export interface CoverageAnswer {
  readonly coverage: Coverage;
  readonly reasons: readonly Reason[];
}

export function coverageOf(bytes: Uint8Array, signed: SignedRange, fieldName: string, now: Revision): CoverageAnswer {
  const { range, end } = signed;
  const gap = { from: range[1], to: range[2] };
  const rest = bytes.length - end;
  const common = { byteRange: range, coveredBytes: range[1] + range[3] };
  const before = signedState(bytes, end);
  const uncovered = rest === 0 ? [gap] : [gap, { from: end, to: bytes.length }];
  const later = { bytes: rest, changes: [], pages: [] };
  const isOwn =
    before !== null && signatureFields(before).some(({ name, signature }) => name === fieldName && signature !== null);
  if (!isOwn) return { coverage: { ...common, uncovered, isWhole: false, later }, reasons: ['byte_range_elsewhere'] };
  if (rest === 0) return { coverage: { ...common, uncovered, isWhole: true, later: null }, reasons: [] };
  return laterAnswer({ ...common, uncovered, isWhole: false, later }, before, now);
}

/** The file as it was when it was signed must be a whole PDF, else the signature covers a piece of something. */
function signedState(bytes: Uint8Array, end: number): Revision | null {
  return ifReadable(() => new Revision(bytes.subarray(0, end)));
}

function laterAnswer(coverage: Coverage, before: Revision, now: Revision): CoverageAnswer {
  const found = ifReadable(() => laterChanges(before, now));
  if (found === null) return { coverage, reasons: ['later_change_unclear'] };
  const reasons: Reason[] = [];
  if (found.changes.includes('content')) reasons.push('changed_later');
  if (found.changes.includes('visible_signature')) reasons.push('changed_visibly_later');
  return { coverage: { ...coverage, later: { bytes: coverage.later!.bytes, ...found } }, reasons };
}
