// Runs one program of a test run with its output in a log.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ARTEFACTS = join(ROOT, '.artefacts');
const LONGEST_MILLISECONDS = 40 * 60_000;
const LAST_LINES = 25;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let ending = false;

/**
 * @param {string} program of node_modules/.bin @param {readonly string[]} args
 * @param {{ log: string, env?: Record<string, string | undefined>, append?: boolean }} options `log` is a name in .artefacts
 * @returns {Promise<boolean>} whether it ended with 0
 */
export function run(program, args, { log, env = {}, append = false }) {
  mkdirSync(ARTEFACTS, { recursive: true });
  const file = openSync(join(ARTEFACTS, log), append ? 'a' : 'w');
  const child = spawn(join(ROOT, 'node_modules/.bin', program), args, {
    cwd: ROOT,
    stdio: ['ignore', file, file],
    // A group of its own, so that a part that hangs ends with everything that it started.
    detached: true,
    env: { ...process.env, NX_NO_CLOUD: 'true', NX_DAEMON: 'false', FORCE_COLOR: '0', ...env },
  });
  closeSync(file);
  running.add(child);
  const timer = setTimeout(() => endGroup(child), LONGEST_MILLISECONDS);
  return new Promise((resolve) => {
    const end = (/** @type {number | null} */ code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code === 0 && !ending);
    };
    child.once('error', () => end(1));
    child.once('exit', end);
  });
}

/** The end of a log: what a person wants to see first. @param {string} log */
export function lastLinesOf(log) {
  const lines = readFileSync(join(ARTEFACTS, log), 'utf8').trimEnd().split('\n');
  return lines.slice(-LAST_LINES).join('\n');
}

/** Ends whatever is running; for Ctrl-C. */
export function endAll() {
  ending = true;
  running.forEach(endGroup);
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup({ pid }) {
  if (pid) {
    process.kill(-pid, 'SIGTERM');
  }
}
