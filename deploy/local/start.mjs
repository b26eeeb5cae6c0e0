// `npm start`: builds what changed, starts the embedded shape and says where it is. `npm start -- --fresh` begins with empty data.
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMONSTRATION_PASSWORD, startEmbedded } from './embedded.mjs';
import { requireFreePort } from './ports.mjs';
import { requireSpace, setUp, step, run } from './steps.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dataFolder = join(root, '.data');
const port = Number(process.env.PORT ?? 4200);

/** What a person needs to begin. @param {string} address */
function greet(address) {
  const people = JSON.parse(readFileSync(join(root, 'data/demo/people.json'), 'utf8')).people;
  const rows = people.map(({ username, firstName, lastName, memberships }) => {
    const roles = memberships.map(({ role, organisationId }) => `${role} @ ${organisationId}`).join(', ');
    return `    ${username.padEnd(22)} ${`${lastName} ${firstName}`.padEnd(26)} ${roles}`;
  });
  console.log(`\n  Aigaq is ready: ${address}\n\n  Demonstration accounts, all with the password ${DEMONSTRATION_PASSWORD}\n${rows.join('\n')}\n\n  Ctrl-C ends it.\n`);
}

/** Resolves when the person asks to end. */
function endAsked() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, resolve);
    }
  });
}

await setUp(async () => {
  const asked = endAsked();
  await requireFreePort(port, 'Aigaq');
  requireSpace(root);
  if (process.argv.includes('--fresh')) {
    await step('Removing the data of the last run', () => rm(dataFolder, { recursive: true, force: true }));
  }
  await step('Building', () => run(join(root, 'node_modules/.bin/nx'), ['run-many', '-t', 'build', '--outputStyle=static'], { cwd: root, env: { ...process.env, NX_NO_CLOUD: 'true', NX_DAEMON: 'false' } }));
  const aigaq = await step('Starting the database and the services', () => startEmbedded({ dataFolder, port, log: (line) => console.log(`  ${line}`) }));
  greet(aigaq.address);
  await asked;
  console.log('\n  Ending…');
  await aigaq.stop();
  process.exit(0);
});
