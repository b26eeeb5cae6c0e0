import type { FastifyInstance } from 'fastify';

export interface HealthCheck {
  name: string;
  isReady: () => boolean;
}

/** `live`: the process answers; `ready`: its database and its events are there. No token is asked for. */
export function serveHealth(fastify: FastifyInstance, service: string, checks: () => readonly HealthCheck[]): void {
  fastify.get(`/api/${service}/health/live`, () => ({ status: 'live' }));
  fastify.get(`/api/${service}/health/ready`, (_request, reply) => {
    const parts = Object.fromEntries(checks().map(({ name, isReady }) => [name, isReady()]));
    const isReady = Object.values(parts).every(Boolean);
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', parts });
  });
}
