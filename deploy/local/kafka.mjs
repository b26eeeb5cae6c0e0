// A real Apache Kafka node from Maven artefacts, for a machine without containers.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installJava, runMaven } from './java.mjs';
import { fillTemplate, makeFolder, startServer } from './server.mjs';
import { cacheFolder, run, step } from './steps.mjs';

const VERSION = '4.3.1';
const SETTINGS = resolve(import.meta.dirname, '../kafka');
const JVM = ['-Xms64m', '-Xmx256m', '-XX:TieredStopAtLevel=1'];

/** Java, and Kafka's jars in the cache. @returns {Promise<{ java: string, jars: string }>} */
export async function install() {
  const java = await installJava();
  const copy = ['-f', join(SETTINGS, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const folder = await cacheFolder('kafka', VERSION, (target) => step(`Kafka ${VERSION} (45 MB)`, () => runMaven([...copy, `-DoutputDirectory=${target}`])));
  return { java, jars: `${folder}/*` };
}

/**
 * Starts the node on 127.0.0.1:`port` (its controller takes the next port). The same folder carries on where it was, also after kill -9.
 * @param {{ dataFolder: string, port: number, log?: (line: string) => void }} options
 * @returns {Promise<{ brokers: string } & import('./server.mjs').RunningServer>}
 */
export async function startKafka({ dataFolder, port, log = console.error }) {
  const { java, jars } = await install();
  const folder = makeFolder(dataFolder);
  const properties = await prepare(folder, port, java, jars);
  const server = await startServer({
    name: 'Kafka',
    command: [java, ...JVM, `-Dlog4j2.configurationFile=file:${join(SETTINGS, 'log4j2.properties')}`, '-cp', jars, 'kafka.Kafka', properties],
    logFile: join(folder, 'kafka.log'),
    ports: [port, port + 1],
    isReady: async (output) => output().includes('Kafka Server started'),
    log,
  });
  return { brokers: `127.0.0.1:${port}`, get pid() { return server.pid; }, stop: server.stop };
}

/**
 * Writes the settings and, in a new folder, formats the log. Gives back the settings file.
 * @param {string} folder @param {number} port @param {string} java @param {string} jars
 */
async function prepare(folder, port, java, jars) {
  const logFolder = join(folder, 'log');
  const properties = join(folder, 'server.properties');
  const template = readFileSync(join(SETTINGS, 'server.properties'), 'utf8');
  writeFileSync(properties, fillTemplate(template, { PORT: port, CONTROLLER_PORT: port + 1, LOG_FOLDER: logFolder }));
  if (!existsSync(join(logFolder, 'meta.properties'))) {
    const format = ['kafka.tools.StorageTool', 'format', '--ignore-formatted', '-t', clusterId(), '-c', properties];
    await run(java, ['-XX:TieredStopAtLevel=1', '-cp', jars, ...format]);
  }
  return properties;
}

/** Kafka's form of a cluster id: 16 random bytes in base64url, not beginning with a dash. */
function clusterId() {
  return `A${randomBytes(16).toString('base64url').slice(1)}`;
}
