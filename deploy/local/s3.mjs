// A real S3 server (versitygw: object lock, versions, POST policies) over plain folders.
import { join } from 'node:path';
import { install as installGo } from './go.mjs';
import { answersOk, makeFolder, startServer } from './server.mjs';
import { cacheFolder, run, step } from './steps.mjs';

const VERSION = '1.8.0';
const MODULE = `github.com/versity/versitygw/cmd/versitygw@v${VERSION}`;

/** versitygw, built from source into the cache; its own go.sum pins its parts. @returns {Promise<string>} path of the program */
export async function install() {
  const folder = await cacheFolder('versitygw', VERSION, (target) => step(`versitygw ${VERSION}, an S3 server (built once, 1-3 minutes)`, async () => {
    const env = { ...process.env, GOBIN: target, GOTOOLCHAIN: 'local', CGO_ENABLED: '0' };
    await run(await installGo(), ['install', '-trimpath', '-ldflags=-s -w', MODULE], { env });
  }));
  return join(folder, 'versitygw');
}

/**
 * Starts the server on 127.0.0.1:`port`. Buckets are made by the services.
 * @param {{ dataFolder: string, port: number, accessKey: string, secretKey: string, log?: (line: string) => void }} options
 * @returns {Promise<{ endpoint: string } & import('./server.mjs').RunningServer>}
 */
export async function startS3({ dataFolder, port, accessKey, secretKey, log = console.error }) {
  const program = await install();
  const folder = makeFolder(dataFolder, ['buckets', 'versions', 'accounts']);
  const endpoint = `http://127.0.0.1:${port}`;
  const general = ['--port', `127.0.0.1:${port}`, '--iam-dir', join(folder, 'accounts'), '--keep-alive', '--quiet', '--health', '/healthz'];
  const server = await startServer({
    name: 'The S3 server',
    command: [program, ...general, 'posix', '--versioning-dir', join(folder, 'versions'), join(folder, 'buckets')],
    env: { ROOT_ACCESS_KEY: accessKey, ROOT_SECRET_KEY: secretKey },
    logFile: join(folder, 's3.log'),
    ports: [port],
    isReady: () => answersOk(`${endpoint}/healthz`),
    log,
  });
  return { endpoint, get pid() { return server.pid; }, stop: server.stop };
}
