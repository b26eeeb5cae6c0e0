import { isOutage } from '@aigaq/events';
import { DomainError, type ErrorData, type ErrorKind } from '@aigaq/kernel';
import { HttpException } from '@nestjs/common';
import { RequestInvalid, type WrongField } from './request-invalid.js';

/** What an error means to a client, in no language yet. */
export interface Refusal {
  status: number;
  code: string;
  data?: ErrorData;
  fields?: readonly WrongField[];
}

const STATUS: Readonly<Record<ErrorKind, number>> = { invalid: 400, forbidden: 403, not_found: 404, conflict: 409, unavailable: 503 };

const CODES: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  401: 'request.unauthenticated',
  403: 'request.forbidden',
  404: 'request.not_found',
  405: 'request.wrong_method',
  408: 'request.too_slow',
  413: 'request.too_large',
  415: 'request.wrong_type',
  429: 'request.too_many',
};

/** Anything thrown becomes a status and a code; what is not understood is a 500 that tells nothing. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError) {
    return { status: STATUS[error.kind], code: error.code, data: error.data };
  }
  if (error instanceof RequestInvalid) {
    return { status: 400, code: 'request.invalid', fields: error.fields };
  }
  if (isOutage(error)) {
    return { status: 503, code: 'server.unavailable' };
  }
  const { status, code } = clientFault(error);
  return status === undefined ? { status: 500, code: 'server.failed' } : { status, code: code ?? CODES[status] ?? 'request.malformed' };
}

/** Faults of Nest, Fastify and of libraries that name a status of their own (and perhaps a code from our catalogue). */
function clientFault(error: unknown): { status?: number; code?: string } {
  const { status, statusCode, code } = (error ?? {}) as { status?: unknown; statusCode?: unknown; code?: unknown };
  const given = error instanceof HttpException ? error.getStatus() : (status ?? statusCode);
  if (typeof given !== 'number' || given < 400 || given > 499) {
    return {};
  }
  return { status: given, ...(typeof code === 'string' && /^[a-z]+\.[a-z_.]+$/.test(code) && { code }) };
}
