import type { DomainError } from '@aigaq/kernel';
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';

/** Lets files through as they come, unread: who sends one is asked for his right to do so before a byte is taken. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

/**
 * Reads a body of the type `application/octet-stream`; empty when there is none.
 * @throws what `tooLarge` makes, as soon as more than `mostBytes` have come
 */
export async function readFile(body: unknown, mostBytes: number, tooLarge: () => DomainError): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body instanceof Readable ? (body as AsyncIterable<Buffer>) : []) {
    size += part.length;
    if (size > mostBytes) {
      throw tooLarge();
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
