import { clusterVariables, storeVariables } from '@aigaq/cluster';
import { z } from 'zod';

export const ConfigSchema = z.object({ ...clusterVariables, ...storeVariables });

/** The worker reads papers besides. */
export const WorkerConfigSchema = ConfigSchema.extend({
  /** Folder with rus.traineddata and kaz.traineddata; by default what deploy/local has installed. */
  TESSDATA_FOLDER: z.string().min(1).optional(),
  READING_TIMEOUT_SECONDS: z.coerce.number().int().min(5).max(900).default(120),
});
