import { readFileSync } from 'node:fs';
import type { AuditRecordView } from '@aigaq/api';
import { ObjectReadSchema } from '@aigaq/contracts';
import { country, fact, PEOPLE } from '@aigaq/testing';
import { AuditHouse, ASSIGNMENT, RECORDS, told } from './house.js';

const ALL = ['CardImported', 'CardDatesSet', 'CardPublished', 'RolloutStarted', 'AssignmentsOpened', 'AssignmentSubmitted', 'AssignmentReturned', 'AssignmentPassedOn', 'AssignmentAccepted'];
const LATER = '2026-05-20T04:30:00.000Z';

describe('the record', () => {
  let house: AuditHouse;
  let before = 0;

  beforeAll(async () => {
    house = await AuditHouse.open();
    await house.service.tell(...country().map((each) => ({ ...each, time: '2026-05-19T04:00:00.000Z' })));
    before = (await house.verify()).records;
  }, 60_000);
  afterAll(() => house.close());

  it('takes every fact of every service, once', async () => {
    expect(before).toBe(country().length);
    const events = ALL.map((name, place) => told(name, { time: `2026-05-20T04:00:0${place}.000Z` }));
    await house.service.tell(...events, ...events);
    expect(await house.verify()).toMatchObject({ ok: true, records: before + ALL.length, brokenAt: null });
    const items = await house.list();
    expect(items.slice(0, ALL.length).map(({ type }) => type)).toEqual([...ALL].reverse());
  });

  it('says who did what, under which role, for which body, what changed, why and from where', async () => {
    const record = {
      under: { organisationId: 'akimat-kostanay', role: 'coordinator' as const },
      organisationId: 'akimat-kostanay-auliekol',
      changes: [{ field: 'status', before: 'submitted', after: 'returned' }],
      reason: 'no_signature: Нет подписи',
      from: { address: '10.20.30.40', agent: 'Firefox/140' },
    };
    await house.service.tell(told('AssignmentReturned', { by: PEOPLE.coordinator, time: LATER, key: 'returned', record }));
    const { payload } = JSON.parse(readFileSync(new URL('../../../proto/tasks/v1/samples/AssignmentReturned.json', import.meta.url), 'utf8'));
    const name = { kk: expect.any(String), ru: expect.any(String) };
    expect(await house.list('&thingId=returned')).toEqual([
      {
        partition: expect.any(Number),
        number: expect.any(Number),
        time: LATER,
        recordedAt: '2026-05-20T05:00:00.000Z',
        type: 'AssignmentReturned',
        actor: { id: PEOPLE.coordinator.id, name: PEOPLE.coordinator.name },
        under: { ...record.under, organisation: { id: 'akimat-kostanay', kind: 'akimat-region', name } },
        organisationId: record.organisationId,
        organisation: { id: record.organisationId, kind: 'akimat-district', name },
        thingId: 'returned',
        changes: record.changes,
        reason: record.reason,
        from: record.from,
        correlationId: expect.any(String),
        payload,
        previousHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('takes a read for a fact about the thing that was shown', async () => {
    const read = { actorId: PEOPLE.head.id, actorName: PEOPLE.head.name, act: 'read', thing: 'assignment', thingId: ASSIGNMENT };
    await house.service.tell(fact(ObjectReadSchema, read, { key: 'some-read', actor: PEOPLE.head, time: new Date(LATER) }));
    const items = await house.list(`&thingId=${encodeURIComponent(ASSIGNMENT)}`);
    expect(items.map(({ type }) => type)).toEqual(['ObjectRead', 'AssignmentAccepted', 'AssignmentPassedOn', 'AssignmentReturned', 'AssignmentSubmitted']);
    expect(new Set(items.map(({ partition }) => partition)).size).toBe(1);
    expect(items.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4].map((place) => (items[0]?.number ?? 0) - place));
  });

  const [family = ''] = PEOPLE.head.name.split(' ').slice(-1);
  it.each([
    ['what a person did', `&actorId=${PEOPLE.head.id}`, 1],
    ['a person by the beginning of a name', `&person=${encodeURIComponent(family.slice(0, 4).toLowerCase())}`, 1],
    ['a person by both names, turned round', `&person=${encodeURIComponent(PEOPLE.head.name.split(' ').reverse().join(' '))}`, 1],
    ['a person by the id', `&person=${PEOPLE.head.id}`, 1],
    ['nothing of an unknown person', '&person=Нетакого', 0],
    ['acts of one kind', '&type=CardPublished', 1],
    ['acts of several kinds', '&type=CardPublished,CardDatesSet,ObjectRead', 3],
    ['acts of one kind by its full name', '&type=aigaq.tasks.v1.CardPublished', 1],
    ['what a person did of one kind', `&type=ObjectRead&actorId=${PEOPLE.executor.id}`, 0],
    ['what concerns a body', '&organisationId=akimat-kostanay-auliekol&type=AssignmentReturned', 2],
    ['what a person did for a body', `&organisationId=akimat-kostanay-auliekol&actorId=${PEOPLE.coordinator.id}`, 1],
    ['a period', '&from=2026-05-20&to=2026-05-20&type=AssignmentReturned', 2],
    ['nothing of another period', '&from=2026-05-21', 0],
    ['nothing before', '&to=2026-05-18', 0],
    ['a day by the clock of Almaty', '&from=2026-05-19&to=2026-05-19&type=CardPublished', 0],
    ['nothing of an unknown kind', '&type=Published', 0],
    ['nothing of an unknown thing', '&thingId=none', 0],
  ])('finds %s', async (_, query, found) => expect(await house.list(query)).toHaveLength(found));

  it.each(['&from=20.05.2026', '&colour=red', `&type=${'A,'.repeat(30)}`])('refuses the question %s', async (query) =>
    expect(await house.get(`${RECORDS}?${query.slice(1)}`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } }),
  );

  it.each(['', '&type=AssignmentSubmitted,AssignmentAccepted,MembershipGranted,OrganisationRegistered'])('is shown page by page, newest first%s', async (query) => {
    const whole = await house.list(query);
    const pages: AuditRecordView[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await house.get(`${RECORDS}?limit=7${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      pages.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(pages.slice(0, 100)).toEqual(whole);
    expect(pages.map(({ time }) => time)).toEqual(pages.map(({ time }) => time).sort().reverse());
    expect(new Set(pages.map(({ hash }) => hash)).size).toBe(pages.length);
  });

  it.each(['admin', 'analyst', 'curator', 'head', 'executor'] as const)('is not for the %s', async (name) => {
    const refused = { status: 403, body: { code: 'act.forbidden' } };
    expect(await house.service.as(PEOPLE[name]).get(RECORDS)).toMatchObject(refused);
    expect(await house.service.as(PEOPLE[name]).get('/api/audit/export')).toMatchObject(refused);
    expect(await house.service.as(PEOPLE[name]).get('/api/audit/roots')).toMatchObject(refused);
    expect(await house.service.as(PEOPLE[name]).get('/api/audit/roots/2026-05-19/file')).toMatchObject(refused);
    expect(await house.service.as(PEOPLE[name]).post('/api/audit/verification', {})).toMatchObject(refused);
  });

  it('is not for anybody without a token', async () => {
    expect((await house.service.anybody().get(RECORDS)).status).toBe(401);
  });

  it('keeps those beside a fact that cannot be stored', async () => {
    const bad = { ...told('AssignmentSubmitted', { key: 'bad' }), payload: { text: 'x'.repeat(17_000_000) } };
    const good = Array.from({ length: 20 }, (_, number) => told('AssignmentSubmitted', { key: `beside ${number}` }));
    const tellings = [bad, ...good].map((each) => house.service.tell(each));
    const results = await Promise.allSettled(tellings);
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    expect(await house.list('&thingId=beside%2019')).toHaveLength(1);
    expect(await house.verify()).toMatchObject({ ok: true });
  }, 60_000);
});

describe('two writers on one database', () => {
  it('make chains without gaps', async () => {
    const prefix = AuditHouse.newPrefix();
    const [first, second] = [await AuditHouse.open({ prefix }), await AuditHouse.open({ prefix })];
    const events = Array.from({ length: 120 }, (_, number) => told('AssignmentSubmitted', { key: `thing ${number % 40}` }));
    // Each hears most of it, and a third of it reaches both.
    await Promise.all([
      ...events.filter((_, number) => number % 3 !== 0).map((event) => first.service.tell(event)),
      ...events.filter((_, number) => number % 3 !== 1).map((event) => second.service.tell(event)),
    ]);
    await first.service.tell(...country());
    // The second process keeps what it knew of a person for two seconds.
    await second.service.eventually(async () => expect((await second.get(RECORDS)).status).toBe(200));
    const verified = await second.verify();
    expect(verified).toMatchObject({ ok: true, records: 120 + country().length });
    const eventIds: { eventId: string }[] = await first.collection('audit_records').find({}, { projection: { eventId: 1 } }).toArray();
    expect(new Set(eventIds.map(({ eventId }) => eventId)).size).toBe(120 + country().length);
    await second.close({ keepData: true });
    await first.close();
  }, 60_000);
});
