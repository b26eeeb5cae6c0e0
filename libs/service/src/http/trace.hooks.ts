import { type Trace, withTrace } from '@aigaq/events';
import { sortableId } from '@aigaq/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const HEADER = 'x-correlation-id';
/** Enough to tell programs apart. */
const AGENT_LENGTH = 120;

/** Takes or makes the correlation id, answers with it, and keeps it around everything that the request does. */
export function traceRequests(fastify: FastifyInstance): void {
  const traces = new WeakMap<FastifyRequest, Trace>();
  fastify.addHook('onRequest', (request, reply, done) => {
    const trace = traceOf(request);
    traces.set(request, trace);
    void reply.header(HEADER, trace.correlationId);
    withTrace(trace, done);
  });
  // Reading the body leaves the asynchronous context, so it is entered once more.
  fastify.addHook('preValidation', (request, _reply, done) => withTrace(traces.get(request) ?? {}, done));
}

function traceOf({ headers, ip }: FastifyRequest): Trace {
  const given = headers[HEADER];
  const correlationId = typeof given === 'string' && /^[\w.-]{8,100}$/.test(given) ? given : sortableId();
  const { traceparent } = headers;
  const isTrace = typeof traceparent === 'string' && /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent);
  const agent = headers['user-agent']?.slice(0, AGENT_LENGTH) ?? '';
  return { correlationId, ...(isTrace && { traceparent }), from: { address: ip, agent } };
}
