import { EventTransport, KafkaTransport } from '@aigaq/events';
import { KeycloakVerifier, TokenVerifier } from '@aigaq/identity';
import { Clock, SystemClock } from '@aigaq/kernel';
import { DatabaseSettings, type Door, serviceVariables } from '@aigaq/service';
import { z } from 'zod';

const count = z.coerce.number().int().min(1);

export const ConfigSchema = z.object({
  ...serviceVariables,
  ORGANISATIONS_PORT: count.max(65_535),
  /** Copies and partitions of the topics that are made here; the broker's defaults when absent. */
  KAFKA_PARTITIONS: count.optional(),
  KAFKA_REPLICAS: count.optional(),
  /** The realm as tokens name it, and where its keys are fetched from inside. */
  IDENTITY_ISSUER: z.url(),
  IDENTITY_KEYS_URL: z.url().optional(),
});
export type Config = z.infer<typeof ConfigSchema>;

export function doorsOf(config: Config): Door[] {
  const { KAFKA_PARTITIONS: partitions, KAFKA_REPLICAS: replicationFactor, IDENTITY_KEYS_URL: keysUrl } = config;
  return [
    { provide: DatabaseSettings, useValue: new DatabaseSettings(config.MONGODB_URI) },
    { provide: Clock, useValue: new SystemClock() },
    {
      provide: EventTransport,
      useValue: new KafkaTransport({
        brokers: config.KAFKA_BROKERS,
        clientId: 'organisations',
        ...(partitions && { partitions }),
        ...(replicationFactor && { replicationFactor }),
      }),
    },
    {
      provide: TokenVerifier,
      useValue: new KeycloakVerifier({ issuer: config.IDENTITY_ISSUER, audience: 'aigaq-api', ...(keysUrl && { keysUrl }) }),
    },
  ];
}
