export type ErrorKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'unavailable';

export type ErrorData = Readonly<Record<string, string | number | boolean>>;

/**
 * A refusal that belongs to the domain. `code` is the contract with clients and translators (`assignment.wrong_status`),
 * `message` is one plain sentence without secrets, `data` are the values of its placeholders.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly data: ErrorData = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

type Row = readonly [kind: ErrorKind, message: string];

/**
 * The table of refusals of one feature: `{ no_evidence: ['invalid', 'A review needs evidence.'] }` under the thing `assignment`
 * gives `errors.no_evidence({ … })`, a DomainError with the code `assignment.no_evidence`.
 */
export function errorTable<T extends Record<string, Row>>(
  thing: string,
  rows: T,
): { [K in keyof T]: (data?: ErrorData) => DomainError } {
  const entries = Object.entries(rows).map(([reason, [kind, message]]) => [
    reason,
    (data: ErrorData = {}) => new DomainError(kind, `${thing}.${reason}`, message, data),
  ]);
  return Object.fromEntries(entries) as { [K in keyof T]: (data?: ErrorData) => DomainError };
}
