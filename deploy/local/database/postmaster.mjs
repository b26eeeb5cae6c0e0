// What postmaster.pid says of the PostgreSQL that owns a data folder, and how a left-over one is removed.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const STATUS_LINE = 7;

/** @param {string} folder */
function lockFile(folder) {
  return join(folder, 'postmaster.pid');
}

/** The lines of the lock file; none without one. @param {string} folder @returns {string[]} */
function lockLines(folder) {
  return existsSync(lockFile(folder)) ? readFileSync(lockFile(folder), 'utf8').split('\n') : [];
}

/** Whether the server with this process id takes connections. @param {string} folder @param {number} pid */
export function isPostgresReady(folder, pid) {
  const lines = lockLines(folder);
  return Number(lines[0]) === pid && lines[STATUS_LINE]?.trim() === 'ready';
}

/**
 * Removes what a killed predecessor left: a server that still runs is ended (its launcher is gone, or it would hold the lock of the
 * data folder), a lock file that names a dead or a foreign process is deleted, because PostgreSQL would respect it for ever.
 * @param {string} folder data folder of PostgreSQL
 */
export async function clearPredecessor(folder) {
  const pid = Number(lockLines(folder)[0]);
  if (!pid) {
    return;
  }
  // The kernel has told it to end when its launcher died; the stronger signals are for one that hangs.
  for (const signal of /** @type {const} */ ([undefined, 'SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    if (isServerOf(folder, pid) && signal) {
      process.kill(pid, signal);
    }
    await until(() => !isServerOf(folder, pid), 10_000);
  }
  // A process that is quite gone is PostgreSQL's own affair: it also looks for workers that outlived it.
  if (existsSync(`/proc/${pid}`)) {
    rmSync(lockFile(folder), { force: true });
  }
}

/** @param {string} folder @param {number} pid */
function isServerOf(folder, pid) {
  try {
    // A process that ended but was not collected by its parent has an empty command line.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT' || /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') {
      return false;
    }
    throw error;
  }
}

/** @param {() => boolean} isTrue @param {number} milliseconds */
async function until(isTrue, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!isTrue() && Date.now() < end) {
    await pause(25);
  }
}
