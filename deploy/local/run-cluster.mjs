// `npm run cluster`: builds what changed and starts the cluster shape. `npm run cluster -- --fresh` begins with empty data.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startCluster } from './cluster.mjs';
import { build, endAsked, greet, root } from './session.mjs';
import { setUp, step } from './steps.mjs';

const dataFolder = join(root, '.data/cluster');
const basePort = Number(process.env.PORT ?? 4300);

await setUp(async () => {
  const asked = endAsked();
  if (process.argv.includes('--fresh')) {
    await step('Removing the data of the last run', () => rm(dataFolder, { recursive: true, force: true }));
  }
  await build();
  const log = (/** @type {string} */ line) => console.log(`  ${line}`);
  const cluster = await step('Starting Kafka, Keycloak, S3, the database, nginx and the services', () => startCluster({ dataFolder, basePort, log }));
  greet(cluster.address);
  await asked;
  console.log('\n  Ending…');
  await cluster.stop();
  process.exit(0);
});
