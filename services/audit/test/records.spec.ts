import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AuditRecordView } from '@aigaq/api';
import { ObjectReadSchema } from '@aigaq/contracts';
import type { StoredEvent } from '@aigaq/events';
import { DatabaseSettings } from '@aigaq/service';
import { country, fact, PEOPLE, startService, type TestService } from '@aigaq/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { AuditModule } from '../src/audit.module.js';

const ASSIGNMENT = '2024:1.1.2:akimat-kostanay-auliekol:2026';
const RECORDS = '/api/audit/records';

let count = 0;

function told(name: string, by: { id: string; name: string } = PEOPLE.executor): StoredEvent {
  count += 1;
  const { type, payload } = JSON.parse(readFileSync(new URL(`../../../proto/tasks/v1/samples/${name}.json`, import.meta.url), 'utf8'));
  const id = `019f0000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  const key = payload.assignmentId ?? payload.rolloutId ?? payload.edition;
  return { type, payload, id, key, time: '2026-05-20T04:00:00.000Z', correlationId: `c${count}`, actor: { id: by.id, name: by.name } };
}

const start = (prefix?: string): Promise<TestService> =>
  startService(AuditModule, {
    name: 'audit',
    doors: prefix ? [{ provide: DatabaseSettings, useValue: new DatabaseSettings(process.env['MONGODB_URI'] ?? '', prefix) }] : [],
  });

function recordsOf(service: TestService) {
  const connection: Connection = service.app.get(getConnectionToken('audit'), { strict: false });
  return connection.collection<{ _id: number; [field: string]: unknown }>('audit_records');
}

const auditor = (service: TestService) => service.as(PEOPLE.auditor);
const verify = async (service: TestService) => (await auditor(service).post('/api/audit/verification', {})).body;
const list = async (service: TestService, query = '') => (await auditor(service).get(`${RECORDS}?limit=100${query}`)).body;

describe('the record', () => {
  let service: TestService;
  const ALL = ['CardImported', 'CardDatesSet', 'CardPublished', 'RolloutStarted', 'AssignmentsOpened', 'AssignmentSubmitted', 'AssignmentReturned', 'AssignmentPassedOn', 'AssignmentAccepted'];
  let before = 0;

  beforeAll(async () => {
    service = await start();
    await service.tell(...country());
    before = (await verify(service)).records;
  }, 60_000);
  afterAll(() => service.stop());

  it('takes every fact of every service, once', async () => {
    expect(before).toBe(country().length);
    const events = ALL.map((name) => told(name));
    await service.tell(...events, ...events);
    expect(await verify(service)).toMatchObject({ ok: true, records: before + ALL.length, brokenAt: null });
    const { items } = await list(service);
    expect(items.slice(0, ALL.length).map(({ type }: AuditRecordView) => type)).toEqual([...ALL].reverse());
    expect(items.map(({ number }: AuditRecordView) => number)).toEqual(Array.from({ length: items.length }, (_, place) => before + ALL.length - place));
  });

  it('keeps a fact as it was told, tied to the one before', async () => {
    const { items } = await list(service, '&type=AssignmentReturned');
    const { payload } = JSON.parse(readFileSync(new URL('../../../proto/tasks/v1/samples/AssignmentReturned.json', import.meta.url), 'utf8'));
    expect(items).toEqual([
      {
        number: before + 7,
        time: '2026-05-20T04:00:00.000Z',
        type: 'AssignmentReturned',
        actor: { id: PEOPLE.executor.id, name: PEOPLE.executor.name },
        thingId: ASSIGNMENT,
        correlationId: 'c7',
        payload,
        previousHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const { head } = await verify(service);
    expect((await list(service)).items[0].hash).toBe(head);
  });

  it('takes a read for a fact about the thing that was shown', async () => {
    const read = { actorId: PEOPLE.head.id, actorName: PEOPLE.head.name, act: 'read', thing: 'assignment', thingId: ASSIGNMENT };
    await service.tell(fact(ObjectReadSchema, read, { key: 'some-read', actor: PEOPLE.head }));
    const { items } = await list(service, `&thingId=${encodeURIComponent(ASSIGNMENT)}`);
    expect(items.map(({ type }: AuditRecordView) => type)).toEqual(['ObjectRead', 'AssignmentAccepted', 'AssignmentPassedOn', 'AssignmentReturned', 'AssignmentSubmitted']);
  });

  it.each([
    ['what a person did', `&actorId=${PEOPLE.head.id}`, 1],
    ['acts of one kind', '&type=CardPublished', 1],
    ['acts of one kind by its full name', '&type=aigaq.tasks.v1.CardPublished', 1],
    ['both', `&type=ObjectRead&actorId=${PEOPLE.executor.id}`, 0],
    ['nothing of an unknown kind', '&type=Published', 0],
    ['nothing of an unknown thing', '&thingId=none', 0],
  ])('finds %s', async (_, query, found) => expect((await list(service, query)).items).toHaveLength(found));

  it('is shown page by page', async () => {
    const numbers: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await auditor(service).get(`${RECORDS}?limit=7${cursor && `&cursor=${cursor}`}`);
      numbers.push(...body.items.map(({ number }: AuditRecordView) => number));
      cursor = body.nextCursor;
    }
    expect(numbers).toEqual(Array.from({ length: before + ALL.length + 1 }, (_, place) => before + ALL.length + 1 - place));
  });

  it.each(['admin', 'analyst', 'curator', 'head', 'executor'] as const)('is not for the %s', async (name) => {
    expect(await service.as(PEOPLE[name]).get(RECORDS)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
    expect(await service.as(PEOPLE[name]).post('/api/audit/verification', {})).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
  });

  it('is not for anybody without a token', async () => {
    expect((await service.anybody().get(RECORDS)).status).toBe(401);
  });
});

describe('tampering in the database', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await start();
    await service.tell(...country().filter(({ type }) => !type.endsWith('Registered')));
  }, 60_000);
  afterAll(() => service.stop());

  it.each<[string, number, (records: ReturnType<typeof recordsOf>) => Promise<unknown>]>([
    ['a payload that was changed', 5, (records) => records.updateOne({ _id: 5 }, { $set: { 'payload.role': 'auditor' } })],
    ['a payload that was added to', 5, (records) => records.updateOne({ _id: 5 }, { $set: { 'payload.more': true } })],
    ['another actor', 6, (records) => records.updateOne({ _id: 6 }, { $set: { 'actor.id': 'x' } })],
    ['another time', 1, (records) => records.updateOne({ _id: 1 }, { $set: { time: '2020-01-01T00:00:00.000Z' } })],
    ['a record that was taken out', 7, (records) => records.deleteOne({ _id: 7 })],
    ['the first record taken out', 1, (records) => records.deleteOne({ _id: 1 })],
    ['a record put before the first', 1, (records) => records.insertOne({ _id: 0, eventId: 'x', payload: {} })],
    ['another hash', 8, (records) => records.updateOne({ _id: 8 }, { $set: { hash: 'ab'.repeat(32) } })],
  ])('is found: %s', async (_, brokenAt, tamper) => {
    const records = recordsOf(service);
    const whole = await records.find({}).sort({ _id: 1 }).toArray();
    await tamper(records);
    expect(await verify(service)).toMatchObject({ ok: false, records: brokenAt - 1, brokenAt });
    await records.deleteMany({});
    await records.insertMany(whole);
    expect(await verify(service)).toMatchObject({ ok: true, records: whole.length });
  });
});

describe('two writers on one database', () => {
  it('make one chain without gaps', async () => {
    const prefix = `aigaqtest_${randomBytes(4).toString('hex')}`;
    const [first, second] = [await start(prefix), await start(prefix)];
    const events = Array.from({ length: 60 }, () => told('AssignmentSubmitted'));
    // Each hears most of it, and a third of it reaches both.
    await Promise.all([
      ...events.filter((_, number) => number % 3 !== 0).map((event) => first.tell(event)),
      ...events.filter((_, number) => number % 3 !== 1).map((event) => second.tell(event)),
    ]);
    await first.tell(...country());
    await auditorKnown(second);
    expect(await verify(second)).toMatchObject({ ok: true, records: 60 + country().length });
    const eventIds = await recordsOf(first).find({}, { projection: { eventId: 1 } }).toArray();
    expect(new Set(eventIds.map(({ eventId }) => eventId)).size).toBe(60 + country().length);
    await second.app.close();
    await first.stop();
  }, 60_000);
});

/** The second process keeps what it knew of a person for two seconds. */
function auditorKnown(service: TestService): Promise<void> {
  return service.eventually(async () => expect((await auditor(service).get(RECORDS)).status).toBe(200));
}
