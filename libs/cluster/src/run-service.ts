import { EventTransport, KafkaTransport } from '@aigaq/events';
import { IdentityAccounts, KeycloakAccounts, KeycloakVerifier, TokenVerifier } from '@aigaq/identity';
import { Clock, SystemClock } from '@aigaq/kernel';
import { createService, DatabaseSettings, type Door, DoorsModule, JsonLogger } from '@aigaq/service';
import { ObjectStore, S3Store } from '@aigaq/storage';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccountsConfig, ClusterConfig, StoreConfig } from './variables.js';

@Module({})
class ProcessModule {}

export interface ServiceProcess {
  /** In the path of its health endpoints, in its log lines, and as the client of the event bus. */
  name: string;
  module: Type | DynamicModule;
  config: ClusterConfig;
  /** What stands behind the doors that not every service has. */
  doors?: readonly Door[];
  databases?: readonly string[];
}

/** Runs one service in a process of its own, behind Kafka, Keycloak and the database server. */
export async function runService({ name, module, config, doors = [], databases }: ServiceProcess): Promise<NestFastifyApplication> {
  const root = { module: ProcessModule, imports: [DoorsModule.forRoot([...clusterDoors(name, config), ...doors]), module] };
  const app = await createService(root, { name, logLevel: config.LOG_LEVEL, ...(databases ? { databases } : {}) });
  await app.listen(config.PORT, config.HOST);
  return app;
}

function clusterDoors(name: string, config: ClusterConfig): Door[] {
  const logger = new JsonLogger(name, config.LOG_LEVEL);
  const transport = new KafkaTransport({
    brokers: config.KAFKA_BROKERS,
    clientId: name,
    partitions: config.KAFKA_PARTITIONS,
    replicationFactor: config.KAFKA_REPLICAS,
    log: { info: (text) => logger.log(text, 'events'), warn: (text) => logger.warn(text, 'events') },
  });
  const verifier = new KeycloakVerifier({
    issuer: config.IDENTITY_ISSUER,
    keysUrl: config.IDENTITY_KEYS_URL,
    audience: 'aigaq-api',
  });
  return [
    { provide: DatabaseSettings, useValue: new DatabaseSettings(config.MONGODB_URI, 'aigaq') },
    { provide: EventTransport, useValue: transport },
    { provide: TokenVerifier, useValue: verifier },
    { provide: Clock, useValue: new SystemClock() },
  ];
}

/** Keycloak behind the door of accounts. */
export function accountsDoor(config: AccountsConfig): Door {
  const accounts = new KeycloakAccounts({
    url: config.KEYCLOAK_ADMIN_URL,
    realm: 'aigaq',
    clientId: config.KEYCLOAK_PROVISIONING_CLIENT,
    clientSecret: config.KEYCLOAK_PROVISIONING_SECRET,
  });
  return { provide: IdentityAccounts, useValue: accounts };
}

/** The S3 server behind the object store's door; refuses to run on a server whose locks do not hold. */
export async function storeDoor(config: StoreConfig): Promise<Door> {
  const store = new S3Store({
    endpoint: config.STORE_ENDPOINT,
    accessKey: config.STORE_ACCESS_KEY,
    secretKey: config.STORE_SECRET_KEY,
    region: 'us-east-1',
    bucketPrefix: 'aigaq-',
    publicUrl: config.STORE_PUBLIC_URL,
    lockMode: 'COMPLIANCE',
  });
  await store.start();
  return { provide: ObjectStore, useValue: store };
}
