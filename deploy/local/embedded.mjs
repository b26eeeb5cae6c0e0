// The embedded shape: the database and one process with all services.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDatabase } from './database/launcher.mjs';
import { answersOk, startServer } from './server.mjs';
import { tesseractVariables } from './tesseract.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All demonstration accounts share it. */
export const DEMONSTRATION_PASSWORD = 'Aigaq-demo-2026';

/**
 * Starts the database and the platform, waits until it answers, and keeps both alive until `stop` or until this process ends.
 * @param {object} options
 * @param {string} options.dataFolder everything that has to survive is below it
 * @param {number} options.port of the platform; the database takes the next one
 * @param {boolean} [options.durable] false for tests
 * @param {(line: string) => void} [options.log]
 */
export async function startEmbedded({ dataFolder, port, durable = true, log = console.error }) {
  mkdirSync(dataFolder, { recursive: true });
  const database = process.env.MONGODB_URI ? undefined : await startDatabase({ dataFolder: join(dataFolder, 'database'), port: port + 1, durable, log });
  const address = `http://127.0.0.1:${port}`;
  try {
    const platform = await startPlatform({ dataFolder, port, address, uri: process.env.MONGODB_URI ?? database?.uri ?? '', log });
    return {
      address,
      issuer: `${address}/auth/realms/aigaq`,
      mongodbUri: process.env.MONGODB_URI ?? database?.uri ?? '',
      get processes() { return { platform: platform.pid, ...database?.processes }; },
      async stop() {
        await platform.stop();
        await database?.stop();
      },
    };
  } catch (error) {
    await database?.stop();
    throw error;
  }
}

/** @param {{ dataFolder: string, port: number, address: string, uri: string, log: (line: string) => void }} options */
async function startPlatform({ dataFolder, port, address, uri, log }) {
  return startServer({
    name: 'Aigaq',
    command: [join(root, 'node_modules/.bin/node'), '--enable-source-maps', join(root, 'services/platform/dist/main.js')],
    env: {
      PORT: String(port),
      PUBLIC_ADDRESS: address,
      MONGODB_URI: uri,
      DATA_FOLDER: dataFolder,
      PORTAL_FOLDER: join(root, 'services/portal/dist'),
      ...await tesseractVariables(),
      // The made hierarchy of the tests is trusted in the demonstration only.
      TRUST_FOLDERS: [join(root, 'data/trust'), join(root, 'data/trust/demonstration')].join(':'),
      DEMONSTRATION_PASSWORD,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      NODE_ENV: 'production',
    },
    logFile: join(dataFolder, 'platform.log'),
    ports: [port],
    isReady: () => answersOk(`${address}/api/platform/health/ready`),
    log,
  });
}
