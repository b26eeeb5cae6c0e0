import type { Problem } from '@aigaq/api';

/** A refusal or an outage; `detail` is already in the language of the reader, empty when there was no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: { path: string; message: string }[] = [],
    readonly correlationId = '',
  ) {
    super(detail || code);
    this.name = 'ApiError';
  }
}

export const NO_ANSWER = 'network.no_answer';

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

export async function problemOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  const body = parse(text);
  return isProblem(body)
    ? new ApiError(response.status, body.code, body.detail, body.fields, body.correlationId)
    : new ApiError(response.status, `http.${response.status}`, '');
}

/** The body as JSON; null when it is something else, for example the page of a proxy. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
