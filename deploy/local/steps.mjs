// The vocabulary of set-up. Runs on the machine's own Node (20 or newer) before anything is installed: built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, rmSync, statfsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';

/** One sentence for the person at the keyboard: what is wrong and what to do by hand. */
export class SetupError extends Error {}

/** A command that ended badly; `output` is all it wrote. */
class CommandError extends Error {
  /** @param {string} command @param {string} output */
  constructor(command, output) {
    super(`${command}: ${output.trim().split('\n').filter(Boolean).at(-1) ?? 'no message'}`);
    this.output = output;
  }
}

/** Where servers, language data and browsers are kept, once per machine. */
export const cacheRoot = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'aigaq');

/** @type {Map<string, Promise<string>>} */
const folders = new Map();

/**
 * The folder `<cache>/<name>-<version>`, filled by `fill` when it is not there yet. It appears by one rename when it is complete:
 * an interrupted set-up leaves nothing half, and of two clones filling it at once the second simply uses what the first made.
 * @param {string} name @param {string} version
 * @param {(folder: string) => Promise<unknown>} fill gets an empty folder; nothing in it may remember its own path
 * @returns {Promise<string>}
 */
export function cacheFolder(name, version, fill) {
  const folder = join(cacheRoot, `${name}-${version}`);
  if (existsSync(folder)) {
    return Promise.resolve(folder);
  }
  const filling = folders.get(folder) ?? fillFolder(folder, fill);
  folders.set(folder, filling);
  return filling;
}

/** @param {string} folder @param {(folder: string) => Promise<unknown>} fill */
async function fillFolder(folder, fill) {
  requireSpace();
  await removeAbandoned();
  const partial = await unfinishedFolder(basename(folder));
  try {
    await fill(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) {
      throw error;
    }
  }
  return folder;
}

/**
 * An empty folder in the cache that lives no longer than this process: what a killed one leaves, the next set-up removes.
 * @param {string} name
 */
export async function unfinishedFolder(name) {
  const folder = join(cacheRoot, `${name}.partial-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Removes what killed set-ups left behind; the number in the name is the process that was filling the folder. */
async function removeAbandoned() {
  for (const name of await readdir(cacheRoot).catch(() => [])) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (owner && !existsSync(`/proc/${owner}`)) {
      await rm(join(cacheRoot, name), { recursive: true, force: true });
    }
  }
}

/** Refuses to begin on a nearly full disk. @param {string} [folder] @param {number} [gigabytes] */
export function requireSpace(folder = cacheRoot, gigabytes = 1) {
  let existing = folder;
  while (!existsSync(existing)) {
    existing = join(existing, '..');
  }
  const { bavail, bsize } = statfsSync(existing);
  if (bavail * bsize < gigabytes * 1e9) {
    throw new SetupError(`The disk of ${existing} has less than ${gigabytes} GB free: make room and try again.`);
  }
}

/** What is going on, with the time it began. @type {Map<string, number>} */
const running = new Map();
/** @type {NodeJS.Timeout | undefined} */
let heartbeat;

function tellRunning() {
  const lines = [...running].map(([title, began]) => `${title} (${Math.round((Date.now() - began) / 1000)} s)`);
  if (lines.length > 0) {
    console.log(`    still at: ${lines.join(', ')}`);
  }
}

/**
 * Runs `work`, says what it does and at the end how long it took; every ten seconds one line tells what is still going on.
 * @template T @param {string} title @param {() => T | Promise<T>} work @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  console.log(`  … ${title}`);
  running.set(title, began);
  heartbeat ??= setInterval(tellRunning, 10_000).unref();
  try {
    const result = await work();
    console.log(`  ✓ ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    throw explain(title, error);
  } finally {
    running.delete(title);
  }
}

/** Turns any failure of a step into one sentence. @param {string} title @param {any} error */
function explain(title, error) {
  if (error instanceof SetupError) {
    return error;
  }
  const text = `${error?.code ?? ''} ${error?.message ?? error} ${error?.output ?? ''}`;
  if (/ENOSPC|No space left|EDQUOT/i.test(text)) {
    return new SetupError(`The disk is full (${title}): make room and try again.`);
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|resolv|Network is unreachable|connect to|dial tcp|no such host/i.test(text)) {
    return new SetupError(`No package registry can be reached (${title}): connect this machine to the network and try again.`);
  }
  return new SetupError(`${title} did not succeed: ${error?.message ?? error}`);
}

/** Runs the whole of a set-up program; a failure is one sentence and exit code 1. @param {() => Promise<unknown>} main */
export async function setUp(main) {
  try {
    await main();
  } catch (error) {
    console.error(`\n${explain('Set-up', error).message}`);
    process.exit(1);
  }
}

/**
 * Runs a program to its end, quietly, and gives back what it wrote to its standard output.
 * @param {string} command @param {readonly string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const end = () => child.kill();
    process.once('exit', end);
    let output = '';
    let all = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => { output += text; all += text; });
    child.stderr?.setEncoding('utf8').on('data', (text) => { all += text; });
    child.once('error', reject);
    child.once('close', (code) => {
      process.removeListener('exit', end);
      return code === 0 ? resolve(output) : reject(new CommandError(command, all));
    });
  });
}

/** The full path of a program of this machine, or undefined. @param {string} name */
export function findProgram(name) {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return places.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
