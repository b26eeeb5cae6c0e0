// The cluster shape on one machine: real Kafka, Keycloak, S3 server, database and nginx, every service in a process of its own.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeRealm } from '../keycloak/compose-realm.mjs';
import { startDatabase } from './database/launcher.mjs';
import { DEMONSTRATION_PASSWORD } from './embedded.mjs';
import { startKafka } from './kafka.mjs';
import { startKeycloak } from './keycloak.mjs';
import { startNginx } from './nginx.mjs';
import { startS3 } from './s3.mjs';
import { answersOk, startServer } from './server.mjs';
import { run } from './steps.mjs';
import { tesseractVariables } from './tesseract.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const node = join(root, 'node_modules/.bin/node');

/** Of the demonstration, whose people have a known password too; it is of use on this machine only, for nginx does not pass the admin API on. */
const PROVISIONING_SECRET = process.env.KEYCLOAK_PROVISIONING_SECRET ?? 'demonstration-of-provisioning';

/** Services with their place in the row of ports. The worker has no way from outside. */
const SERVICES = ['organisations', 'tasks', 'evidence', 'compliance', 'notifications', 'reports', 'audit', 'evidence-worker'];

/**
 * Starts everything, waits until it answers and keeps it alive until `stop` or until this process ends.
 * @param {object} options
 * @param {string} options.dataFolder
 * @param {number} options.basePort of nginx; the others take the next thirty
 * @param {boolean} [options.durable] false for tests
 * @param {(line: string) => void} [options.log]
 */
export async function startCluster({ dataFolder, basePort, durable = true, log = console.error }) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const address = `http://127.0.0.1:${basePort}`;
  /** @type {Record<string, { readonly pid: number, stop(): Promise<void> }>} */
  const running = {};
  const stop = async () => {
    // The other way round: who needs something ends before what it needs.
    for (const name of Object.keys(running).reverse()) {
      await running[name]?.stop();
    }
  };
  try {
    const environment = await startServers(running, { dataFolder, basePort, address, durable, log });
    await Promise.all(SERVICES.map(async (name, place) => {
      running[name] = await startService(name, { port: basePort + 11 + place, environment, dataFolder, log });
    }));
    running['nginx'] = await startNginx({ dataFolder: join(dataFolder, 'nginx'), port: basePort, ports: portsOf(basePort), portalFolder: join(root, 'services/portal/dist'), log });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, issuer: `${address}/auth/realms/aigaq`, mongodbUri: `mongodb://127.0.0.1:${basePort + 1}/?retryWrites=false`, kafkaBrokers: `127.0.0.1:${basePort + 2}`, processes: running, stop };
}

/** Ports that nginx passes on to. @param {number} basePort */
function portsOf(basePort) {
  const services = SERVICES.map((name, place) => [name, basePort + 11 + place]);
  return { ...Object.fromEntries(services), keycloak: basePort + 4, store: basePort + 6 };
}

/**
 * Kafka, Keycloak, S3 and the database, side by side.
 * @param {Record<string, any>} running @param {{ dataFolder: string, basePort: number, address: string, durable: boolean, log: (line: string) => void }} options
 * @returns {Promise<Record<string, string>>} the environment of the services
 */
async function startServers(running, { dataFolder, basePort, address, durable, log }) {
  const store = storeKeys(dataFolder);
  const realmFile = join(dataFolder, 'aigaq-realm.json');
  const people = JSON.parse(readFileSync(join(root, 'data/demo/people.json'), 'utf8')).people;
  composeRealm({ outFile: realmFile, origins: [address], people, demoPassword: DEMONSTRATION_PASSWORD, overlayFile: join(root, 'deploy/keycloak/test-overlay.json'), variables: { ...process.env, KEYCLOAK_PROVISIONING_SECRET: PROVISIONING_SECRET } });
  const brokers = `127.0.0.1:${basePort + 2}`;
  await Promise.all([
    startDatabase({ dataFolder: join(dataFolder, 'database'), port: basePort + 1, durable, log }).then((database) => {
      running['database'] = databaseProcess(database, 'ferretdb');
      running['postgres'] = databaseProcess(database, 'postgres');
    }),
    startKafka({ dataFolder: join(dataFolder, 'kafka'), port: basePort + 2, log }).then(async (kafka) => {
      running['kafka'] = kafka;
      await run(node, ['--disable-warning=TimeoutNegativeWarning', join(root, 'deploy/kafka/create-topics.mjs')], { env: { ...process.env, KAFKA_BROKERS: brokers } });
    }),
    startKeycloak({ dataFolder: join(dataFolder, 'keycloak'), port: basePort + 4, managementPort: basePort + 5, publicUrl: address, realmFile, log }).then((keycloak) => { running['keycloak'] = keycloak; }),
    startS3({ dataFolder: join(dataFolder, 's3'), port: basePort + 6, ...store, log }).then((s3) => { running['store'] = s3; }),
  ]);
  return {
    MONGODB_URI: `mongodb://127.0.0.1:${basePort + 1}/?retryWrites=false`,
    KAFKA_BROKERS: brokers,
    IDENTITY_ISSUER: `${address}/auth/realms/aigaq`,
    IDENTITY_KEYS_URL: `http://127.0.0.1:${basePort + 4}/auth/realms/aigaq/protocol/openid-connect/certs`,
    KEYCLOAK_ADMIN_URL: `http://127.0.0.1:${basePort + 4}/auth`,
    KEYCLOAK_PROVISIONING_SECRET: PROVISIONING_SECRET,
    STORE_ENDPOINT: `http://127.0.0.1:${basePort + 6}`,
    STORE_PUBLIC_URL: '/store',
    STORE_ACCESS_KEY: store.accessKey,
    STORE_SECRET_KEY: store.secretKey,
    MAIL_URL: `file://${join(dataFolder, 'mail')}`,
    MAIL_FROM: 'Айғақ <no-reply@aigaq.example>',
    ...await tesseractVariables(),
    TRUST_FOLDERS: join(root, 'data/trust'),
    SEED_DEMONSTRATION: 'true',
  };
}

/** The database is two processes with one life. @param {any} database @param {'postgres' | 'ferretdb'} name */
function databaseProcess(database, name) {
  return {
    get pid() { return database.processes[name]; },
    stop: async () => (name === 'postgres' ? database.stop() : undefined),
  };
}

/** Keys of this folder's object store, made at its first start. @param {string} dataFolder */
function storeKeys(dataFolder) {
  const file = join(dataFolder, 'store-keys.json');
  if (!existsSync(file)) {
    writeFileSync(file, JSON.stringify({ accessKey: `aigaq-${randomBytes(4).toString('hex')}`, secretKey: randomBytes(24).toString('hex') }), { mode: 0o600 });
  }
  return /** @type {{ accessKey: string, secretKey: string }} */ (JSON.parse(readFileSync(file, 'utf8')));
}

/** @param {string} name @param {{ port: number, environment: Record<string, string>, dataFolder: string, log: (line: string) => void }} options */
function startService(name, { port, environment, dataFolder, log }) {
  const program = name === 'evidence-worker' ? 'evidence/dist/worker.js' : `${name}/dist/main.js`;
  return startServer({
    name,
    command: [node, '--enable-source-maps', join(root, 'services', program)],
    env: { ...environment, PORT: String(port), LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn', NODE_ENV: 'production' },
    logFile: join(dataFolder, `${name}.log`),
    ports: [port],
    isReady: () => answersOk(`http://127.0.0.1:${port}/api/${name}/health/ready`),
    log,
  });
}
