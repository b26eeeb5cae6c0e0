import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessLog } from '@aigaq/service';
import { country, PEOPLE } from '@aigaq/testing';
import { made } from '../../../libs/signatures/test/fixtures/signing.js';
import { StampAuthority } from '../../../libs/signatures/test/fixtures/stamp-authority.js';
import { HttpTimeStamper, TimeStamper } from '../src/audit.module.js';
import { RootsRound } from '../src/roots/roots-round.service.js';
import { linesOf, publishedRoots, stampsBy } from '../src/verification/read-export.js';
import type { OwnEvidence } from '../src/verification/root-chain.js';
import { sayVerdict } from '../src/verification/say-verdict.js';
import type { Verdict } from '../src/verification/verdict.js';
import { verifyRecord } from '../src/verification/verify-record.js';
import { AuditHouse, told } from './house.js';

describe('an export', () => {
  let stamped = new Date('2025-06-02T19:00:01Z');
  const authority = new StampAuthority(made.stamper, () => stamped);
  let house: AuditHouse;
  let folder = '';
  const at = (name: string): string => join(folder, name);
  const own = (): OwnEvidence => ({ published: publishedRoots(at('roots')), provesStamp: stampsBy(at('trust')) });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aigaq-audit-export-'));
    const door = { provide: TimeStamper, useValue: new HttpTimeStamper(await authority.open()) };
    house = await AuditHouse.open({ now: '2025-06-02T05:00:00Z', doors: [door] });
    await house.service.tell(...country());
    for (const [day, next] of [['2025-06-02', '2025-06-02T19:00:01Z'], ['2025-06-03', '2025-06-03T19:00:01Z'], ['2025-06-04', '2025-06-04T19:00:01Z']] as const) {
      house.service.clock.set(new Date(`${day}T06:00:00Z`));
      await house.service.tell(...Array.from({ length: 9 }, (_, number) => told('AssignmentSubmitted', { time: `${day}T05:00:00.000Z`, key: `thing ${number % 4}`, record: { organisationId: 'akimat-kostanay' } })));
      stamped = new Date(next);
      house.service.clock.set(stamped);
      await house.service.app.get(RootsRound).look();
    }
    await Promise.all([mkdir(at('roots')), mkdir(join(folder, 'trust/time-stamps'), { recursive: true })]);
    for (const day of ['2025-06-02', '2025-06-03', '2025-06-04']) {
      await writeFile(at(`roots/${day}.json`), JSON.stringify((await house.get(`/api/audit/roots/${day}/file`)).body));
    }
    await writeFile(join(folder, 'trust/time-stamps/root.cer'), made.stampRoot.der);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await authority.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function taken(query: string): Promise<string> {
    const { status, body, headers } = await house.get(`/api/audit/export${query}`);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'application/x-ndjson' });
    const file = at(`export-${Math.random()}.ndjson`);
    await writeFile(file, body as string);
    return file;
  }

  const verified = async (file: string, evidence = own()): Promise<Verdict> => verifyRecord(linesOf(file), evidence);

  it.each([
    ['everything', '', { complete: true, roots: { count: 3, lastDay: '2025-06-04', stamped: 3, unchecked: 0 } }],
    ['sealed days', '?from=2025-06-03&to=2025-06-04', { complete: true, roots: { count: 2, lastDay: '2025-06-04', stamped: 2, unchecked: 0 } }],
    ['one day', '?from=2025-06-03&to=2025-06-03', { complete: true, roots: { count: 1, lastDay: '2025-06-03', stamped: 1, unchecked: 0 } }],
    ['up to now', '?from=2025-06-04&to=2025-06-30', { complete: true, roots: { count: 1, lastDay: '2025-06-04', stamped: 1, unchecked: 0 } }],
    ['what a person did', `?person=${PEOPLE.executor.id}`, { complete: false, records: 27, sealed: 27 }],
    ['what concerns a body on a day', '?organisationId=akimat-kostanay&from=2025-06-03&to=2025-06-03', { complete: false, records: 9, sealed: 9 }],
    ['of nothing', '?thingId=none', { complete: false, records: 0 }],
    ['before all days', '?from=2020-01-01&to=2020-01-02', { complete: true, records: 0 }],
  ])('of %s is proved without any server', async (_, query, expected) => {
    const verdict = await verified(await taken(query));
    expect(verdict).toMatchObject({ fault: null, ...expected });
    expect(sayVerdict(verdict)).toMatch(/^Whole: /);
  });

  it('says that time stamps were not checked where nobody is trusted', async () => {
    const verdict = await verified(await taken(''), {});
    expect(verdict).toMatchObject({ fault: null, roots: { stamped: 0, unchecked: 3 } });
    expect(sayVerdict(verdict)).toContain('were not checked');
  });

  it('is on record before its first line leaves', async () => {
    await taken('?type=AssignmentSubmitted');
    await house.service.eventually(async () =>
      expect((await house.list('&thingId=audit-export'))[0]).toMatchObject({
        actor: { id: PEOPLE.auditor.id },
        reason: 'type=AssignmentSubmitted',
        under: { role: 'auditor', organisationId: 'agency' },
        from: { address: '127.0.0.1' },
      }),
    );
  });

  it('is not given when that cannot be recorded', async () => {
    const log = house.service.app.get(AccessLog, { strict: false });
    const record = log.record.bind(log);
    log.record = () => Promise.reject(Object.assign(new Error('gone'), { name: 'MongoServerSelectionError' }));
    expect((await house.get('/api/audit/export')).status).toBe(503);
    expect((await house.get('/api/audit/roots/2025-06-02/file')).status).toBe(503);
    log.record = record;
  });

  it.each<[string, string, (lines: string[]) => string[], string]>([
    ['a changed letter', '', (lines) => lines.map((line) => line.replace('"submission":1', '"submission":2')), 'record'],
    ['a missing line', '', (lines) => lines.toSpliced(10, 1), 'record'],
    ['two lines that changed places', '', (lines) => lines.with(10, lines[11] ?? '').with(11, lines[10] ?? ''), 'record'],
    ['a cut end', '', (lines) => lines.slice(0, -3), 'format'],
    ['another root', '', (lines) => lines.map((line) => (line.includes('"day":"2025-06-03"') ? line.replace(/"number":\d+/, '"number":77') : line)), 'root'],
    ['a root left out', '', (lines) => lines.filter((line) => !line.startsWith('{"kind":"root","root":{"day":"2025-06-03"')), 'root'],
    ['a stamp of another root', '', (lines) => swapStamps(lines), 'stamp'],
    ['no JSON', '', (lines) => lines.with(5, 'x'), 'format'],
    ['a changed record of a selection', `?person=${PEOPLE.executor.id}`, (lines) => lines.map((line) => line.replace('thing 3', 'thing 2')), 'record'],
    ['a proof taken away', `?person=${PEOPLE.executor.id}`, (lines) => lines.map((line) => line.replace(/"proof":\{.*\}\}$/, '"proof":null}')), 'proof'],
  ])('shows %s', async (_, query, tamper, reason) => {
    const file = await taken(query);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    await writeFile(file, `${tamper(lines).join('\n')}\n`);
    const verdict = await verified(file);
    expect(verdict.fault).toMatchObject({ reason });
    expect(sayVerdict(verdict)).toMatch(/^Broken /);
  });

  it('refuses a folder with a root that was changed', async () => {
    const name = at('roots/2025-06-03.json');
    const text = await readFile(name, 'utf8');
    await writeFile(name, text.replace('2025-06-03', '2025-06-05'));
    expect(() => publishedRoots(at('roots'))).toThrow('2025-06-03.json is not a root of the record');
    await writeFile(name, text);
  });
});

function swapStamps(lines: string[]): string[] {
  const stampOf = (line: string): string => (JSON.parse(line) as { stamp: string }).stamp;
  const [one = '', two = ''] = lines.slice(1, 3);
  return lines.with(1, one.replace(stampOf(one), stampOf(two)));
}
