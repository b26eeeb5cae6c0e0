import type { Verdict } from '@aigaq/api';
import type { FoundSignature } from '../documents/found-signature.js';

/** One signature whose answer has changed. */
export interface ChangedSignature {
  signer: string;
  before: FoundSignature['validity'];
  after: FoundSignature['validity'];
}

/** That the electronic signatures of a paper were verified again and gave another answer. */
export interface Recheck {
  at: Date;
  before: Verdict;
  after: Verdict;
  signatures: ChangedSignature[];
}

const DAY_MS = 24 * 3_600_000;
/** Nobody said whether the certificate was revoked: the responder was down, or its list had not come. */
const OPEN: ReadonlySet<string> = new Set(['revocation_unavailable', 'revocation_unknown']);
/** A time stamp counts only when its authority is known not to be revoked: while that is open a stamped signature may look unstamped. */
const MAY_FOLLOW: ReadonlySet<string> = new Set(['expired_without_time_stamp', 'revoked_without_time_stamp']);

/** Nothing stands in the way of an answer but what nobody could say about revocation; an algorithm that is not verified will not be tomorrow. */
export function isOpen({ reasons }: { reasons: readonly string[] }): boolean {
  return reasons.some((reason) => OPEN.has(reason)) && reasons.every((reason) => OPEN.has(reason) || MAY_FOLLOW.has(reason));
}

/** A paper is verified again a day later while the answer on one of its signatures is open. */
export function recheckTime(signatures: readonly FoundSignature[] = [], now: Date): { recheckAt?: Date } {
  return signatures.some(isOpen) ? { recheckAt: new Date(now.getTime() + DAY_MS) } : {};
}
