import { accountsVariables, clusterVariables } from '@aigaq/cluster';
import { z } from 'zod';

export const ConfigSchema = z.object({
  ...clusterVariables,
  ...accountsVariables,
  /** Fills an empty register with the bodies, heads and people of the demonstration. */
  SEED_DEMONSTRATION: z.stringbool().default(false),
});
