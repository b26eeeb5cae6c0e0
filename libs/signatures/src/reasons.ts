export type Validity = 'valid' | 'invalid' | 'undetermined';

/**
 * Every reason and the answer it gives, the graver first: the first of a signature's reasons decides.
 * Sentences for people: `texts/kk.json`, `texts/ru.json`.
 */
export const reasonTable = {
  malformed: 'invalid',
  contents_empty: 'invalid',
  byte_range_malformed: 'invalid',
  byte_range_gap: 'invalid',
  byte_range_elsewhere: 'invalid',
  content_changed: 'invalid',
  signature_wrong: 'invalid',
  certificate_swapped: 'invalid',
  certificate_forged: 'invalid',
  changed_later: 'invalid',
  certificate_revoked: 'invalid',
  certificate_expired: 'invalid',
  certificate_not_yet_valid: 'invalid',
  pdf_unreadable: 'undetermined',
  format_unsupported: 'undetermined',
  algorithm_unsupported: 'undetermined',
  content_missing: 'undetermined',
  no_signed_attributes: 'undetermined',
  certificate_missing: 'undetermined',
  self_signed: 'undetermined',
  unknown_issuer: 'undetermined',
  certificate_unfit: 'undetermined',
  not_for_signing: 'undetermined',
  weak_algorithm: 'undetermined',
  revoked_without_time_stamp: 'undetermined',
  expired_without_time_stamp: 'undetermined',
  certificate_on_hold: 'undetermined',
  revocation_unavailable: 'undetermined',
  revocation_unknown: 'undetermined',
  changed_visibly_later: 'undetermined',
  later_change_unclear: 'undetermined',
  valid_at_time_stamp: 'valid',
  valid_now: 'valid',
} as const satisfies Record<string, Validity>;

export type Reason = keyof typeof reasonTable;

const order = Object.keys(reasonTable) as Reason[];

/** The reasons without repetition, the one that decides first. */
export function byGravity(reasons: Iterable<Reason>): Reason[] {
  const found = new Set(reasons);
  return order.filter((reason) => found.has(reason));
}
