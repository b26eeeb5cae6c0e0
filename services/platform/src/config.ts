import { scannerVariables } from '@aigaq/cluster';
import { serviceVariables } from '@aigaq/service';
import { z } from 'zod';

/** The embedded process needs a database and a folder; everything else is inside it. */
export const ConfigSchema = z.object({
  HOST: serviceVariables.HOST,
  LOG_LEVEL: serviceVariables.LOG_LEVEL,
  MONGODB_URI: serviceVariables.MONGODB_URI,
  PORT: z.coerce.number().int().min(1).max(65535),
  /** The address under which browsers see this process. */
  PUBLIC_ADDRESS: z.url(),
  DATA_FOLDER: z.string().min(1),
  PORTAL_FOLDER: z.string().min(1),
  TESSERACT_PROGRAM: z.string().min(1),
  TESSDATA_FOLDER: z.string().min(1),
  /** As of the evidence worker. */
  TRUST_FOLDERS: z.string().default('').transform((folders) => folders.split(':').filter(Boolean)),
  READING_TIMEOUT_SECONDS: z.coerce.number().int().min(5).max(900).default(120),
  ...scannerVariables,
  /** As of the audit service. */
  AUDIT_TSA_URL: z.union([z.literal(''), z.url()]).default(''),
  DEMONSTRATION_PASSWORD: z.string().min(10),
});

export type Config = z.infer<typeof ConfigSchema>;
