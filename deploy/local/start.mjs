// `npm start`: builds what changed, starts the embedded shape and says where it is. `npm start -- --fresh` begins with empty data.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from './embedded.mjs';
import { requireFreePort } from './ports.mjs';
import { build, endAsked, greet, root } from './session.mjs';
import { requireSpace, setUp, step } from './steps.mjs';

const dataFolder = join(root, '.data/embedded');
const port = Number(process.env.PORT ?? 4200);

await setUp(async () => {
  const asked = endAsked();
  await requireFreePort(port, 'Aigaq');
  requireSpace(root);
  if (process.argv.includes('--fresh')) {
    await step('Removing the data of the last run', () => rm(dataFolder, { recursive: true, force: true }));
  }
  await build();
  const log = (/** @type {string} */ line) => console.log(`  ${line}`);
  const aigaq = await step('Starting the database and the services', () => startEmbedded({ dataFolder, port, log }));
  greet(aigaq.address);
  await asked;
  console.log('\n  Ending…');
  await aigaq.stop();
  process.exit(0);
});
