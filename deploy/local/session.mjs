// What `npm start` and `npm run cluster` have in common.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMONSTRATION_PASSWORD } from './embedded.mjs';
import { run, step } from './steps.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Builds the services and the portal; what has not changed is taken from the cache. */
export function build() {
  const env = { ...process.env, NX_NO_CLOUD: 'true', NX_DAEMON: 'false' };
  return step('Building', () => run(join(root, 'node_modules/.bin/nx'), ['run-many', '-t', 'build', '--outputStyle=static'], { cwd: root, env }));
}

/** What a person needs to begin. @param {string} address */
export function greet(address) {
  /** @type {{ username: string, firstName: string, lastName: string, memberships: { role: string, organisationId: string }[] }[]} */
  const people = JSON.parse(readFileSync(join(root, 'data/demo/people.json'), 'utf8')).people;
  const rows = people.map(({ username, firstName, lastName, memberships }) => {
    const roles = memberships.map(({ role, organisationId }) => `${role} @ ${organisationId}`).join(', ');
    return `    ${username.padEnd(22)} ${`${lastName} ${firstName}`.padEnd(26)} ${roles}`;
  });
  console.log(`\n  Aigaq is ready: ${address}\n\n  Demonstration accounts, all with the password ${DEMONSTRATION_PASSWORD}\n${rows.join('\n')}\n\n  Ctrl-C ends it.\n`);
}

/** Resolves when the person asks to end. */
export function endAsked() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, resolve);
    }
  });
}
