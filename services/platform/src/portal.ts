import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Paths that are not pages of the portal. */
const NOT_PAGES = /^\/(api|auth|store|assets)(\/|$)/;

/** Serves the built portal; every path that is no file is a page of it. */
export async function servePortal(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`The portal is not built: ${folder} has no index.html.`);
  }
  await fastify.register(fastifyStatic, { root: folder, wildcard: false, immutable: true, maxAge: '365d', index: false });
  fastify.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (request.method === 'GET' && !NOT_PAGES.test(path) && !/\.\w+$/.test(path)) {
      // The page names its assets by hash, so it alone must always be asked for anew.
      return reply.header('cache-control', 'no-cache').sendFile('index.html', folder, { maxAge: 0, immutable: false, cacheControl: false });
    }
    return undefined;
  });
}
