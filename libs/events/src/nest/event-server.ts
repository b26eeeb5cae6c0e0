import { decodeEvent } from '@aigaq/contracts';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { eventErrors } from '../event.errors.js';
import type { StoredEvent } from '../stored-event.js';
import { withTrace } from '../trace.js';
import type { EventHandler, EventTransport, SubscribeOptions } from '../transport.js';
import { EventContext } from './event-context.js';
import { EVENT_TRANSPORT, type EventRoute } from './on-event.js';

/** Connects the `@OnEvent` methods of all controllers with an event transport. One process may hold several groups. */
export class EventServer extends Server implements CustomTransportStrategy {
  override transportId = EVENT_TRANSPORT;
  override readonly propagatesEventHandlerErrors = true;

  constructor(private readonly transport: EventTransport) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    for (const [group, handlers] of this.byGroup()) {
      this.transport.subscribe(group, handlers, this.optionsOf(group));
    }
    this.transport.start().then(() => callback(), callback);
  }

  close(): Promise<void> {
    return this.transport.stop();
  }

  on(): never {
    throw new Error('An event server has no events of its own.');
  }

  unwrap<T>(): T {
    return this.transport as T;
  }

  private optionsOf(group: string): SubscribeOptions {
    const routes = [...this.messageHandlers.values()].map(({ extras }) => extras as unknown as EventRoute);
    const wished = routes.flatMap((route) => (route.group === group ? (route.concurrency ?? []) : []));
    return wished.length > 0 ? { concurrency: Math.max(...wished) } : {};
  }

  private byGroup(): Map<string, Map<string, EventHandler>> {
    const groups = new Map<string, Map<string, EventHandler>>();
    for (const method of this.messageHandlers.values()) {
      const { group, type } = method.extras as unknown as EventRoute;
      const handlers = groups.get(group) ?? new Map<string, EventHandler>();
      groups.set(group, handlers.set(type, (event) => handle(method, event, group)));
    }
    return groups;
  }
}

function handle(method: MessageHandler, event: StoredEvent, group: string): Promise<void> {
  const { correlationId, id: causationId, traceparent } = event;
  return withTrace({ correlationId, causationId, ...(traceparent && { traceparent }) }, async () => {
    const result: unknown = await method(decode(event), new EventContext([event, group]));
    if (isObservable(result)) {
      await lastValueFrom(result, { defaultValue: undefined });
    }
  });
}

function decode(event: StoredEvent): unknown {
  try {
    return decodeEvent(event.type, event.payload);
  } catch (error) {
    throw eventErrors.undecodable({ type: event.type, cause: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}
