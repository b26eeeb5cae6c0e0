// Debian's packages in two ways: installed as programs on the machine (apt-get, needs root), or unpacked as files (needs nothing).
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findProgram, run, SetupError, unfinishedFolder } from './steps.mjs';

/** The release that the unpacked files come from, whatever the machine runs: the first that has DocumentDB. */
const RELEASE = 'forky';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const PLAIN_ENGLISH = { env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' } };
const FAIL_WITHOUT_INDEX = ['-o', 'APT::Update::Error-Mode=any', '-o', 'Acquire::Retries=2'];

/** One after another: apt-get allows only one at a time. @type {Promise<unknown>} */
let installing = Promise.resolve();

/**
 * The path of a program of this machine; installs the Debian packages that bring it when it is missing.
 * @param {string} name @param {readonly string[]} packages
 */
export async function program(name, packages) {
  if (!findProgram(name)) {
    await aptInstall(packages);
  }
  const path = findProgram(name);
  if (!path) {
    throw new SetupError(`The program ${name} is missing: install it by hand (Debian: apt-get install ${packages.join(' ')}).`);
  }
  return path;
}

/** Installs programs on the machine. @param {readonly string[]} packages */
export function aptInstall(packages) {
  const mine = installing.then(() => installNow(packages));
  installing = mine.catch(() => undefined);
  return mine;
}

/** @param {readonly string[]} packages */
async function installNow(packages) {
  const byHand = `install by hand: apt-get install ${packages.join(' ')}`;
  if (!findProgram('apt-get')) {
    throw new SetupError(`This machine has no apt-get to bring ${packages.join(', ')}: install them by hand and try again.`);
  }
  const apt = await privileged(byHand);
  const install = ['-o', 'DPkg::Lock::Timeout=300', '-y', '-q', '--no-install-recommends', 'install', ...packages];
  try {
    await apt(install);
  } catch (error) {
    if (!/Unable to locate|no installation candidate|404|Unable to fetch/.test(/** @type {any} */ (error).output ?? '')) {
      throw error;
    }
    // Other people's package sources may be broken on this machine: what counts is whether the packages can be had then.
    await apt(['-o', 'Acquire::Retries=2', '-q', 'update']).catch(() => undefined);
    await apt(install);
  }
}

/** How to run apt-get with the rights it needs. @param {string} byHand @returns {Promise<(args: string[]) => Promise<string>>} */
async function privileged(byHand) {
  if (process.getuid?.() === 0) {
    return (args) => run('apt-get', args, PLAIN_ENGLISH);
  }
  const maySudo = findProgram('sudo') && (await run('sudo', ['-n', 'true']).then(() => true, () => false));
  if (!maySudo) {
    throw new SetupError(`Programs are missing that only root may install; ${byHand}`);
  }
  return (args) => run('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', 'apt-get', ...args]);
}

/**
 * Unpacks Debian packages into a folder as plain files: no root, nothing installed, no maintainer script run.
 * @param {string} folder @param {readonly string[]} packages
 */
export async function debFiles(folder, packages) {
  const { apt } = await packageIndex();
  const downloads = await unfinishedFolder(`${basename(folder)}-packages`);
  try {
    await run('apt-get', [...apt, 'download', ...packages], { ...PLAIN_ENGLISH, cwd: downloads });
    for (const file of await readdir(downloads)) {
      await run('dpkg-deb', ['-x', join(downloads, file), folder]);
    }
  } finally {
    await rm(downloads, { recursive: true, force: true });
  }
}

/** The loader and the libraries of unpacked packages: with them their programs run whatever the machine itself has. */
export const [LOADER, LIBRARIES] = process.arch === 'arm64'
  ? ['usr/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1', 'usr/lib/aarch64-linux-gnu']
  : ['usr/lib64/ld-linux-x86-64.so.2', 'usr/lib/x86_64-linux-gnu'];

/** Finds at set-up that a new version needs a library that was left out. @param {string} folder @param {readonly string[]} files programs and libraries in it */
export async function checkLibraries(folder, files) {
  for (const file of files) {
    const list = await run(join(folder, LOADER), ['--library-path', join(folder, LIBRARIES), '--list', join(folder, file)]);
    const missing = /(\S+) => not found/.exec(list);
    if (missing) {
      throw new SetupError(`Debian's ${basename(file)} now needs ${missing[1]} too: its package is left out in deploy/local.`);
    }
  }
}

/** Everything that installing a package on an empty system would bring. @param {string} name @returns {Promise<string[]>} */
export async function packageWithDependencies(name) {
  const { apt } = await packageIndex();
  const answer = await run('apt-get', [...apt, '-y', '--print-uris', 'install', name], PLAIN_ENGLISH);
  return [...answer.matchAll(/^'[^']+' ([^_]+)_\S+\.deb/gm)].map((match) => match[1] ?? '');
}

/** @type {Promise<{ apt: string[] }> | undefined} */
let index;

/** The package index of RELEASE in a folder of our own, fetched once per run. */
function packageIndex() {
  index ??= fetchIndex();
  return index;
}

async function fetchIndex() {
  if (!findProgram('apt-get') || !findProgram('dpkg-deb')) {
    throw new SetupError('This machine has no apt-get and dpkg-deb: use Debian 12 or newer.');
  }
  if (!existsSync(KEYRING)) {
    throw new SetupError('The keys of Debian\'s packages are missing: install debian-archive-keyring by hand and try again.');
  }
  const folder = await unfinishedFolder('package-index');
  await Promise.all(['lists/partial', 'cache/archives/partial', 'state'].map((name) => mkdir(join(folder, name), { recursive: true })));
  await writeFile(join(folder, 'status'), '');
  await writeFile(join(folder, 'sources.list'), `deb [signed-by=${KEYRING}] ${debianMirror()} ${RELEASE} main\n`);
  const apt = aptSettings(folder);
  await run('apt-get', [...apt, ...FAIL_WITHOUT_INDEX, 'update'], PLAIN_ENGLISH);
  return { apt };
}

/** The Debian mirror that the machine is set to use. */
function debianMirror() {
  const files = ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list'].filter((file) => existsSync(file));
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return /^(?:URIs:|deb(?:\s+\[[^\]]*\])?)\s+(\S+\/debian\/?)(?:\s|$)/m.exec(text)?.[1] ?? 'http://deb.debian.org/debian';
}

/** Keeps apt-get away from the machine's own sources, lists and locks. @param {string} folder */
function aptSettings(folder) {
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State': join(folder, 'state'),
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Install-Recommends': 'false',
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Debug::NoLocking': '1',
  };
  return ['-qq', ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}
