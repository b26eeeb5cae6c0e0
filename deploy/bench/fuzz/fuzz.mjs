// Damaged files against what opens papers: nothing may fall, hang, fail in the inspection or keep memory.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutated, oneOf, randomOf, upTo } from './mutate.mjs';
import { seeds } from './seeds.mjs';

const LOADER = new URL('../../../services/evidence/test/source-loader.mjs', import.meta.url).href;
const OTHER_TYPE_SHARE = 0.05;

/**
 * @typedef {object} FuzzResult
 * @property {number} files
 * @property {Record<string, number>} outcomes how many ended how: a refusal by its code, `drawn`, `unreadable <type>`
 * @property {string[]} crashes the process ended over it
 * @property {string[]} hangs longer than the limit
 * @property {string[]} errors thrown by the inspection, or drawn wrongly
 * @property {number[]} memory megabytes: after the undamaged files, then at each tenth
 * @property {number} slowest milliseconds
 * @property {string} digest of all outcomes in order: the same seed gives the same
 */

/** @param {{ files: number, seed: number, limitSeconds?: number, log?: (line: string) => void }} options @returns {Promise<FuzzResult>} */
export async function fuzz({ files, seed, limitSeconds = 20, log = () => undefined }) {
  const originals = await seeds();
  const victim = new Victim(limitSeconds * 1000);
  const digest = createHash('sha256');
  /** @type {FuzzResult} */
  const result = { files, outcomes: {}, crashes: [], hangs: [], errors: [], memory: [], slowest: 0, digest: '' };
  try {
    await warmUp(victim, originals);
    result.memory.push(megabytes(victim));
    for (let index = 0; index < files; index += 1) {
      const { bytes, type } = damaged(originals, seed, index);
      const began = performance.now();
      const outcome = await victim.open(bytes, type);
      result.slowest = Math.max(result.slowest, Math.round(performance.now() - began));
      count(result, `file ${index} (${type})`, outcome);
      digest.update(`${outcome.split('\n')[0]}\n`);
      if ((index + 1) % Math.max(1, Math.floor(files / 10)) === 0) {
        result.memory.push(megabytes(victim));
        log(`  ${index + 1} files, ${megabytes(victim)} MB, ${result.crashes.length} crashes, ${result.hangs.length} hangs, ${result.errors.length} errors`);
      }
    }
  } finally {
    await victim.stop();
  }
  return { ...result, digest: digest.digest('hex').slice(0, 16) };
}

/** The file of this number: it depends on the seed and the number alone. @param {import('./seeds.mjs').Seed[]} originals @param {number} seed @param {number} index */
export function damaged(originals, seed, index) {
  const random = randomOf(Math.imul(seed, 2_654_435_761) + Math.imul(index + 1, 40_503));
  const types = [...new Set(originals.map(({ type }) => type))];
  // Each kind as often as any other, however many papers of it there are.
  const original = oneOf(random, originals.filter(({ type }) => type === types[index % types.length]));
  const other = originals[upTo(random, originals.length)] ?? original;
  const type = random() < OTHER_TYPE_SHARE ? oneOf(random, types) : original.type;
  return { bytes: mutated(original.bytes, random, other.bytes), type };
}

/** The undamaged files must be read; afterwards all engines are loaded, and memory can be compared. @param {Victim} victim @param {import('./seeds.mjs').Seed[]} originals */
async function warmUp(victim, originals) {
  for (const round of [1, 2, 3]) {
    for (const [index, { bytes, type }] of originals.entries()) {
      const outcome = await victim.open(bytes, type);
      if (outcome !== 'drawn') {
        throw new Error(`undamaged file ${index} (${type}) in round ${round}: ${outcome}`);
      }
    }
  }
}

/** @param {FuzzResult} result @param {string} file @param {string} outcome */
function count(result, file, outcome) {
  const kind = outcome.startsWith('crash') ? 'crashes' : outcome === 'hang' ? 'hangs' : /^(error|drawn wrongly)/.test(outcome) ? 'errors' : null;
  if (kind) {
    result[kind].push(`${file}: ${outcome}`);
  } else {
    result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
  }
}

/** @param {Victim} victim */
function megabytes(victim) {
  return Math.round(victim.memory / 1e6);
}

/** The process that opens the files; another one after it fell or was ended. */
class Victim {
  memory = 0;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;

  /** @param {number} limit milliseconds for one file */
  constructor(limit) {
    this.limit = limit;
  }

  /** @param {Buffer} bytes @param {string} type @returns {Promise<string>} */
  async open(bytes, type) {
    const child = (this.#child ??= await start());
    const outcome = await new Promise((resolve) => {
      const end = (/** @type {string} */ text) => {
        clearInterval(timer);
        child.removeAllListeners();
        resolve(text);
      };
      const before = processorSeconds(child.pid);
      let rounds = 0;
      // On a busy machine the process may not have had its turn: what counts is its own time, up to ten times the limit.
      const timer = setInterval(() => {
        rounds += 1;
        if (rounds >= 10 || (processorSeconds(child.pid) - before) * 1000 > this.limit / 2) {
          end('hang');
        }
      }, this.limit);
      child.once('exit', (code, signal) => end(`crash ${signal ?? code}`));
      child.once('message', (/** @type {{ result: string, memory: number }} */ { result, memory }) => {
        this.memory = memory;
        end(result);
      });
      child.send({ id: 0, bytes, type });
    });
    if (outcome === 'hang' || outcome.startsWith('crash')) {
      await this.stop();
    }
    return outcome;
  }

  async stop() {
    const child = this.#child;
    this.#child = undefined;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  }
}

/** What a process has used of the processors so far. @param {number | undefined} pid */
function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

async function start() {
  const child = fork(join(import.meta.dirname, 'victim.mjs'), [], { execArgv: ['--conditions=source', '--import', LOADER], serialization: 'advanced', env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(child, 'message');
  return child;
}

/** `npm run bench -- fuzz`; FUZZ_FILES (10000) and FUZZ_SEED (1) choose another run. */
export async function benchFuzz() {
  const { FUZZ_FILES = '10000', FUZZ_SEED = '1' } = process.env;
  const began = Date.now();
  console.log(`\nfuzz: ${FUZZ_FILES} damaged files, seed ${FUZZ_SEED}`);
  const result = await fuzz({ files: Number(FUZZ_FILES), seed: Number(FUZZ_SEED), log: console.log });
  console.log(`${told(result)}\n  ${((Date.now() - began) / 1000).toFixed(0)} s`);
  if (result.crashes.length + result.hangs.length + result.errors.length > 0) {
    process.exitCode = 1;
  }
}

/** For people. @param {FuzzResult} result */
export function told({ files, outcomes, crashes, hangs, errors, memory, slowest, digest }) {
  const rows = Object.entries(outcomes).sort(([, a], [, b]) => b - a).map(([name, number]) => `  ${name.padEnd(30)} ${String(number).padStart(6)}`);
  const bad = [...crashes, ...hangs, ...errors].map((line) => `  ! ${line}`);
  const sums = `${files} files: ${crashes.length} crashes, ${hangs.length} hangs, ${errors.length} errors; slowest ${slowest} ms; outcomes ${digest}`;
  return [...rows, ...bad, `  memory ${memory.join(' ')} MB`, `  ${sums}`].join('\n');
}
