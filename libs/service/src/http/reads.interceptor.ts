import type { Actor } from '@aigaq/kernel';
import { type CallHandler, type ExecutionContext, Inject, Injectable, mixin, type NestInterceptor, type Type, UseInterceptors } from '@nestjs/common';
import { concatMap, from, map, type Observable } from 'rxjs';
import { AccessLog } from '../outbox/access-log.js';

/** Where no form of the query says how long it may be. */
const LONGEST_PURPOSE = 300;

export interface ReadsOptions {
  /** `read` when not said. */
  act?: string;
}

interface ActedRequest {
  actor?: Actor;
  params: Record<string, string | undefined>;
  query: Record<string, unknown>;
}

/**
 * Records who was shown the thing, and for what when he said so (`?purpose=`), before the answer is sent; a refusal is not a read.
 * @param idParam the part of the path that is the thing's id; a thing without one (an overview) is recorded with an empty id
 */
export function Reads(thing: string, idParam?: string, { act = 'read' }: ReadsOptions = {}): MethodDecorator {
  return UseInterceptors(recorder(thing, idParam, act));
}

function recorder(thing: string, idParam: string | undefined, act: string): Type<NestInterceptor> {
  @Injectable()
  class ReadRecorder implements NestInterceptor {
    constructor(@Inject(AccessLog) private readonly accessLog: AccessLog) {}

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      const { actor, params, query } = context.switchToHttp().getRequest<ActedRequest>();
      if (!actor) {
        return next.handle();
      }
      const id = idParam === undefined ? '' : (params[idParam] ?? '');
      const record = (answer: unknown): Promise<void> =>
        this.accessLog.record(actor, { act, thing, id, ...organisationOf(answer), ...purposeOf(query) });
      return next.handle().pipe(concatMap((answer: unknown) => from(record(answer)).pipe(map((): unknown => answer))));
    }
  }
  return mixin(ReadRecorder);
}

function organisationOf(answer: unknown): { organisationId?: string } {
  const { organisationId } = (typeof answer === 'object' && answer !== null ? answer : {}) as { organisationId?: unknown };
  return typeof organisationId === 'string' ? { organisationId } : {};
}

function purposeOf({ purpose }: Record<string, unknown>): { purpose?: string } {
  return typeof purpose === 'string' ? { purpose: purpose.trim().slice(0, LONGEST_PURPOSE) } : {};
}
