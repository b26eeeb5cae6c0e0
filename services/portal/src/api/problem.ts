import type { Problem } from '@aigaq/api';

/** A refusal or an outage; `detail` is already in the language of the reader, empty when there was no answer at all. */
export class ApiError extends Error {
  /** The values of the refusal, by name. */
  data: Problem['data'] = undefined;

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
/** The act is done only by who has given the password a moment ago. */
export const STEP_UP_NEEDED = 'token.step_up_needed';

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

export async function problemOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  const body = parse(text);
  if (!isProblem(body)) {
    return new ApiError(response.status, `http.${response.status}`, '');
  }
  const error = new ApiError(response.status, body.code, body.detail, body.fields, body.correlationId);
  error.data = body.data;
  return error;
}

/** The body as JSON; null when it is something else, for example the page of a proxy. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
