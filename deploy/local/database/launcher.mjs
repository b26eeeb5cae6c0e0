// Starts, watches and stops the database server: FerretDB (the MongoDB protocol) in front of PostgreSQL with DocumentDB.
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isPortOpen, requireFreePort } from '../ports.mjs';
import { requireSpace, SetupError } from '../steps.mjs';
import { supervise } from '../supervise.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';

/**
 * Starts the database on 127.0.0.1 and keeps it running until `stop`. Everything ends with this process, however that ends.
 * Call it from the main thread: the kernel ends the servers together with the thread that started them.
 * @param {object} options
 * @param {string} options.dataFolder made when missing
 * @param {number} options.port of the MongoDB protocol
 * @param {boolean} [options.durable] false for tests: quick, and lost when the machine stops
 * @param {(message: string) => void} [options.log]
 * @returns {Promise<{ uri: string, readonly processes: { postgres: number, ferretdb: number }, stop(): Promise<void> }>}
 */
export async function startDatabase({ dataFolder, port, durable = true, log = console.error }) {
  const programs = await install();
  mkdirSync(dataFolder, { recursive: true });
  const folder = realpathSync(dataFolder);
  requireSpace(folder);
  /** @type {Array<() => Promise<void>>} */
  const stops = [await lockFolder(folder)];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) {
      await end();
    }
  };
  try {
    await requireFreePort(port, 'the database');
    const postgres = await startPostgres({ folder, bin: programs.bin, durable, log });
    stops.push(postgres.stop);
    const ferretdb = await startFerretdb({ folder, program: programs.ferretdb, socketFolder: postgres.socketFolder, port, log });
    stops.push(ferretdb.stop);
    return {
      uri: `mongodb://127.0.0.1:${port}/?retryWrites=false`,
      get processes() { return { postgres: postgres.pid, ferretdb: ferretdb.pid }; },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {{ folder: string, program: string, socketFolder: string, port: number, log: (message: string) => void }} options
 */
function startFerretdb({ folder, program, socketFolder, port, log }) {
  const state = join(folder, 'ferretdb');
  mkdirSync(state, { recursive: true });
  const postgres = `postgres://postgres@/postgres?host=${encodeURIComponent(socketFolder)}`;
  return supervise({
    name: 'FerretDB',
    command: ['setpriv', '--pdeathsig', 'TERM', program, `127.0.0.1:${port}`, postgres, state],
    logFile: join(folder, 'ferretdb.log'),
    stopSignal: 'SIGTERM',
    isReady: () => isPortOpen(port),
    log,
  });
}

/**
 * One launcher per data folder. The lock is a socket name that the kernel gives to one process and takes back when it ends, so
 * that no file is left to lie about it.
 * @param {string} folder @returns {Promise<() => Promise<void>>} releases the lock
 */
function lockFolder(folder) {
  const lock = createServer().unref();
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return new Promise((resolve, reject) => {
    lock.once('error', () => reject(new SetupError(`The data in ${folder} are in use by another Aigaq: stop it first.`)));
    lock.listen(`\0aigaq-database-${name}`, () => resolve(() => new Promise((done) => { lock.close(() => done()); })));
  });
}
