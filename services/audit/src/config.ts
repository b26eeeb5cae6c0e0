import { clusterVariables, storeVariables } from '@aigaq/cluster';
import { z } from 'zod';

export const ConfigSchema = z.object({
  ...clusterVariables,
  ...storeVariables,
  /** A time-stamp authority (RFC 3161) for the roots of the record; empty: they are not stamped. */
  AUDIT_TSA_URL: z.union([z.literal(''), z.url()]).default(''),
});
