// `npm run mutation [-- calendar deadlines …]`: changes the rules of a set one place at a time and counts how many changes its tests notice.
// Exit code 1 when a set stays below the bar. The whole report of a set is in .artefacts/mutation-<set>.html.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import jestConfig from '../../jest.config.js';
import { ARTEFACTS, ROOT } from './command.mjs';

/** Share of changes that have to be noticed, in percent. */
const BAR = 80;

/**
 * The rules that are measured, and the folder of the tests that have to notice. One line for each set.
 * @type {Record<string, { rules: string, tests: string }>}
 */
const SETS = {
  calendar: { rules: 'libs/calendar/src/{day,working-calendar,year-from-holidays}.ts', tests: 'libs/calendar/src' },
  deadlines: { rules: 'services/tasks/src/{editions/{periods,proposed-dates},calendar/recount}.ts', tests: 'services/tasks/src/{editions,calendar}' },
};

/** What no test of a rule reads. */
const LEFT_OUT = ['**/dist', '/.artefacts', '/.data', '/.nx', '/data/scans', '/deploy', '/docs', '/services/portal', '/libs/documents'];

/** As the tests of services and libraries run, in the folder where the changes are made. */
const { rootDir: _, displayName: __, ...settings } = /** @type {Record<string, unknown>} */ (jestConfig.projects[0]);

/** @param {string} name @returns {Promise<number>} the score in percent */
async function measure(name) {
  const { rules, tests } = SETS[name] ?? unknown(name);
  process.chdir(ROOT);
  const results = await new Stryker({
    mutate: [rules],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    plugins: ['@stryker-mutator/jest-runner'],
    jest: { projectType: 'custom', config: { ...settings, projects: [], testMatch: [`<rootDir>/${tests}/**/*.spec.ts`] }, enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Outside the project: other tests running meanwhile would find its packages twice.
    tempDirName: mkdtempSync(join(tmpdir(), 'aigaq-mutation-')),
    ignorePatterns: LEFT_OUT,
    reporters: ['clear-text', 'html'],
    htmlReporter: { fileName: join(ARTEFACTS, `mutation-${name}.html`) },
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
    allowConsoleColors: false,
    logLevel: 'warn',
  }).runMutationTest();
  const counted = results.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status));
  const noticed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  return (100 * noticed.length) / counted.length;
}

/** @param {string} name @returns {never} */
function unknown(name) {
  throw new Error(`no set ${name}; there are: ${Object.keys(SETS).join(', ')}`);
}

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(SETS)) {
  const score = await measure(name);
  console.log(`${name}: mutation score ${score.toFixed(1)} % (bar ${BAR} %)`);
  process.exitCode = score < BAR ? 1 : process.exitCode;
}
