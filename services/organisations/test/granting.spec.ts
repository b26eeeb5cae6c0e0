import { MembershipEndedSchema, MembershipGrantedSchema, MembershipHandedOverSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { DISTRICT, ENTITY, FOREIGN_DISTRICT, type House, invite, membershipOf, REGION, startHouse, TODAY, TOMORROW, YESTERDAY } from './house.js';

const MEMBERSHIPS = '/api/organisations/memberships';
const WHY = { reason: 'Перевод' };

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 180_000);
afterAll(() => house.service.stop());

type Person = { id: string; name: string };
const as = (person: Person) => house.service.as(person);
const grant = (by: Person, personId: string, organisationId = DISTRICT, role = 'executor', fields: object = {}) =>
  as(by).post(MEMBERSHIPS, { personId, organisationId, role, from: TODAY, ...fields });
const end = (by: Person, id: string, fields: object = {}) => as(by).post(`${MEMBERSHIPS}/${encodeURIComponent(id)}/end`, { ...WHY, ...fields });
const handOver = (by: Person, id: string, toPersonId: string, from = TODAY) =>
  as(by).post(`${MEMBERSHIPS}/${encodeURIComponent(id)}/hand-over`, { ...WHY, toPersonId, from });
const rolesOf = async (person: Person): Promise<string[]> =>
  (await as(person).get('/api/organisations/me')).body.memberships.map((held: { role: string; organisation: { id: string } }) => `${held.role} ${held.organisation.id}`);

describe('giving a role', () => {
  it('is in force at once, known to the identity server and told', async () => {
    const person = await invite(house);
    const { status, body } = await grant(PEOPLE.coordinator, person.id, REGION, 'ethics-officer');
    expect([status, body.id, body.inForce, body.mayEnd]).toEqual([201, membershipOf(person.id, REGION, 'ethics-officer'), true, true]);
    expect((await rolesOf(person)).sort()).toEqual([`ethics-officer ${REGION}`, `executor ${DISTRICT}`]);
    expect(house.identity.accounts.get(person.id)?.roles).toEqual(['ethics-officer', 'executor']);
    await house.service.eventually(() =>
      expect(house.service.told(MembershipGrantedSchema)).toContainEqual(expect.objectContaining({ membershipId: body.id, email: person.username + '@example.kz', until: '' })),
    );
  });

  it('of the next day begins on the next day', async () => {
    const person = await invite(house);
    const { body } = await grant(PEOPLE.coordinator, person.id, ENTITY, 'compliance-officer', { from: TOMORROW });
    expect(body.inForce).toBe(false);
    expect(await rolesOf(person)).toEqual([`executor ${DISTRICT}`]);
  });

  it('again, after its end, goes under the same id with new dates', async () => {
    const person = await invite(house);
    await end(PEOPLE.coordinator, membershipOf(person.id));
    const { body } = await grant(PEOPLE.coordinator, person.id, DISTRICT, 'executor', { until: '2026-12-31' });
    expect(body).toMatchObject({ id: membershipOf(person.id), from: TODAY, until: '2026-12-31', inForce: true });
    expect((await grant(PEOPLE.coordinator, person.id, DISTRICT, 'executor', { until: '2027-12-31' })).body.until).toBe('2027-12-31');
  });

  it('happens once when two ask at the same moment', async () => {
    const person = await invite(house);
    const answers = await Promise.all([1, 2, 3].map(() => grant(PEOPLE.coordinator, person.id, REGION, 'executor')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('membership.already_held');
  });

  it.each<[number, string, Person, string, string, string, object?]>([
    [403, 'membership.own_person', PEOPLE.coordinator, PEOPLE.coordinator.id, DISTRICT, 'executor'],
    [403, 'membership.own_person', PEOPLE.admin, PEOPLE.admin.id, 'agency', 'auditor'],
    // A second membership does not help: what he is in the region he may not use for himself.
    [403, 'membership.own_person', PEOPLE.both, PEOPLE.both.id, DISTRICT, 'coordinator'],
    [403, 'membership.not_grantable', PEOPLE.coordinator, PEOPLE.executor.id, REGION, 'coordinator'],
    [403, 'membership.not_grantable', PEOPLE.coordinator, PEOPLE.executor.id, DISTRICT, 'agency-admin'],
    [403, 'membership.not_grantable', PEOPLE.coordinator, PEOPLE.executor.id, DISTRICT, 'compliance-officer'],
    [403, 'membership.not_grantable', PEOPLE.admin, PEOPLE.executor.id, DISTRICT, 'curator'],
    [403, 'membership.not_grantable', PEOPLE.admin, PEOPLE.curator.id, 'agency', 'coordinator'],
    [404, 'body.not_found', PEOPLE.coordinator, PEOPLE.executor.id, 'agency', 'coordinator'],
    [404, 'body.not_found', PEOPLE.coordinator, PEOPLE.executor.id, 'akimat-zhambyl', 'executor'],
    [404, 'body.not_found', PEOPLE.coordinator, PEOPLE.executor.id, 'akimat-nowhere', 'executor'],
    [404, 'account.not_found', PEOPLE.coordinator, PEOPLE.stranger.id, DISTRICT, 'executor'],
    [404, 'account.not_found', PEOPLE.coordinator, PEOPLE.admin.id, DISTRICT, 'executor'],
    [403, 'act.forbidden', PEOPLE.head, PEOPLE.executor.id, REGION, 'executor'],
    [403, 'act.forbidden', PEOPLE.auditor, PEOPLE.executor.id, REGION, 'executor'],
    [400, 'membership.wrong_dates', PEOPLE.coordinator, PEOPLE.executor.id, REGION, 'executor', { until: '2026-01-01' }],
    [400, 'membership.end_in_the_past', PEOPLE.coordinator, PEOPLE.executor.id, DISTRICT, 'executor', { from: '2026-01-01', until: '2026-10-01' }],
    [400, 'request.invalid', PEOPLE.coordinator, PEOPLE.executor.id, REGION, 'king'],
  ])('is refused: %s %s', async (status, code, by, personId, organisationId, role, ...[fields]) => {
    expect((await grant(by, personId, organisationId, role, fields)).body).toMatchObject({ status, code });
  });

  it('is refused to a person whose account is deactivated', async () => {
    const person = await invite(house);
    await as(PEOPLE.coordinator).post(`/api/organisations/accounts/${person.id}/deactivate`, WHY);
    expect((await grant(PEOPLE.coordinator, person.id)).body).toMatchObject({ status: 409, code: 'account.deactivated' });
  });
});

describe('ending a role', () => {
  it('takes it away today, and is told', async () => {
    const person = await invite(house);
    const { status, body } = await end(PEOPLE.coordinator, membershipOf(person.id));
    expect([status, body.until, body.inForce, body.mayEnd]).toEqual([200, YESTERDAY, false, false]);
    expect(await rolesOf(person)).toEqual([]);
    expect(house.identity.accounts.get(person.id)).toMatchObject({ enabled: true, roles: [], groups: [] });
    await house.service.eventually(() =>
      expect(house.service.told(MembershipEndedSchema)).toContainEqual(expect.objectContaining({ membershipId: body.id, until: YESTERDAY, reason: 'Перевод' })),
    );
    expect((await end(PEOPLE.coordinator, membershipOf(person.id))).body).toMatchObject({ status: 409, code: 'membership.already_ended' });
  });

  it('on a later day leaves it until then', async () => {
    const person = await invite(house);
    expect((await end(PEOPLE.coordinator, membershipOf(person.id), { until: TOMORROW })).body).toMatchObject({ until: TOMORROW, inForce: true });
    expect((await end(PEOPLE.coordinator, membershipOf(person.id), { until: '2026-12-01' })).body).toMatchObject({ status: 400, code: 'membership.wrong_dates' });
    expect((await end(PEOPLE.coordinator, membershipOf(person.id), { until: '2026-10-01' })).body).toMatchObject({ status: 400, code: 'membership.end_in_the_past' });
  });

  it.each<[number, string, Person, string]>([
    [403, 'membership.own_person', PEOPLE.coordinator, membershipOf(PEOPLE.coordinator.id, REGION, 'coordinator')],
    [403, 'membership.own_person', PEOPLE.both, membershipOf(PEOPLE.both.id)],
    [403, 'membership.not_grantable', PEOPLE.coordinator, membershipOf(PEOPLE.both.id, REGION, 'coordinator')],
    [404, 'membership.not_found', PEOPLE.coordinator, membershipOf(PEOPLE.stranger.id, FOREIGN_DISTRICT)],
    [404, 'membership.not_found', PEOPLE.coordinator, membershipOf(PEOPLE.admin.id, 'agency', 'agency-admin')],
    [404, 'membership.not_found', PEOPLE.coordinator, 'nobody'],
    [403, 'act.forbidden', PEOPLE.executor, membershipOf(PEOPLE.executor2.id)],
  ])('is refused: %s %s', async (status, code, by, id) => {
    expect((await end(by, id)).body).toMatchObject({ status, code });
  });
});

describe('handing a role over', () => {
  it('gives it to the receiver and ends it for the giver', async () => {
    const [giver, receiver] = [await invite(house), await invite(house, { role: 'head' })];
    const { status, body } = await handOver(PEOPLE.coordinator, membershipOf(giver.id), receiver.id);
    expect([status, body.id, body.from, body.inForce]).toEqual([200, membershipOf(receiver.id), TODAY, true]);
    expect(await rolesOf(giver)).toEqual([]);
    expect(await rolesOf(receiver)).toContain(`executor ${DISTRICT}`);
    expect(house.identity.accounts.get(giver.id)?.roles).toEqual([]);
    await house.service.eventually(() =>
      expect(house.service.told(MembershipHandedOverSchema)).toContainEqual(
        expect.objectContaining({ membershipId: body.id, fromPersonId: giver.id, toPersonId: receiver.id, organisationId: DISTRICT, role: 'executor', from: TODAY, reason: 'Перевод' }),
      ),
    );
  });

  it.each<[number, string, Person, string, string, string?]>([
    [403, 'membership.own_person', PEOPLE.coordinator, membershipOf(PEOPLE.executor2.id), PEOPLE.coordinator.id],
    [403, 'membership.own_person', PEOPLE.coordinator, membershipOf(PEOPLE.coordinator.id, REGION, 'coordinator'), PEOPLE.executor.id],
    [403, 'membership.not_grantable', PEOPLE.coordinator, membershipOf(PEOPLE.both.id, REGION, 'coordinator'), PEOPLE.executor.id],
    [404, 'membership.not_found', PEOPLE.coordinator, membershipOf(PEOPLE.stranger.id, FOREIGN_DISTRICT), PEOPLE.executor.id],
    [404, 'account.not_found', PEOPLE.coordinator, membershipOf(PEOPLE.executor2.id), PEOPLE.stranger.id],
    [404, 'account.not_found', PEOPLE.coordinator, membershipOf(PEOPLE.executor2.id), '00000000-0000-4000-8000-000000000000'],
    [409, 'membership.already_held', PEOPLE.coordinator, membershipOf(PEOPLE.executor2.id), PEOPLE.executor.id],
    [409, 'membership.already_held', PEOPLE.coordinator, membershipOf(PEOPLE.executor2.id), PEOPLE.executor2.id],
    [400, 'membership.end_in_the_past', PEOPLE.coordinator, membershipOf(PEOPLE.executor2.id), PEOPLE.head.id, '2026-10-01'],
  ])('is refused: %s %s', async (status, code, by, id, to, ...[from]) => {
    expect((await handOver(by, id, to, from)).body).toMatchObject({ status, code });
  });
});

describe('the last administrator', () => {
  const own = membershipOf(PEOPLE.admin.id, 'agency', 'agency-admin');
  const administrator = async (): Promise<Person & { membership: string }> => {
    const person = await invite(house, { organisationId: 'agency', role: 'agency-admin' });
    return { ...person, membership: membershipOf(person.id, 'agency', 'agency-admin') };
  };

  // The demonstration has a second one.
  beforeAll(async () => {
    const second = membershipOf('a19a9000-0000-4000-8000-000000000019', 'agency', 'agency-admin');
    expect((await end(PEOPLE.admin, second)).status).toBe(200);
  });

  it('stays, even when two end each other at the same moment', async () => {
    const other = await administrator();
    const answers = await Promise.all([end(PEOPLE.admin, other.membership), end(other, own)]);
    const codes = answers.map(({ status, body }) => body.code ?? status);
    expect(codes.filter((code) => code === 200).length).toBe(1);
    const [left, gone] = codes[1] === 200 ? [other, PEOPLE.admin] : [PEOPLE.admin, other];
    expect([await rolesOf(left), await rolesOf(gone)]).toEqual([['agency-admin agency'], []]);
    // So that there is one for the tests below.
    expect((await grant(left, gone.id, 'agency', 'agency-admin')).status).toBe(201);
    house.service.clock.set(new Date(house.service.clock.now().getTime() + 61_000));
    expect((await end(PEOPLE.admin, other.membership)).status).toBe(200);
  });

  it('cannot be ended, dated, handed to nobody or deactivated', async () => {
    const other = await administrator();
    // The other one is dated, so the first is the last without an end.
    expect((await grant(PEOPLE.admin, other.id, 'agency', 'agency-admin', { until: '2026-12-31' })).status).toBe(201);
    expect((await end(other, own)).body).toMatchObject({ status: 409, code: 'membership.last_administrator' });
    expect((await end(other, own, { until: '2027-01-01' })).body).toMatchObject({ status: 409, code: 'membership.last_administrator' });
    expect((await grant(other, PEOPLE.admin.id, 'agency', 'agency-admin', { until: '2027-01-01' })).body).toMatchObject({ status: 409, code: 'membership.last_administrator' });
    const deactivated = await as(other).post(`/api/organisations/accounts/${PEOPLE.admin.id}/deactivate`, WHY);
    expect(deactivated.body).toMatchObject({ status: 409, code: 'membership.last_administrator' });
    expect(await rolesOf(PEOPLE.admin)).toEqual(['agency-admin agency']);
  });
});
