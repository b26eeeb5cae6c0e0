import { z } from 'zod';

/** Variables that every service process has. */
export const serviceVariables = {
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  MONGODB_URI: z.url({ protocol: /^mongodb(\+srv)?$/ }),
  KAFKA_BROKERS: z.string().min(1).transform((list) => list.split(',').map((broker) => broker.trim())),
};

export interface ConfigExit {
  write: (text: string) => void;
  exit: (code: number) => never;
}

const PROCESS: ConfigExit = { write: (text) => void process.stderr.write(text), exit: (code) => process.exit(code) };

/**
 * Reads the configuration once. Mistakes are listed, all of them, by name and reason, never with a value, and the process ends with 1.
 * An empty variable is the same as an absent one.
 */
export function readConfig<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv, { write, exit }: ConfigExit = PROCESS): z.infer<S> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) {
    return read.data;
  }
  const mistakes = read.error.issues.map(({ path, message }) => `  ${path.join('.') || '(together)'}: ${message}\n`);
  write(`The configuration is not complete:\n${mistakes.join('')}`);
  return exit(1);
}
