import { EventServer, EventTransport } from '@aigaq/events';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { type DynamicModule, StandardSchemaValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getConnectionToken } from '@nestjs/mongoose';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Connection } from 'mongoose';
import { acceptFiles } from '../http/files.js';
import { type HealthCheck, serveHealth } from '../http/health.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { RequestInvalid } from '../http/request-invalid.js';
import { traceRequests } from '../http/trace.hooks.js';
import { JsonLogger, type LogLevel } from './logger.js';

export interface ServiceOptions {
  /** In the addresses of the health endpoints and in each log line. */
  name: string;
  /** Services whose databases have to be there; by default the one named like the process. */
  databases?: readonly string[];
  logLevel?: LogLevel;
  /** Security headers; off unless the process answers browsers directly. */
  helmet?: FastifyHelmetOptions | false;
  /** False = nothing is listened to. */
  events?: boolean;
  /** Before routes are made: plugins, static files. */
  beforeInit?: (app: NestFastifyApplication) => void | Promise<void>;
}

const BODY_LIMIT_BYTES = 1_048_576;

/**
 * A service process, configured and listening to its events, not yet to HTTP: call `listen`, or `inject` in tests.
 * @param module the service's module together with `DoorsModule`
 */
export async function createService(module: Type | DynamicModule, options: ServiceOptions): Promise<NestFastifyApplication> {
  const logger = new JsonLogger(options.name, options.logLevel ?? 'info');
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, trustProxy: true, routerOptions: { maxParamLength: 300 } });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger, abortOnError: false });
  const fastify: FastifyInstance = adapter.getInstance();
  traceRequests(fastify);
  logRequests(fastify, logger);
  acceptFiles(fastify);
  serveHealth(fastify, options.name, () => checksOf(app, options));
  await configure(app, options);
  await app.init();
  if (options.events ?? true) {
    await app.startAllMicroservices();
  }
  await fastify.ready();
  return app;
}

async function configure(app: NestFastifyApplication, { helmet: headers = false, events = true, beforeInit }: ServiceOptions): Promise<void> {
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new RequestInvalid(issues) }));
  app.enableShutdownHooks();
  if (headers) {
    await app.register(helmet, headers);
  }
  if (events) {
    app.connectMicroservice({ strategy: new EventServer(app.get(EventTransport, { strict: false })) });
  }
  await beforeInit?.(app);
}

function checksOf(app: NestFastifyApplication, { name, databases = [name], events = true }: ServiceOptions): HealthCheck[] {
  const transport = app.get(EventTransport, { strict: false });
  return [
    ...databases.map((service) => {
      const connection: Connection = app.get(getConnectionToken(service), { strict: false });
      return { name: `database ${service}`, isReady: () => Number(connection.readyState) === 1 };
    }),
    ...(events ? [{ name: 'events', isReady: () => transport.isReady() }] : []),
  ];
}

/** One line per answer; no query (it may hold personal data) and no health checks. */
function logRequests(fastify: FastifyInstance, logger: JsonLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const path = request.url.split('?')[0] ?? '';
    if (!path.includes('/health/')) {
      const correlationId = reply.getHeader('x-correlation-id');
      logger.pino.info({ method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime), correlationId }, 'answered');
    }
    done();
  });
}
