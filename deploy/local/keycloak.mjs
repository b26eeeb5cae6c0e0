// A real Keycloak from its Maven artefact with the realm of deploy/keycloak, on a file database of its own per data folder.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installJava, runMaven } from './java.mjs';
import { answersOk, makeFolder, startServer } from './server.mjs';
import { cacheFolder, run, step } from './steps.mjs';

const VERSION = '26.7.5';
const POM = resolve(import.meta.dirname, '../keycloak/pom.xml');
const BUILD = ['build', '--db=dev-file', '--health-enabled=true', '--http-relative-path=/auth'];
const LOG_LEVEL = '--log-level=INFO,io.smallrye.health:ERROR';
const JVM = [
  '-Xms64m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
  '-Duser.language=en',
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
  '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
  '-Dpicocli.disable.closures=true',
  ...['java.util', 'java.util.concurrent', 'java.security', 'java.lang'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
];

/** Java, and Keycloak built for our options in the cache. @returns {Promise<{ java: string, distribution: string }>} */
export async function install() {
  const java = await installJava();
  const distribution = await cacheFolder('keycloak', VERSION, (target) => step(`Keycloak ${VERSION} (174 MB)`, async () => {
    await runMaven(['-f', POM, 'dependency:unpack', `-Dout=${target}/unpacked`]);
    const unpacked = join(target, 'unpacked', `keycloak-${VERSION}`);
    for (const name of readdirSync(unpacked)) {
      renameSync(join(unpacked, name), join(target, name));
    }
    rmSync(join(target, 'unpacked'), { recursive: true });
    await run(java, command(target, BUILD));
  }));
  return { java, distribution };
}

/**
 * Starts Keycloak on 127.0.0.1. A new data folder gets the realm file; when the realm file is another than last time the folder begins anew.
 * @param {object} options
 * @param {string} options.dataFolder
 * @param {number} options.port
 * @param {number} options.managementPort health and metrics
 * @param {string} options.publicUrl origin under which the browser sees it, for example http://127.0.0.1:4300 (Keycloak is at /auth there)
 * @param {string} options.realmFile as composed by deploy/keycloak/compose-realm.mjs
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ issuer: string, internalUrl: string } & import('./server.mjs').RunningServer>}
 */
export async function startKeycloak({ dataFolder, port, managementPort, publicUrl, realmFile, log = console.error }) {
  const { java, distribution } = await install();
  const folder = makeFolder(dataFolder);
  const home = makeHome(join(folder, 'home'), distribution);
  await provideRealm({ java, distribution, folder, realmFile });
  const listen = ['--http-enabled=true', '--http-host=127.0.0.1', `--http-port=${port}`, `--http-management-port=${managementPort}`];
  const seenFromOutside = [`--hostname=${publicUrl}/auth`, '--proxy-headers=xforwarded'];
  const server = await startServer({
    name: 'Keycloak',
    // Without --cache=local it opens cluster ports to the outside.
    command: [java, ...command(home, ['start', '--optimized', '--cache=local', ...listen, ...seenFromOutside, LOG_LEVEL])],
    logFile: join(folder, 'keycloak.log'),
    ports: [port, managementPort],
    isReady: () => answersOk(`http://127.0.0.1:${managementPort}/auth/health/ready`),
    log,
  });
  const internalUrl = `http://127.0.0.1:${port}/auth`;
  return { issuer: `${publicUrl}/auth/realms/aigaq`, internalUrl, get pid() { return server.pid; }, stop: server.stop };
}

/** The arguments of `java` for one Keycloak command. @param {string} home @param {string[]} args */
function command(home, args) {
  const places = [`-Dkc.home.dir=${home}`, `-Djboss.server.config.dir=${join(home, 'conf')}`, '-cp', join(home, 'lib', 'quarkus-run.jar')];
  return [...JVM, ...places, 'io.quarkus.bootstrap.runner.QuarkusEntryPoint', ...args];
}

/**
 * Keycloak writes below its home only; so each data folder has a home: links to the program, and `data` of its own.
 * @param {string} home @param {string} distribution
 */
function makeHome(home, distribution) {
  mkdirSync(join(home, 'data'), { recursive: true, mode: 0o700 });
  for (const name of ['conf', 'lib', 'providers', 'themes']) {
    rmSync(join(home, name), { force: true });
    symlinkSync(join(distribution, name), join(home, name));
  }
  return home;
}

/**
 * Creating the database and importing the realm takes 20 seconds and more, so the result is kept in the cache, by the content of the
 * realm file, and copied into data folders.
 * @param {{ java: string, distribution: string, folder: string, realmFile: string }} options
 */
async function provideRealm({ java, distribution, folder, realmFile }) {
  const key = createHash('sha256').update(VERSION).update(readFileSync(realmFile)).digest('hex').slice(0, 16);
  const database = join(folder, 'home', 'data', 'h2');
  const marker = join(folder, `realm-${key}`);
  if (existsSync(marker)) {
    return;
  }
  const imported = await cacheFolder('keycloak-realm', key, (target) => step('the realm of Keycloak', async () => {
    const home = makeHome(join(target, 'home'), distribution);
    await run(java, command(home, ['import', '--optimized', `--file=${resolve(realmFile)}`, '--log-level=WARN']));
    renameSync(join(home, 'data', 'h2'), join(target, 'h2'));
    rmSync(home, { recursive: true });
  }));
  for (const old of readdirSync(folder).filter((name) => name.startsWith('realm-'))) {
    rmSync(join(folder, old));
  }
  rmSync(database, { recursive: true, force: true });
  cpSync(join(imported, 'h2'), database, { recursive: true });
  writeFileSync(marker, '');
}
