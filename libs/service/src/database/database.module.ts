import type { DynamicModule } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DatabaseSettings } from './settings.js';

const modules = new Map<string, DynamicModule>();

/** The connection named after the service, to its own database. The same module however often it is asked for. */
export function databaseModule(service: string): DynamicModule {
  const made = modules.get(service) ?? makeModule(service);
  modules.set(service, made);
  return made;
}

function makeModule(service: string): DynamicModule {
  return MongooseModule.forRootAsync({
    connectionName: service,
    inject: [DatabaseSettings],
    useFactory: ({ uri, prefix }: DatabaseSettings) => ({
      uri,
      dbName: `${prefix}_${service}`,
      // FerretDB has no retryable writes; optimistic versions and deterministic ids make our own repetitions safe.
      retryWrites: false,
      w: 'majority',
      ignoreUndefined: true,
      autoIndex: true,
      // An outage is answered with 503, not with a minute of waiting.
      serverSelectionTimeoutMS: 5_000,
      retryAttempts: 10,
      retryDelay: 2_000,
    }),
  });
}
