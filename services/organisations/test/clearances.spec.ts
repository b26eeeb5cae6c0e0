import { ClearanceEndedSchema, ClearanceGrantedSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { MembershipsService } from '../src/memberships/memberships.service.js';
import { DISTRICT, type House, invite, membershipOf, REGION, startHouse, TODAY, TOMORROW, YESTERDAY } from './house.js';

const CLEARANCES = '/api/organisations/clearances';
const BASIS = 'Приказ № 7 от 01.10.2026';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 180_000);
afterAll(() => house.service.stop());

type Person = { id: string; name: string };
const as = (person: Person) => house.service.as(person);
const grant = (personId: string, fields: object = {}, by: Person = PEOPLE.admin) =>
  as(by).post(CLEARANCES, { personId, organisationId: DISTRICT, secrecy: 'restricted', from: TODAY, basis: BASIS, ...fields });
const end = (id: string, by: Person = PEOPLE.admin) => as(by).post(`${CLEARANCES}/${encodeURIComponent(id)}/end`, { reason: 'Переведён' });
const clearedOf = async ({ id, name }: Person) => (await house.service.app.get(MembershipsService).actorOf(id, name)).cleared;

describe('a name list', () => {
  it('has those of the demonstration, by reason of secrecy', async () => {
    const { items } = (await as(PEOPLE.admin).get(`${CLEARANCES}?secrecy=tax`)).body;
    expect(items.map(({ person }: { person: Person }) => person.id).sort()).toEqual([PEOPLE.curator.id, PEOPLE.coordinator.id].sort());
    expect(await clearedOf(PEOPLE.coordinator)).toEqual(['restricted', 'tax']);
    expect(await clearedOf(PEOPLE.executor2)).toEqual([]);
  });

  it('clears the person from the first day on, and not after the end', async () => {
    const person = await invite(house);
    const { status, body } = await grant(person.id);
    expect([status, body]).toEqual([
      201,
      {
        id: `${person.id}:${DISTRICT}:restricted`,
        person: { id: person.id, name: person.name },
        secrecy: 'restricted',
        organisation: expect.objectContaining({ id: DISTRICT }),
        from: TODAY,
        until: null,
        basis: BASIS,
      },
    ]);
    expect(await clearedOf(person)).toEqual(['restricted']);
    expect((await grant(person.id, { secrecy: 'tax', from: TOMORROW })).status).toBe(201);
    expect(await clearedOf(person)).toEqual(['restricted']);
    expect((await end(body.id)).body.until).toBe(YESTERDAY);
    expect(await clearedOf(person)).toEqual([]);
    expect((await end(body.id)).body).toMatchObject({ status: 409, code: 'clearance.already_ended' });
    expect((await grant(person.id)).status).toBe(201);
    await house.service.eventually(() => {
      expect(house.service.told(ClearanceGrantedSchema).filter(({ personId }) => personId === person.id)).toHaveLength(3);
      expect(house.service.told(ClearanceEndedSchema)).toContainEqual(expect.objectContaining({ clearanceId: body.id, until: YESTERDAY, reason: 'Переведён' }));
    });
  });

  it('loses the person with the last role in the body, for good', async () => {
    const person = await invite(house);
    await grant(person.id);
    const memberships = '/api/organisations/memberships';
    await as(PEOPLE.coordinator).post(`${memberships}/${membershipOf(person.id)}/end`, { reason: 'Перевод' });
    await as(PEOPLE.coordinator).post(memberships, { personId: person.id, organisationId: DISTRICT, role: 'executor', from: TODAY });
    expect(await clearedOf(person)).toEqual([]);
    await house.service.eventually(() => expect(house.service.told(ClearanceEndedSchema)).toContainEqual(expect.objectContaining({ personId: person.id })));
  });

  it('has a person once, whoever asks at the same moment', async () => {
    const person = await invite(house);
    const answers = await Promise.all([1, 2, 3].map(() => grant(person.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is paged', async () => {
    const { body } = await as(PEOPLE.admin).get(`${CLEARANCES}?limit=2`);
    const next = (await as(PEOPLE.admin).get(`${CLEARANCES}?limit=100&cursor=${encodeURIComponent(body.nextCursor)}`)).body;
    expect(body.items).toHaveLength(2);
    expect(next.items.length).toBeGreaterThan(2);
    expect(next.items[0].id > body.items[1].id).toBe(true);
  });

  it.each<[number, string, string, object?, Person?]>([
    [403, 'act.forbidden', PEOPLE.executor.id, {}, PEOPLE.coordinator],
    [403, 'act.forbidden', PEOPLE.executor.id, {}, PEOPLE.curator],
    [403, 'clearance.own_person', PEOPLE.admin.id, { organisationId: 'agency' }],
    [404, 'account.not_found', 'nobody'],
    [400, 'clearance.no_membership', PEOPLE.executor.id, { organisationId: REGION }],
    [400, 'clearance.wrong_dates', PEOPLE.executor2.id, { until: '2026-01-01' }],
    [409, 'clearance.already_granted', PEOPLE.executor.id],
    [400, 'request.invalid', PEOPLE.executor2.id, { secrecy: 'all' }],
  ])('is refused: %s %s', async (status, code, personId, ...[fields, by]) => {
    expect((await grant(personId, fields, by)).body).toMatchObject({ status, code });
  });

  it('is for nobody else to see or to change', async () => {
    const line = `${PEOPLE.executor.id}:${DISTRICT}:restricted`;
    for (const by of [PEOPLE.coordinator, PEOPLE.auditor, PEOPLE.executor]) {
      expect((await as(by).get(CLEARANCES)).body).toMatchObject({ status: 403, code: 'act.forbidden' });
      expect((await end(line, by)).body).toMatchObject({ status: 403, code: 'act.forbidden' });
    }
    expect((await end('nothing')).body).toMatchObject({ status: 404, code: 'clearance.not_found' });
  });
});
