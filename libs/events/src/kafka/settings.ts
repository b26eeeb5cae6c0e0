import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import type { RetryRules } from '../delivery.js';
import type { EventLog } from '../transport.js';
import { calmIdleLoop } from './idle-loop.js';

export interface KafkaSettings {
  brokers: string[];
  clientId: string;
  retries?: Partial<RetryRules>;
  /** Partitions of topics that have to be made; -1 = the broker's default. */
  partitions?: number;
  /** Copies of topics that have to be made; -1 = the broker's default. */
  replicationFactor?: number;
  ssl?: NonNullable<KafkaConfig['ssl']>;
  sasl?: NonNullable<KafkaConfig['sasl']>;
  log?: EventLog;
  /** On which topic a type is told; by default `topicOf` of @aigaq/contracts. */
  topicOf?: (type: string) => string;
}

calmIdleLoop();

export const PRODUCER = { idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false };

/** With these a consumer is back about ten seconds after its broker (30 s with the defaults). */
export const CONSUMER = {
  sessionTimeout: 10_000,
  heartbeatInterval: 2_000,
  maxWaitTimeInMs: 500,
  // A member that is in the middle of slow work (reading a scan) may take this long to join a rebalance.
  rebalanceTimeout: 120_000,
  allowAutoTopicCreation: false,
};

export function connectTo({ brokers, clientId, ssl, sasl, log }: KafkaSettings): Kafka {
  return new Kafka({
    brokers,
    clientId,
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 300, maxRetryTime: 3_000, retries: 5 },
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
    logLevel: log ? logLevel.ERROR : logLevel.NOTHING,
    logCreator: () => (entry) => log?.warn(`kafka: ${entry.log.message}`, { namespace: entry.namespace }),
  });
}
