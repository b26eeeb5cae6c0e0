// `npm run bench -- scale`: what people wait for in a register of a whole country, with 50 requests in flight, and how that grows.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../../local/database/launcher.mjs';
import { percentile } from '../percentile.mjs';
import { countryOf, rolesOf } from './country.mjs';
import { startIssuer } from './issuer.mjs';
import { costOfScope } from './scope.mjs';
import { keepInFlight } from './load.mjs';

const IN_FLIGHT = 50;
const SECONDS = Number(process.env.SCALE_SECONDS ?? 10);
const SIZES = (process.env.SCALE_BODIES ?? '1000,4000,12000').split(',').map(Number);
/** People who ask in turn: each with his own token and his own scope. */
const ASKERS = 500;

export async function benchScale() {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-scale-'));
  const [database, issuer] = await Promise.all([startDatabase({ dataFolder: join(folder, 'database'), port: 4620, log: () => undefined }), startIssuer()]);
  try {
    for (const size of SIZES) {
      await measure({ uri: database.uri, folder: join(folder, `events-${size}`), identity: issuer.settings, size, prefix: `bench${size}` }, issuer.tokenOf);
    }
    costOfScope();
  } finally {
    issuer.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {{ uri: string, folder: string, identity: object, size: number, prefix: string }} options @param {(personId: string) => Promise<string>} tokenOf */
async function measure(options, tokenOf) {
  const bodies = countryOf(options.size);
  const roles = rolesOf(bodies);
  const service = fork(join(import.meta.dirname, 'scale-process.mjs'), [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const began = performance.now();
    const [{ port }] = await once(service, 'message');
    console.log(`\n${bodies.length} bodies, ${roles.length} people: in the register in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const coordinators = roles.filter(({ role }) => role === 'coordinator');
    const askers = await Promise.all(Array.from({ length: ASKERS }, async (_, number) => {
      const { personId, organisationId } = /** @type {import('./country.mjs').Role} */ (coordinators[(number * 7919) % coordinators.length]);
      return { token: await tokenOf(personId), organisationId, personId };
    }));
    let turn = 0;
    const asker = () => /** @type {typeof askers[0]} */ (askers[turn++ % askers.length]);
    await load('list in one\'s scope, first 50', port, () => ({ path: '/api/organisations/bodies?limit=50', token: asker().token }));
    await load('one body', port, () => { const { token, organisationId } = asker(); return { path: `/api/organisations/bodies/${organisationId}`, token }; });
    await load('people in one\'s scope, first 50', port, () => ({ path: '/api/organisations/accounts?limit=50', token: asker().token }));
    await load('one person', port, () => { const { token, personId } = asker(); return { path: `/api/organisations/accounts/${personId}`, token }; });
    await load('bodies searched by two words', port, () => ({ path: `/api/organisations/bodies?limit=50&search=${encodeURIComponent('округ 11')}`, token: asker().token }));
    await load('who I am', port, () => ({ path: '/api/organisations/me', token: asker().token }));
  } finally {
    service.kill('SIGTERM');
    await once(service, 'exit');
  }
}

/** @param {string} what @param {number} port @param {() => import('./load.mjs').Ask} next */
async function load(what, port, next) {
  await keepInFlight({ port, inFlight: IN_FLIGHT, seconds: 2, next });
  const { times, perSecond } = await keepInFlight({ port, inFlight: IN_FLIGHT, seconds: SECONDS, next });
  const figures = [0.5, 0.95].map((share) => `p${share * 100} ${percentile(times, share).toFixed(0)} ms`).join('   ');
  console.log(`  ${what.padEnd(32)} ${figures}   ${perSecond.toFixed(0)} a second with ${IN_FLIGHT} in flight`);
}
