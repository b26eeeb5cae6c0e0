import { clusterVariables } from '@aigaq/cluster';
import { z } from 'zod';

export const ConfigSchema = z.object({
  ...clusterVariables,
  /** smtp://[user:password@]host:port, smtps:// with TLS from the first byte, or file:///folder for letters as files. */
  MAIL_URL: z.url({ protocol: /^(smtps?|file)$/ }),
  MAIL_FROM: z.string().min(3),
});
