// A real malware scanner for the tests: clamd as plain files of Debian packages, with a database of our own.
import { writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLibraries, debFiles, LIBRARIES, LOADER, packageWithDependencies } from './debian.mjs';
import { isPortOpen } from './ports.mjs';
import { makeFolder, startServer } from './server.mjs';
import { cacheFolder, step } from './steps.mjs';

const PROGRAM = 'usr/sbin/clamd';
/** What of the packages' dependencies the program loads, by the beginning of the name; the rest serves its installation as a service. */
const WANTED = ['clamav-daemon', 'libc', 'libclamav', 'libssl', 'openssl-provider', 'libxml2', 'libpcre2', 'libbz2', 'zlib1g', 'libmspack', 'libjson-c',
  'libcurl', 'libncurses', 'libtinfo', 'libsystemd0', 'libgcc-s', 'libnghttp', 'libngtcp2', 'libidn2', 'libunistring', 'libpsl', 'libssh2', 'libgssapi',
  'libkrb5', 'libk5crypto', 'libkeyutils', 'libldap', 'libsasl2-2', 'libbrotli', 'libzstd', 'liblzma', 'libcap', 'libcrypt'];
const UNUSED = ['etc', 'var', 'lib', 'usr/lib/systemd', 'usr/share'];

/** The folder with the program and its libraries. @returns {Promise<string>} */
export function install() {
  return cacheFolder('clamd', '1', (folder) => step('clamd, a malware scanner (20 MB)', async () => {
    const all = await packageWithDependencies('clamav-daemon');
    await debFiles(folder, all.filter((name) => WANTED.some((beginning) => name.startsWith(beginning))));
    await Promise.all(UNUSED.map((name) => rm(join(folder, name), { recursive: true, force: true })));
    const libraries = (await readdir(join(folder, LIBRARIES))).filter((name) => /^libclamav\.so/.test(name));
    await checkLibraries(folder, [PROGRAM, ...libraries.map((name) => join(LIBRARIES, name))]);
  }));
}

/**
 * Starts clamd on 127.0.0.1:`port` and on a socket in `dataFolder`.
 * @param {object} options
 * @param {string} options.dataFolder
 * @param {number} options.port
 * @param {Record<string, string>} options.database files of signatures by their names (`own.ndb`), in the formats of ClamAV
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ address: string, socket: string } & import('./server.mjs').RunningServer>} addresses as `CLAMD_ADDRESS` wants them
 */
export async function startClamd({ dataFolder, port, database, log = console.error }) {
  const program = await install();
  const folder = makeFolder(dataFolder, ['database', 'temporary']);
  for (const [name, signatures] of Object.entries(database)) {
    writeFileSync(join(folder, 'database', name), signatures);
  }
  const socket = join(folder, 'clamd.sock');
  const settings = join(folder, 'clamd.conf');
  writeFileSync(settings, Object.entries(settingsOf(folder, socket, port)).map(([name, value]) => `${name} ${value}\n`).join(''));
  const server = await startServer({
    name: 'clamd',
    command: [join(program, LOADER), '--library-path', join(program, LIBRARIES), join(program, PROGRAM), `--config-file=${settings}`],
    logFile: join(folder, 'clamd.log'),
    ports: [port],
    isReady: () => isPortOpen(port),
    log,
  });
  return { address: `tcp://127.0.0.1:${port}`, socket: `unix:${socket}`, get pid() { return server.pid; }, stop: server.stop };
}

/** @param {string} folder @param {string} socket @param {number} port */
function settingsOf(folder, socket, port) {
  return {
    Foreground: 'yes',
    DatabaseDirectory: join(folder, 'database'),
    TemporaryDirectory: join(folder, 'temporary'),
    LocalSocket: socket,
    FixStaleSocket: 'yes',
    TCPAddr: '127.0.0.1',
    TCPSocket: port,
    StreamMaxLength: '60M',
    MaxThreads: 4,
  };
}
