// PostgreSQL with DocumentDB in a data folder of its own.
import { appendFileSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../steps.mjs';
import { supervise } from '../supervise.mjs';
import { serverAccount } from './account.mjs';
import { clearPredecessor, isPostgresReady } from './postmaster.mjs';
import { postgresSettings } from './settings.mjs';

/** A unix socket's path has at most 107 bytes, and PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const LONGEST_SOCKET_FOLDER = 85;
const INITDB = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** One transaction: a first start that is killed leaves all or nothing of it. */
const EXTENSIONS = `
  CREATE EXTENSION IF NOT EXISTS documentdb CASCADE;
  CREATE EXTENSION IF NOT EXISTS documentdb_extended_rum;
  ALTER EXTENSION documentdb_core UPDATE;
  ALTER EXTENSION documentdb UPDATE;
  ALTER EXTENSION documentdb_extended_rum UPDATE;`;

/**
 * @typedef {object} Options
 * @property {string} folder where data, logs and (if its path is short enough) the socket are
 * @property {string} bin folder of the PostgreSQL programs
 * @property {boolean} durable
 * @property {(message: string) => void} log
 */

/**
 * Starts PostgreSQL and keeps it running; the data are made at the first start.
 * @param {Options} options @returns {Promise<{ readonly pid: number, socketFolder: string, stop(): Promise<void> }>}
 */
export async function startPostgres({ folder, bin, durable, log }) {
  const data = join(folder, 'postgres');
  const account = await serverAccount([folder, bin]);
  const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/', LANG: 'C', PROJ_DATA: join(bin, '../../../../share/proj') };
  /** @type {Execute} */
  const execute = (program, args) => {
    const [first = '', ...rest] = [...account.prefix, join(bin, program), ...args];
    return run(first, rest, { cwd: '/', env: environment });
  };
  if (!existsSync(data)) {
    await createData({ data, durable, execute, makeFolder: account.makeFolder });
  }
  const socketFolder = folder.length <= LONGEST_SOCKET_FOLDER ? join(folder, 'socket') : mkdtempSync('/tmp/aigaq-');
  account.makeFolder(socketFolder);
  writeFileSync(join(data, 'aigaq.conf'), postgresSettings({ socketFolder, durable }));
  const server = await supervise({
    name: 'PostgreSQL',
    command: [...account.prefix, 'setpriv', '--pdeathsig', 'INT', join(bin, 'postgres'), '-D', data],
    environment,
    logFile: join(folder, 'postgres.log'),
    stopSignal: 'SIGINT',
    beforeStart: () => clearPredecessor(data),
    isReady: async (pid) => isPostgresReady(data, pid),
    log,
  });
  const stop = async () => {
    await server.stop();
    rmSync(socketFolder, { recursive: true, force: true });
  };
  try {
    await execute('psql', ['-X', '-q', '-h', socketFolder, '-U', 'postgres', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-c', EXTENSIONS]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { get pid() { return server.pid; }, socketFolder, stop };
}

/** @typedef {(program: string, args: readonly string[]) => Promise<string>} Execute */

/**
 * The data appear under their name when they are complete: a first start that is killed is simply done again.
 * @param {{ data: string, durable: boolean, execute: Execute, makeFolder: (path: string) => void }} options
 */
async function createData({ data, durable, execute, makeFolder }) {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  makeFolder(unfinished);
  await execute('initdb', ['-D', unfinished, ...INITDB, ...(durable ? [] : ['--no-sync'])]);
  appendFileSync(join(unfinished, 'postgresql.conf'), "\ninclude 'aigaq.conf'\n");
  renameSync(unfinished, data);
}
