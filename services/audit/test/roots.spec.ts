import { RootSealedSchema } from '@aigaq/contracts';
import { trustStore, stampedTime } from '@aigaq/signatures';
import { country } from '@aigaq/testing';
import { made } from '../../../libs/signatures/test/fixtures/signing.js';
import { StampAuthority } from '../../../libs/signatures/test/fixtures/stamp-authority.js';
import { HttpTimeStamper, TimeStamper } from '../src/audit.module.js';
import { readRootFile } from '../src/roots/root-file.js';
import { stampedBytes } from '../src/roots/root.js';
import { RootsRound } from '../src/roots/roots-round.service.js';
import { SealingService } from '../src/roots/sealing.service.js';
import { AuditHouse, told } from './house.js';

const textOf = async (house: AuditHouse, day: string): Promise<string> => (await house.store.readBytes('vault', `audit/roots/${day}.json`)).toString();
const roots = async (house: AuditHouse) => (await house.get('/api/audit/roots')).body.items;

describe('sealing the days of the record', () => {
  let house: AuditHouse;
  let round: RootsRound;
  beforeAll(async () => {
    house = await AuditHouse.open();
    round = house.service.app.get(RootsRound);
    await house.service.tell(...country());
  }, 60_000);
  afterAll(() => house.close());

  it('seals no day that has not ended', async () => {
    house.service.clock.set(new Date('2026-05-20T18:59:59.999Z'));
    await round.look();
    expect(await roots(house)).toEqual([]);
    expect((await house.get('/api/audit/roots/2026-05-20/file')).status).toBe(404);
    expect((await house.get('/api/audit/roots/2026-05-20/file')).body.code).toBe('root.not_sealed');
  });

  it('seals it when it has ended in Almaty, tells of it and publishes it, locked', async () => {
    house.service.clock.set(new Date('2026-05-20T19:00:00Z'));
    await round.look();
    const [root] = await roots(house);
    expect(root).toEqual({ day: '2026-05-20', hash: expect.any(String), records: country().length, sealedAt: '2026-05-20T19:00:00.000Z', publishedAt: '2026-05-20T19:00:00.000Z', stampedAt: null });
    expect(readRootFile(await textOf(house, '2026-05-20'))).toEqual({ day: '2026-05-20', hash: root.hash });
    expect((await house.store.stat('vault', 'audit/roots/2026-05-20.json'))?.retainUntil).toEqual(new Date('2036-05-20T19:00:00Z'));
    expect((await house.get('/api/audit/roots/2026-05-20/file')).body).toEqual(JSON.parse(await textOf(house, '2026-05-20')));
    await house.service.eventually(() =>
      expect(house.service.told(RootSealedSchema)).toMatchObject([{ day: '2026-05-20', hash: root.hash, previousHash: '0'.repeat(64), records: country().length }]),
    );
  });

  it('records the sealing itself, on the next day', async () => {
    await house.service.eventually(async () => expect(await house.list('&type=RootSealed')).toMatchObject([{ thingId: '2026-05-20', actor: { id: 'system' } }]));
  });

  it('catches up on days that were missed, each with what it had', async () => {
    house.service.clock.set(new Date('2026-05-21T04:00:00Z'));
    await house.service.tell(told('AssignmentSubmitted'), told('AssignmentAccepted'));
    house.service.clock.set(new Date('2026-05-23T04:00:00Z'));
    await house.service.tell(told('AssignmentReturned'));
    house.service.clock.set(new Date('2026-05-25T04:00:00Z'));
    await round.look();
    const sealed = (await roots(house)) as { day: string; records: number }[];
    // The reads of the file above are told by the service itself, whenever their turn comes.
    const own = await house.list('&type=ObjectRead,RootSealed');
    const onDay = (day: string): number => own.filter(({ recordedAt }) => recordedAt > `${day}T` && recordedAt < `${day}T19`).length;
    expect(sealed.map(({ day }) => day)).toEqual(['2026-05-24', '2026-05-23', '2026-05-22', '2026-05-21', '2026-05-20']);
    expect(sealed.find(({ day }) => day === '2026-05-23')?.records).toBe(1 + onDay('2026-05-23'));
    expect(sealed.find(({ day }) => day === '2026-05-22')?.records).toBe(0);
    expect(await house.verify()).toMatchObject({ ok: true, roots: { count: 5, lastDay: '2026-05-24' } });
    expect(await house.verify({ from: '2026-05-21', to: '2026-05-23' })).toMatchObject({ ok: true, roots: { count: 3, lastDay: '2026-05-23' } });
  });

  it('seals a day once, however often and from wherever it is tried', async () => {
    const before = await roots(house);
    house.service.clock.set(new Date('2026-05-26T04:00:00Z'));
    const sealing = house.service.app.get(SealingService);
    await Promise.all([sealing.sealDue(), sealing.sealDue(), sealing.sealDue()]);
    const after = await roots(house);
    expect(after.map(({ day }: { day: string }) => day)).toEqual(['2026-05-25', ...before.map(({ day }: { day: string }) => day)]);
    expect(await house.verify()).toMatchObject({ ok: true, roots: { count: 6 } });
  });

  it('goes on where a crash left it: sealed but not published, published but not noted', async () => {
    await house.store.write('quarantine', 'audit/roots/2026-05-25.json', Buffer.from('half'), 'application/json');
    await round.look();
    const text = await textOf(house, '2026-05-25');
    expect(readRootFile(text)?.day).toBe('2026-05-25');
    await house.collection('audit_roots').updateOne({ _id: '2026-05-25' }, { $set: { publishedAt: null } });
    await round.look();
    expect(await textOf(house, '2026-05-25')).toBe(text);
    expect((await roots(house))[0]).toMatchObject({ publishedAt: expect.any(String) });
  });
});

describe('time stamps of roots', () => {
  const stamping = new Date('2025-06-02T19:00:10Z');
  const authority = new StampAuthority(made.stamper, () => stamping);
  let house: AuditHouse;
  beforeAll(async () => {
    const door = { provide: TimeStamper, useValue: new HttpTimeStamper(await authority.open()) };
    house = await AuditHouse.open({ now: '2025-06-02T05:00:00Z', doors: [door] });
    await house.service.tell(...country());
    house.service.clock.set(stamping);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await authority.close();
  });

  it.each(['broken', 'refuses', 'other-bytes'] as const)('are not waited for while the authority is %s', async (mood) => {
    authority.mood = mood;
    await house.service.app.get(RootsRound).look();
    expect((await roots(house))[0]).toMatchObject({ day: '2025-06-02', publishedAt: stamping.toISOString(), stampedAt: null });
  });

  it('come in a later round, lie beside the root, and prove it', async () => {
    authority.mood = 'stamps';
    await house.service.app.get(RootsRound).look();
    const [{ hash }] = await roots(house);
    expect((await roots(house))[0]).toMatchObject({ day: '2025-06-02', publishedAt: stamping.toISOString(), stampedAt: stamping.toISOString() });
    const token = await house.store.readBytes('vault', 'audit/roots/2025-06-02.tsr');
    expect(stampedTime(token, stampedBytes(hash), trustStore({ timeStamps: [made.stampRoot.der] }))?.time).toBe('2025-06-02T19:00:10.000Z');
    const asked = authority.asked;
    await house.service.app.get(RootsRound).look();
    expect(authority.asked).toBe(asked);
  });
});
