import { serviceVariables } from '@aigaq/service';
import { z } from 'zod';

/** Variables of every service process of the cluster shape. */
export const clusterVariables = {
  ...serviceVariables,
  PORT: z.coerce.number().int().min(1).max(65535),
  KAFKA_PARTITIONS: z.coerce.number().int().min(1).max(1000).default(3),
  KAFKA_REPLICAS: z.coerce.number().int().min(1).max(9).default(1),
  /** What tokens name as their issuer: the public address of the realm. */
  IDENTITY_ISSUER: z.url(),
  /** Where the realm's keys are fetched from inside. */
  IDENTITY_KEYS_URL: z.url(),
};

/** Variables of the process that keeps the accounts of Keycloak as the memberships say. */
export const accountsVariables = {
  /** Keycloak as seen from inside, with its path. */
  KEYCLOAK_ADMIN_URL: z.url(),
  /** A client of the realm whose service account may manage users. */
  KEYCLOAK_PROVISIONING_CLIENT: z.string().min(1).default('aigaq-provisioning'),
  KEYCLOAK_PROVISIONING_SECRET: z.string().min(16),
};

/** Variables of processes that use the object store. */
export const storeVariables = {
  STORE_ENDPOINT: z.url(),
  /** Under which address browsers see the store. */
  STORE_PUBLIC_URL: z.string().min(1),
  STORE_ACCESS_KEY: z.string().min(3),
  STORE_SECRET_KEY: z.string().min(8),
};

/** Variables of processes that take in files from outside. */
export const scannerVariables = {
  /** A clamd as `tcp://host:port` or `unix:/path`; empty: none. Where one is named, nothing is taken in without its answer. */
  CLAMD_ADDRESS: z.union([z.literal(''), z.string().regex(/^(tcp:\/\/[^\s/]+:\d+|unix:\/\S+)$/)]).default(''),
  CLAMD_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(300).default(30),
};

export type ScannerConfig = z.infer<z.ZodObject<typeof scannerVariables>>;

/** The scanner that a configuration names, if any. */
export function clamdSettings(config: ScannerConfig): { address: string; timeoutSeconds: number } | undefined {
  return config.CLAMD_ADDRESS === '' ? undefined : { address: config.CLAMD_ADDRESS, timeoutSeconds: config.CLAMD_TIMEOUT_SECONDS };
}

export type AccountsConfig = z.infer<z.ZodObject<typeof accountsVariables>>;
export type ClusterConfig = z.infer<z.ZodObject<typeof clusterVariables>>;
export type StoreConfig = z.infer<z.ZodObject<typeof storeVariables>>;
