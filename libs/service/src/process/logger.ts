import { currentTrace } from '@aigaq/events';
import type { LoggerService } from '@nestjs/common';
import { type Logger, type LoggerOptions, pino } from 'pino';

export type LogLevel = NonNullable<LoggerOptions['level']>;

/** Nest's log as JSON lines, each with the correlation id of the request or event that it belongs to. */
export class JsonLogger implements LoggerService {
  readonly pino: Logger;

  constructor(service: string, level: LogLevel) {
    this.pino = pino({ level, base: { service }, mixin: () => ({ ...currentTrace() }), timestamp: pino.stdTimeFunctions.isoTime });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.pino.info({ context: contextOf(rest) }, text(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn({ context: contextOf(rest) }, text(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error({ context: contextOf(rest), ...stackOf(message, rest) }, text(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.pino.fatal({ context: contextOf(rest), ...stackOf(message, rest) }, text(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug({ context: contextOf(rest) }, text(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.pino.trace({ context: contextOf(rest) }, text(message));
  }
}

/** Nest gives the name of the part that writes as the last argument, after a stack when there is one. */
function contextOf(rest: readonly unknown[]): unknown {
  return rest.at(-1);
}

function stackOf(message: unknown, rest: readonly unknown[]): { stack?: unknown } {
  if (message instanceof Error) {
    return { stack: message.stack };
  }
  return rest.length > 1 ? { stack: rest[0] } : {};
}

function text(message: unknown): string {
  if (typeof message === 'string') {
    return message;
  }
  return message instanceof Error ? message.message : JSON.stringify(message);
}
