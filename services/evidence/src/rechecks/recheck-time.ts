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

/** What an answer on a signature must say to be kept. */
export type Answer = Pick<FoundSignature, 'validity' | 'reason' | 'trustedTime' | 'nextCheck'> & { readonly reasons: readonly string[] };

const DAY_MS = 24 * 3_600_000;
/** Nobody said whether the certificate was revoked: the responder was down, or its list had not come. */
const OPEN: ReadonlySet<string> = new Set(['revocation_unavailable', 'revocation_unknown']);
const VALID: ReadonlySet<string> = new Set(['valid_now', 'valid_at_time_stamp']);
/** An administrator who puts no newer lists into the folder for so long will not be waited for. */
const PATIENCE_MS = 30 * DAY_MS;
/** A time stamp counts only when its authority is known not to be revoked: while that is open a stamped signature may look unstamped. */
const MAY_FOLLOW: ReadonlySet<string> = new Set(['expired_without_time_stamp', 'revoked_without_time_stamp']);

/** Nothing stands in the way of an answer but what nobody could say about revocation; an algorithm that is not verified will not be tomorrow. */
export function isOpen({ reasons }: { reasons: readonly string[] }): boolean {
  return reasons.some((reason) => OPEN.has(reason)) && reasons.every((reason) => OPEN.has(reason) || MAY_FOLLOW.has(reason));
}

/**
 * Valid by lists or answers that were made before the moment that counts: a revocation of that very day stands only in the next ones. So
 * it is verified once more when those end (`nextCheck`). A valid signature that has none rests on younger ones already.
 */
export function isToConfirm({ reason, nextCheck }: Pick<FoundSignature, 'reason' | 'nextCheck'>): boolean {
  return VALID.has(reason) && nextCheck !== null;
}

/** While nobody can say whether a certificate was revoked: a day later. A valid signature: when its lists end, then daily until the next ones have come, for a month. */
export function recheckTime(signatures: readonly FoundSignature[] = [], now: Date): { recheckAt?: Date } {
  const times = signatures.flatMap((signature) => (isOpen(signature) ? [now.getTime() + DAY_MS] : confirmationTime(signature, now)));
  return times.length > 0 ? { recheckAt: new Date(Math.min(...times)) } : {};
}

function confirmationTime(signature: FoundSignature, now: Date): number[] {
  const end = Date.parse(signature.nextCheck ?? '');
  if (!isToConfirm(signature) || now.getTime() > end + PATIENCE_MS) {
    return [];
  }
  return [end > now.getTime() ? end : now.getTime() + DAY_MS];
}

/**
 * What is known of a signature after another look. That lists have not come, or that its certificate has ended since, says nothing about a
 * signature that was seen to be valid in its time: when it was here already is ours to say. Once younger lists confirmed it, it rests.
 */
export function keepKnown<T extends Answer>(before: FoundSignature | undefined, after: T): T | FoundSignature {
  if (before?.validity !== 'valid') {
    return after;
  }
  if (after.validity === 'undetermined' && after.reasons.every((reason) => OPEN.has(reason) || reason === 'expired_without_time_stamp')) {
    return before;
  }
  const isConfirmed = after.validity === 'valid' && after.trustedTime === null && isLater(after.nextCheck, before.nextCheck);
  return isConfirmed ? { ...after, nextCheck: null } : after;
}

function isLater(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one > other;
}
