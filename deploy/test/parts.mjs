// The parts of a test run, quickest to tell first. Each answers how many of its checks passed and failed.
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { lastLinesOf, ROOT, run } from './command.mjs';
import { jest, specs } from './jest-part.mjs';
import { check, sum } from './results.mjs';
import { startServers } from './servers.mjs';

const GENERATED = 'libs/contracts/src/gen';
const STORIES = 'deploy/story/**/*.spec.ts';
/** What needs servers. */
const COMPONENTS = ['{libs,services}/*/test/**/*.spec.{ts,tsx}', 'deploy/{local,keycloak}/**/*.spec.ts'];

/** One command, one check. @param {string} name @param {string} program @param {readonly string[]} args */
async function command(name, program, args) {
  const log = `${name.replaceAll(/\W+/g, '-')}.log`;
  return check(name, await run(program, args, { log }), () => lastLinesOf(log));
}

/** One process for all: the types are then read once. */
export function lint() {
  return command('lint', 'eslint', ['--max-warnings', '0', '--cache', '--cache-location', '.nx/eslint', '.']);
}

export async function types() {
  const results = [];
  for (const config of globSync(['tsconfig.json', 'services/portal/tsconfig.json', 'deploy/**/tsconfig.json'], { cwd: ROOT })) {
    results.push(await command(`types of ${config}`, 'tsc', ['-p', config, '--noEmit']));
  }
  return sum(results);
}

/** The contracts are well-formed, and the code in the repository is what they generate. */
export async function contracts() {
  const target = mkdtempSync(join(tmpdir(), 'aigaq-contracts-'));
  try {
    const settings = join(target, 'buf.gen.yaml');
    const written = readFileSync(join(ROOT, 'proto/buf.gen.yaml'), 'utf8').replace(/out: .*/, `out: ${target}/gen`);
    writeFileSync(settings, written.replace('local: ', `local: ${join(ROOT, 'node_modules/.bin')}/`));
    return sum([
      await command('buf lint', 'buf', ['lint', 'proto']),
      await command('buf generate', 'buf', ['generate', 'proto', '--template', settings]),
      check('generated contracts', isSame(join(target, 'gen'), join(ROOT, GENERATED)), () => `${GENERATED} is not what proto/ generates: run buf generate in proto/.`),
    ]);
  } finally {
    rmSync(target, { recursive: true });
  }
}

/** @param {string} one @param {string} other */
function isSame(one, other) {
  const contents = (/** @type {string} */ folder) =>
    globSync('**/*.ts', { cwd: folder }).sort().map((file) => `${relative('.', file)}\n${readFileSync(join(folder, file), 'utf8')}`).join('\n');
  return contents(one) === contents(other);
}

export function unit() {
  const files = specs(['*.spec.ts', 'data/**/*.spec.ts', '{libs,services}/*/src/**/*.spec.{ts,tsx}', 'deploy/**/*.spec.ts'], [...COMPONENTS, STORIES]);
  return jest('unit', files, { workers: 2 });
}

/** Against one database, one broker and one store for all of them. */
export async function component() {
  const servers = await startServers();
  try {
    return await jest('component', specs(COMPONENTS), { workers: 2, env: servers.env });
  } finally {
    await servers.stop();
  }
}

export function build() {
  return command('build', 'nx', ['run-many', '-t', 'build', '--outputStyle=static']);
}

/** Letters read wrongly on pages from generated office scanners: more than half a per cent of either language fails the build. */
export async function characters() {
  const measure = (/** @type {string} */ language) =>
    command(`character error ${language}`, 'node', ['deploy/scans/character-error.mjs', '--language', language, '--count', '100', '--quality', 'good', '--most', '0.5']);
  return sum(await Promise.all([measure('ru'), measure('kk')]));
}

export const embedded = () => jest('story-embedded', specs(['deploy/story/embedded.spec.ts']));
export const cluster = () => jest('story-cluster', specs(['deploy/story/cluster.spec.ts']));
export const browser = () => jest('browser', specs(['deploy/story/*.browser.spec.ts']));

/** The story alone: without what is killed, poisoned and refused. @param {string} [address] of a running Aigaq, else both shapes are started */
export async function story(address) {
  if (address) {
    return jest('story-running', specs(['deploy/story/running.spec.ts']), { env: { STORY_ADDRESS: address } });
  }
  const only = 'does the main job';
  return sum([await jest('story-embedded', specs(['deploy/story/embedded.spec.ts']), { only }), await jest('story-cluster', specs(['deploy/story/cluster.spec.ts']), { only })]);
}
