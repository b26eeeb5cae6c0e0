// The real servers of the component tests, started once for a run.
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../local/database/launcher.mjs';
import { startKafka } from '../local/kafka.mjs';
import { startS3 } from '../local/s3.mjs';

const PORTS = { database: 29701, kafka: 29703, s3: 29705 };
const quiet = () => undefined;

/** Each is left out when its address is in the environment already. @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>} */
export async function startServers() {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-test-'));
  const { MONGODB_URI, KAFKA_BROKERS, S3_ENDPOINT } = process.env;
  const started = await Promise.allSettled([
    MONGODB_URI ? none() : database(join(folder, 'database')),
    KAFKA_BROKERS ? none() : kafka(join(folder, 'kafka')),
    S3_ENDPOINT ? none() : s3(join(folder, 's3')),
  ]);
  const servers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { env: Object.assign({}, ...servers.map((server) => server.env)), stop };
}

function none() {
  return { env: {}, stop: () => Promise.resolve() };
}

/** @param {string} dataFolder */
async function database(dataFolder) {
  const server = await startDatabase({ dataFolder, port: PORTS.database, durable: false, log: quiet });
  return { env: { MONGODB_URI: server.uri }, stop: server.stop };
}

/** @param {string} dataFolder */
async function kafka(dataFolder) {
  const server = await startKafka({ dataFolder, port: PORTS.kafka, log: quiet });
  return { env: { KAFKA_BROKERS: server.brokers }, stop: server.stop };
}

/** @param {string} dataFolder */
async function s3(dataFolder) {
  const [accessKey, secretKey] = [randomBytes(8).toString('hex'), randomBytes(16).toString('hex')];
  const server = await startS3({ dataFolder, port: PORTS.s3, accessKey, secretKey, log: quiet });
  return { env: { S3_ENDPOINT: server.endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey }, stop: server.stop };
}
