// What Kafka, Keycloak, the S3 server and nginx have in common when they run as child processes.
import { mkdirSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { requireFreePort } from './ports.mjs';
import { SetupError } from './steps.mjs';
import { supervise } from './supervise.mjs';

const LARGEST_LOG_BYTES = 10_000_000;

/**
 * @typedef {object} ServerOptions
 * @property {string} name as it appears in messages
 * @property {readonly string[]} command program and arguments
 * @property {Record<string, string>} [env] added to the environment of this process
 * @property {string} logFile gets what the server writes
 * @property {readonly number[]} ports must be free
 * @property {(output: () => string) => Promise<boolean>} isReady may look at what the server wrote since it was started
 * @property {(line: string) => void} log
 *
 * @typedef {{ readonly pid: number, stop(): Promise<void> }} RunningServer `pid` changes when the server had to be started again
 */

/**
 * Starts a server, waits until it is ready and keeps it alive until `stop` or until this process ends.
 * @param {ServerOptions} options @returns {Promise<RunningServer>}
 */
export async function startServer({ name, command, env, logFile, ports, isReady, log }) {
  for (const port of ports) {
    await requireFreePort(port, name);
  }
  beginLog(logFile);
  let began = 0;
  return supervise({
    name,
    command: ['setpriv', '--pdeathsig', 'TERM', ...command],
    environment: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
    logFile,
    stopSignal: 'SIGTERM',
    beforeStart: async () => { began = sizeOf(logFile); },
    isReady: () => isReady(() => readFileSync(logFile).subarray(began).toString()),
    log,
  });
}

/** Keeps one older log. @param {string} file */
function beginLog(file) {
  if (sizeOf(file) > LARGEST_LOG_BYTES) {
    renameSync(file, `${file}.1`);
  }
}

/** @param {string} file */
function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Makes a data folder with the folders in it, and gives back its real path. @param {string} path @param {readonly string[]} [inside] */
export function makeFolder(path, inside = []) {
  for (const folder of [path, ...inside.map((name) => join(path, name))]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  return realpathSync(path);
}

/** Whether an address answers with 2xx within two seconds. @param {string} url */
export async function answersOk(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
}

/**
 * Fills `${NAME}` in a configuration template, as envsubst does. Every name must have a value.
 * @param {string} text @param {Record<string, string | number>} values
 */
export function fillTemplate(text, values) {
  return text.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (_whole, name) => {
    if (values[name] === undefined) {
      throw new SetupError(`A configuration template needs a value for ${name}.`);
    }
    return String(values[name]);
  });
}
