// Runs a set of test files with Jest and counts what it reports.
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ARTEFACTS, lastLinesOf, ROOT, run } from './command.mjs';
import { check, ofJest } from './results.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '-c', 'jest.config.js'];

/** Test files by patterns, below the project's root. @param {readonly string[]} patterns @param {readonly string[]} [without] */
export function specs(patterns, without = []) {
  const isOurs = (/** @type {string} */ path) => !/(^|\/)(node_modules|dist)(\/|$)/.test(path);
  const left = new Set(globSync([...without], { cwd: ROOT }));
  return globSync([...patterns], { cwd: ROOT, exclude: (path) => !isOurs(path) }).filter((path) => !left.has(path)).sort();
}

/**
 * @param {string} name of the part; its log and report are called so
 * @param {readonly string[]} files
 * @param {{ env?: Record<string, string | undefined>, workers?: number, only?: string | undefined }} [options] `only` chooses tests by name
 */
export async function jest(name, files, { env = {}, workers = 1, only } = {}) {
  const report = join(ARTEFACTS, `${name}.json`);
  rmSync(report, { force: true });
  const speed = workers === 1 ? ['--runInBand'] : [`--maxWorkers=${workers}`, '--workerIdleMemoryLimit=1GB'];
  const chosen = only === undefined ? [] : ['--testNamePattern', only];
  await run('node', [...JEST, ...speed, ...chosen, '--json', `--outputFile=${report}`, '--runTestsByPath', ...files], { log: `${name}.log`, env });
  try {
    return ofJest(JSON.parse(readFileSync(report, 'utf8')), only === undefined);
  } catch {
    return check(name, false, () => `Jest did not come to an end:\n${lastLinesOf(`${name}.log`)}`);
  }
}
