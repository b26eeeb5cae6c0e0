import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvidenceView } from '@aigaq/api';
import { EvidenceCheckedSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { House, type Kept, scripted, SOURCES } from './house.js';

/** Starts a service of its own process and kills it with -9 as soon as its paper has a first verdict. */
async function killedInBetween(kept: Kept, file: string): Promise<string> {
  const doomed = fork(fileURLToPath(new URL('doomed.ts', import.meta.url)), [kept.folder, kept.prefix, file], { execArgv: [...SOURCES.execArgv] });
  const left = once(doomed, 'exit');
  const [id] = (await Promise.race([once(doomed, 'message'), left.then(() => Promise.reject(new Error('it ended by itself')))])) as [string];
  doomed.kill('SIGKILL');
  expect(await left).toEqual([null, 'SIGKILL']);
  return id;
}

describe('a long paper whose worker is killed between the first verdict and the whole one', () => {
  let house: House | undefined;
  afterEach(() => house?.close());

  it('is read wholly by the next worker, and its verdict is told once', async () => {
    const kept = { folder: await mkdtemp(join(tmpdir(), 'aigaq-killed-')), prefix: `aigaqtest_${randomBytes(4).toString('hex')}` };
    const file = join(kept.folder, 'go-on');
    const id = await killedInBetween(kept, file);
    await writeFile(file, '');
    house = await House.open({ withWorker: true, reading: scripted(600), kept });
    const { service } = house;
    const view = async () => (await service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}`)).body as EvidenceView;
    // The event is told again when the lease of the killed one has run out.
    expect(await view()).toMatchObject({ state: 'waiting', check: null, preliminary: { check: { verdict: 'passed' } } });
    expect(service.told(EvidenceCheckedSchema)).toEqual([]);
    await service.eventually(async () => expect(await view()).toMatchObject({ state: 'checked', preliminary: null, check: { verdict: 'person', findings: [{ code: 'unsigned' }] } }), 45_000);
    await service.eventually(() => expect(service.told(EvidenceCheckedSchema)).toMatchObject([{ evidenceId: id, verdict: 'person' }]));
  });
});
