import type { Readable } from 'node:stream';
import { DomainError, type ErrorData, type ErrorKind } from '@aigaq/kernel';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from './file-store.js';
import { FormReader } from './multipart.js';
import { storeErrors, uploadErrors } from './store.errors.js';

const STATUS: Record<ErrorKind, number> = { invalid: 400, forbidden: 403, not_found: 404, conflict: 409, unavailable: 503 };
const STATUS_OF_CODE: Record<string, number> = { 'upload.too_large': 413, 'upload.wrong_type': 415, 'store.full': 507 };

/** A refusal in the language that an Accept-Language header asks for. */
export type RefusalText = (code: string, data: ErrorData, acceptLanguage: string | undefined) => string | undefined;

/** The address to which browsers post upload forms of the file store; mount it at the store's `publicUrl`. */
export function fileStorePlugin(store: FileStore, text: RefusalText = () => undefined): FastifyPluginAsync {
  const refuse = (request: FastifyRequest, reply: FastifyReply, { kind, code, message, data }: DomainError): FastifyReply => {
    const status = STATUS_OF_CODE[code] ?? STATUS[kind];
    const detail = text(code, data, request.headers['accept-language']) ?? message;
    const problem = { type: `urn:aigaq:problem:${code}`, title: detail, status, code, detail, data };
    return reply.code(status).type('application/problem+json; charset=utf-8').header('cache-control', 'no-store').send(problem);
  };
  return (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));
    app.setErrorHandler((error, request, reply) => refuse(request, reply, asRefusal(error)));
    app.setNotFoundHandler((request, reply) => refuse(request, reply, storeErrors.no_object()));
    app.post('/quarantine', (request, reply) => take(store, request, reply));
    return Promise.resolve();
  };
}

async function take(store: FileStore, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const form = new FormReader(request.body as Readable, request.headers['content-type'] ?? '');
  try {
    await store.receive(await form.fields(), form.file());
  } catch (error) {
    if (!request.raw.destroyed) {
      await form.drain();
    }
    throw error;
  }
  return reply.code(204).send();
}

/** Fastify's own refusals (no body, another media type) and a connection that broke off are forms that are not complete. */
function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) {
    return error;
  }
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status < 500 ? uploadErrors.malformed() : storeErrors.unavailable();
}
