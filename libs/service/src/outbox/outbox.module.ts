import { EventTransport } from '@aigaq/events';
import { Clock } from '@aigaq/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { AccessLog } from './access-log.js';
import { OutboxRelay } from './outbox-relay.js';

const modules = new Map<string, DynamicModule>();

/** The relay and the access log of one service; needs its `databaseModule` and the doors EventTransport and Clock. */
@Module({})
export class OutboxModule {
  /** The same module however often it is asked for: one relay per service and process. */
  static forService(service: string): DynamicModule {
    const made = modules.get(service) ?? makeModule(service);
    modules.set(service, made);
    return made;
  }
}

function makeModule(service: string): DynamicModule {
  const connection = getConnectionToken(service);
  return {
    module: class ServiceOutboxModule {},
    providers: [
      {
        provide: OutboxRelay,
        inject: [connection, EventTransport],
        useFactory: (database: Connection, transport: EventTransport) => new OutboxRelay(database, transport, service),
      },
      {
        provide: AccessLog,
        inject: [connection, OutboxRelay, Clock],
        useFactory: (database: Connection, relay: OutboxRelay, clock: Clock) => new AccessLog(database, relay, clock),
      },
    ],
    exports: [OutboxRelay, AccessLog],
  };
}
