// Keeps a server process alive: starts it again whenever it ends without having been told to.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from './steps.mjs';

const ATTEMPTS_TO_START = 6;
const LONGEST_PAUSE_MILLISECONDS = 5_000;
const HEALTHY_AFTER_MILLISECONDS = 30_000;

/**
 * @typedef {object} Server
 * @property {string} name as it appears in messages
 * @property {readonly string[]} command program and arguments
 * @property {NodeJS.ProcessEnv} [environment] the whole environment of the process
 * @property {string} logFile gets what the process writes
 * @property {NodeJS.Signals} stopSignal asks it to end in an orderly way
 * @property {(pid: number) => Promise<boolean>} isReady
 * @property {() => Promise<void>} [beforeStart] clears away what a killed predecessor left
 * @property {(message: string) => void} log
 */

/**
 * Starts a server and resolves when it is ready. It also ends, with `stopSignal`, when this process ends in whatever way: the kernel
 * sends the signal (`setpriv --pdeathsig`), so that kill -9 of the launcher leaves no server behind.
 * @param {Server} server @returns {Promise<{ readonly pid: number, stop(): Promise<void> }>}
 */
export async function supervise(server) {
  let child = await startUntilReady(server, ATTEMPTS_TO_START);
  let stopping = false;
  const keepAlive = async () => {
    while (!stopping) {
      const began = Date.now();
      await child.ended;
      if (stopping) {
        return;
      }
      server.log(`${server.name} ended unexpectedly, starting it again`);
      await pause(Date.now() - began > HEALTHY_AFTER_MILLISECONDS ? 0 : 200);
      child = await startUntilReady(server, Infinity, () => stopping);
    }
  };
  const kept = keepAlive().catch((error) => server.log(`${server.name}: ${error.message}`));
  return {
    get pid() { return child.pid; },
    async stop() {
      stopping = true;
      child.kill(server.stopSignal);
      await kept;
      // It may just have been started again.
      child.kill(server.stopSignal);
      await child.ended;
    },
  };
}

/** @param {Server} server @param {number} attempts @param {() => boolean} [isStopping] */
async function startUntilReady(server, attempts, isStopping = () => false) {
  for (let attempt = 1; ; attempt += 1) {
    await server.beforeStart?.();
    const child = launch(server);
    if (await becomesReady(server, child) || isStopping()) {
      return child;
    }
    if (attempt >= attempts) {
      throw new SetupError(`${server.name} does not start: ${lastLine(server.logFile)} (see ${server.logFile}).`);
    }
    await pause(Math.min(250 * 2 ** Math.min(attempt, 8), LONGEST_PAUSE_MILLISECONDS));
  }
}

/** @param {Server} server */
function launch(server) {
  const log = openSync(server.logFile, 'a');
  const [program = '', ...args] = server.command;
  const process = spawn(program, args, { stdio: ['ignore', log, log], cwd: '/', detached: true, env: server.environment });
  closeSync(log);
  const child = {
    pid: process.pid ?? 0,
    isAlive: true,
    kill: (/** @type {NodeJS.Signals} */ signal) => process.kill(signal),
    ended: new Promise((resolve) => {
      process.once('error', resolve);
      process.once('exit', resolve);
    }),
  };
  void child.ended.then(() => { child.isAlive = false; });
  return child;
}

/** False when the process ends first. @param {Server} server @param {ReturnType<typeof launch>} child */
async function becomesReady(server, child) {
  while (child.isAlive) {
    if (await server.isReady(child.pid)) {
      return true;
    }
    await pause(25);
  }
  return false;
}

/** @param {string} file */
function lastLine(file) {
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
}
