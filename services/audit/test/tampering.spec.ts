import { country } from '@aigaq/testing';
import { RootsRound } from '../src/roots/roots-round.service.js';
import { AuditHouse, told } from './house.js';

describe('tampering in the database', () => {
  let house: AuditHouse;
  let whole: Record<string, { _id: string }[]>;
  let partition = 0;
  const id = (number: number): string => `${String(partition).padStart(2, '0')}-${String(number).padStart(12, '0')}`;
  beforeAll(async () => {
    house = await AuditHouse.open();
    await house.service.tell(...country(), ...Array.from({ length: 6 }, () => told('AssignmentSubmitted')));
    partition = (await house.list('&type=AssignmentSubmitted'))[0]?.partition ?? 0;
    house.service.clock.set(new Date('2026-05-20T19:00:00Z'));
    await house.service.app.get(RootsRound).look();
    await house.service.eventually(async () => expect(await house.list('&type=RootSealed')).toHaveLength(1));
    whole = Object.fromEntries(await Promise.all(['audit_records', 'audit_roots'].map(async (name) => [name, await house.collection(name).find({}).toArray()])));
  }, 60_000);
  afterAll(() => house.close());
  afterEach(async () => {
    for (const [name, documents] of Object.entries(whole)) {
      await house.collection(name).deleteMany({});
      await house.collection(name).insertMany(documents);
    }
    expect(await house.verify()).toMatchObject({ ok: true });
  });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a collection of documents as they are
  type Records = any;
  it.each<[string, object, (records: Records) => Promise<unknown>]>([
    ['a payload that was changed', { reason: 'record', number: 3 }, (records) => records.updateOne({ _id: id(3) }, { $set: { 'payload.submission': 9 } })],
    ['a payload that was added to', { reason: 'record', number: 3 }, (records) => records.updateOne({ _id: id(3) }, { $set: { 'payload.more': true } })],
    ['another actor', { reason: 'record', number: 2 }, (records) => records.updateOne({ _id: id(2) }, { $set: { 'actor.id': 'x' } })],
    ['another time', { reason: 'record', number: 1 }, (records) => records.updateOne({ _id: id(1) }, { $set: { at: `2020-01-01T00:00:00.000Z/${id(1)}` } })],
    ['another place in the lists', { reason: 'record', number: 1 }, (records) => records.updateOne({ _id: id(1) }, { $set: { at: '2026-05-20T04:00:00.000Z/zz' } })],
    ['a record that was taken out', { reason: 'record', number: 4 }, (records) => records.deleteOne({ _id: id(4) })],
    ['the first record taken out', { reason: 'record', number: 1 }, (records) => records.deleteOne({ _id: id(1) })],
    ['the last sealed records cut off', { reason: 'cut', number: 5 }, (records) => records.deleteMany({ _id: { $gte: id(5), $lt: id(99) } })],
    ['a record put before the first', { reason: 'record', number: 1 }, (records) => records.insertOne({ _id: id(0), at: `x/${id(0)}`, eventId: 'x', thingId: 'x', payload: {} })],
    ['another hash', { reason: 'record', number: 5 }, (records) => records.updateOne({ _id: id(5) }, { $set: { hash: 'ab'.repeat(32) } })],
  ])('is found: %s', async (_, fault, tamper) => {
    await tamper(house.collection('audit_records'));
    const verified = await house.verify();
    expect(verified).toMatchObject({ ok: false, brokenAt: { partition, day: '2026-05-20', ...fault } });
    expect(verified.partitions.filter(({ brokenAt }) => brokenAt !== null)).toHaveLength(1);
  });

  it.each<[string, (records: Records) => Promise<unknown>]>([
    ['of a chain that does not exist', (records) => records.insertOne({ _id: '16-000000000001', at: 'x', eventId: 'x', thingId: 'x' })],
    ['with an id of another kind', (records) => records.insertOne({ _id: 'zz', at: 'x', eventId: 'x', thingId: 'x' })],
  ])('is found: a record %s', async (_, tamper) => {
    await tamper(house.collection('audit_records'));
    expect(await house.verify()).toMatchObject({ ok: false, brokenAt: { reason: 'record' } });
  });

  it('is found: two records that changed places', async () => {
    const records = house.collection('audit_records');
    const [one, two] = await Promise.all([2, 4].map((number) => records.findOne({ _id: id(number) })));
    await records.deleteMany({ _id: { $in: [id(2), id(4)] } });
    await records.insertMany([{ ...one, _id: id(4), at: one.at.replace(id(2), id(4)) }, { ...two, _id: id(2), at: two.at.replace(id(4), id(2)) }]);
    expect(await house.verify()).toMatchObject({ ok: false, brokenAt: { partition, number: 2, reason: 'record' } });
  });

  it.each([
    ['a changed root', { $set: { hash: 'cd'.repeat(32) } }],
    ['a changed head in a root', { $set: { 'partitions.0.number': 900 } }],
  ])('is found: %s', async (_, change) => {
    await house.collection('audit_roots').updateOne({ _id: '2026-05-20' }, change);
    expect(await house.verify()).toMatchObject({ ok: false, brokenAt: { reason: 'root', day: '2026-05-20' } });
  });
});
