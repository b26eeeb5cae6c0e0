import { type ArgumentsHost, applyDecorators, Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { SubscribeOptions } from '../transport.js';

/** Nest would replace an error by «Internal server error»; the transport has to see it, since it decides by its kind. */
@Catch()
class KeepErrors implements RpcExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

/** Marks the transport strategy that listens to these patterns. */
export const EVENT_TRANSPORT = Symbol('aigaq.events');

export interface EventRoute {
  group: string;
  type: string;
  concurrency?: number;
}

/**
 * Calls the method with every event of the type: `(payload: the decoded message, context: EventContext)`.
 * @param group consumer group, the name of the listening service; slow work has a group of its own
 * @param type schema of the message, or its full proto name
 * @param options for the whole group: of several the greatest counts
 */
export function OnEvent(group: string, type: { typeName: string } | string, options: SubscribeOptions = {}): MethodDecorator {
  const route: EventRoute = { group, type: typeof type === 'string' ? type : type.typeName, ...options };
  return applyDecorators(
    bothParameters,
    EventPattern(`${route.group} ${route.type}`, EVENT_TRANSPORT, { ...route }) as MethodDecorator,
    UseFilters(KeepErrors),
  );
}

/** Nest gives a method without decorated parameters the payload only. */
function bothParameters(target: object, method: string | symbol): void {
  Payload()(target, method, 0);
  Ctx()(target, method, 1);
}
