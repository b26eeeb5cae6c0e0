// The npm packages of this clone.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, requireSpace, run, SetupError, step } from './steps.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Written after a complete installation: what was installed. */
const STAMP = join(ROOT, 'node_modules/.aigaq-installed');

/** Installs the packages when they are not those that the lock and the workspaces' package files name. */
export async function installPackages() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wantedPackages()) {
    return;
  }
  if (!findProgram('npm')) {
    throw new SetupError('npm is missing: install it by hand (Debian: apt-get install npm) and try again.');
  }
  requireSpace(ROOT, 2);
  // Not `npm ci`: it refuses the lock where a registry lacks packages for other platforms.
  const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  // The runtime of the network that finds marks brings what it needs; its script would fetch parts for graphics cards.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  await step('npm packages (some 1,200)', () => run('npm', install, { cwd: ROOT, env }));
  writeFileSync(STAMP, wantedPackages());
}

/** A hash of all that decides what npm installs. */
function wantedPackages() {
  const { workspaces } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const folders = workspaces.map((/** @type {string} */ pattern) => pattern.replace(/\/\*$/, ''))
    .flatMap((/** @type {string} */ parent) => (existsSync(join(ROOT, parent)) ? readdirSync(join(ROOT, parent)).map((name) => join(parent, name)) : []));
  const files = ['package.json', 'package-lock.json', '.npmrc', ...folders.sort().map((/** @type {string} */ folder) => join(folder, 'package.json'))];
  const hash = createHash('sha256');
  for (const file of files.filter((name) => existsSync(join(ROOT, name)))) {
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}
