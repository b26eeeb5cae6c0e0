import type { StandardSchemaV1 } from '@standard-schema/spec';

export interface WrongField {
  /** `items.0.name`; empty = the whole body. */
  path: string;
  /** Suffix of a text in the catalogue: `field.<reason>`. */
  reason: string;
}

type Issue = StandardSchemaV1.Issue & { code?: string; keys?: readonly string[] };

const KNOWN_REASONS = new Set(['invalid_type', 'too_big', 'too_small', 'invalid_format', 'unrecognized_keys', 'invalid_value']);

/** A body, query or path that does not fit its schema. */
export class RequestInvalid extends Error {
  readonly fields: readonly WrongField[];

  constructor(issues: readonly StandardSchemaV1.Issue[]) {
    super('The request does not fit its schema.');
    this.fields = issues.slice(0, 50).flatMap(fieldsOf);
  }
}

function fieldsOf(issue: Issue): WrongField[] {
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step));
  const reason = issue.code && KNOWN_REASONS.has(issue.code) ? issue.code : 'invalid';
  // An unknown field is reported at its own name, not at the object around it.
  const names = reason === 'unrecognized_keys' && issue.keys ? issue.keys.slice(0, 10) : [undefined];
  return names.map((name) => ({ path: [...path, ...(name === undefined ? [] : [name])].join('.').slice(0, 200), reason }));
}
