import { clusterVariables, scannerVariables, storeVariables } from '@aigaq/cluster';
import { z } from 'zod';

const ProcessSchema = z.object({ ...clusterVariables, ...storeVariables });

/** What takes in uploads scans them for malware, where a clamd is named. */
export const ConfigSchema = ProcessSchema.extend(scannerVariables);

/** The worker reads papers besides. */
export const WorkerConfigSchema = ProcessSchema.extend({
  /** The program, and the folder with rus.traineddata and kaz.traineddata; by default what deploy/local has installed. */
  TESSERACT_PROGRAM: z.string().min(1).optional(),
  TESSDATA_FOLDER: z.string().min(1).optional(),
  /** Folders in the form of data/trust, divided by colons: whose electronic signatures are trusted. */
  TRUST_FOLDERS: z.string().default('').transform((folders) => folders.split(':').filter(Boolean)),
  READING_TIMEOUT_SECONDS: z.coerce.number().int().min(5).max(900).default(120),
});
