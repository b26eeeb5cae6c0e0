import { AccountOpenedSchema, AccountStatusChangedSchema, MembershipEndedSchema, MembershipGrantedSchema, ObjectReadSchema, TemporaryPasswordSetSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { DISTRICT, FOREIGN_DISTRICT, type House, invite, membershipOf, newPerson, REGION, startHouse, TODAY, TOMORROW, YESTERDAY } from './house.js';

const ACCOUNTS = '/api/organisations/accounts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 180_000);
afterAll(() => house.service.stop());

const as = (person: { id: string; name: string }) => house.service.as(person);
const cardOf = async (id: string) => (await as(PEOPLE.admin).get(`${ACCOUNTS}/${id}`)).body;

describe('inviting a person', () => {
  it('enters him, gives the first role and makes the account of the identity server', async () => {
    const { status, body } = await as(PEOPLE.coordinator).post(ACCOUNTS, newPerson({ username: 'a.kasymova', email: 'A.Kasymova@example.kz' }));
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      username: 'a.kasymova',
      name: 'Әлия Қасымова',
      email: 'A.Kasymova@example.kz',
      status: 'invited',
      provisioned: true,
      memberships: [
        {
          id: membershipOf(body.id),
          person: { id: body.id, name: 'Әлия Қасымова' },
          organisation: expect.objectContaining({ id: DISTRICT }),
          role: 'executor',
          from: TODAY,
          until: null,
          inForce: true,
          mayEnd: true,
        },
      ],
    });
    expect(house.identity.accounts.get(body.id)).toEqual({
      id: body.id,
      username: 'a.kasymova',
      firstName: 'Әлия',
      lastName: 'Қасымова',
      email: 'A.Kasymova@example.kz',
      locale: 'kk',
      enabled: true,
      roles: ['executor'],
      groups: ['akimat'],
    });
    await house.service.eventually(() => {
      expect(house.service.told(AccountOpenedSchema)).toContainEqual(expect.objectContaining({ personId: body.id, username: 'a.kasymova', organisationId: DISTRICT }));
      expect(house.service.told(MembershipGrantedSchema)).toContainEqual(expect.objectContaining({ personId: body.id, organisationId: DISTRICT, role: 'executor' }));
    });
  });

  it('is active from the first visit on, and remembers the day', async () => {
    const person = await invite(house);
    await as(person).get('/api/organisations/me');
    expect((await cardOf(person.id)).status).toBe('active');
    await as(person).get('/api/organisations/me');
    await house.service.eventually(() =>
      expect(house.service.told(AccountStatusChangedSchema).filter(({ personId }) => personId === person.id)).toEqual([expect.objectContaining({ status: 'active' })]),
    );
  });

  it.each([
    [409, 'account.username_taken', PEOPLE.coordinator, { username: 'executor' }],
    [409, 'account.email_taken', PEOPLE.coordinator, { email: 'EXECUTOR@example.kz' }],
    [400, 'membership.wrong_dates', PEOPLE.coordinator, { until: '2026-10-01' }],
    [404, 'body.not_found', PEOPLE.coordinator, { organisationId: FOREIGN_DISTRICT }],
    [404, 'body.not_found', PEOPLE.coordinator, { organisationId: 'agency' }],
    [404, 'body.not_found', PEOPLE.admin, { organisationId: 'akimat-nowhere' }],
    [403, 'membership.not_grantable', PEOPLE.coordinator, { organisationId: REGION, role: 'coordinator' }],
    [403, 'membership.not_grantable', PEOPLE.coordinator, { role: 'curator' }],
    [403, 'act.forbidden', PEOPLE.executor, {}],
    [403, 'act.forbidden', PEOPLE.head, {}],
    [400, 'request.invalid', PEOPLE.coordinator, { id: 'mine' }],
  ])('is refused: %s %s', async (status, code, by, fields) => {
    const before = house.identity.accounts.size;
    expect((await as(by).post(ACCOUNTS, newPerson(fields))).body).toMatchObject({ status, code });
    expect(house.identity.accounts.size).toBe(before);
  });

  it('gives a user name once, whoever asks at the same moment', async () => {
    const wanted = newPerson({ username: 'twice' });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => as(PEOPLE.coordinator).post(ACCOUNTS, { ...wanted, email: `twice-${n}@example.kz` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('looking at people', () => {
  const names = async (by: { id: string; name: string }, query = ''): Promise<string[]> =>
    (await as(by).get(`${ACCOUNTS}?limit=100${query}`)).body.items.map(({ username }: { username: string }) => username);

  it('shows each the people of the bodies that he answers for', async () => {
    const region = await names(PEOPLE.coordinator);
    expect(region).toEqual(expect.arrayContaining(['executor', 'executor2', 'both', 'head', 'compliance']));
    expect(region.filter((name) => ['stranger', 'stranger-coordinator', 'admin', 'ministry'].includes(name))).toEqual([]);
    expect((await names(PEOPLE.strangerCoordinator)).sort()).toEqual(['stranger', 'stranger-coordinator']);
    expect(await names(PEOPLE.auditor)).toEqual(expect.arrayContaining(['admin', 'stranger', 'executor']));
  });

  it('finds by body, words and status, and shows nothing of a foreign body', async () => {
    expect(await names(PEOPLE.coordinator, `&organisationId=${DISTRICT}&status=active`)).toEqual(expect.arrayContaining(['executor', 'executor2', 'both']));
    expect(await names(PEOPLE.coordinator, `&organisationId=${FOREIGN_DISTRICT}`)).toEqual([]);
    expect(await names(PEOPLE.coordinator, `&search=${encodeURIComponent('төлеубаев асқар')}`)).toEqual(['executor']);
    expect(await names(PEOPLE.coordinator, '&search=.*')).toEqual([]);
    expect(await names(PEOPLE.coordinator, '&status=deactivated')).toEqual([]);
  });

  it('pages by name, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await as(PEOPLE.admin).get(`${ACCOUNTS}?limit=4${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(Object.keys(PEOPLE).length);
  });

  it('shows one person without his roles elsewhere, and records the look', async () => {
    const both = await invite(house, { organisationId: FOREIGN_DISTRICT });
    await as(PEOPLE.admin).post('/api/organisations/memberships', { personId: both.id, organisationId: DISTRICT, role: 'executor', from: TODAY });
    const { body } = await as(PEOPLE.coordinator).get(`${ACCOUNTS}/${both.id}`);
    expect(body.memberships.map(({ organisation }: { organisation: { id: string } }) => organisation.id)).toEqual([DISTRICT]);
    await house.service.eventually(() =>
      expect(house.service.told(ObjectReadSchema)).toContainEqual(expect.objectContaining({ actorId: PEOPLE.coordinator.id, thing: 'account', thingId: both.id })),
    );
  });

  it('says «not found» of foreign people, and «forbidden» to who sees nobody', async () => {
    expect((await as(PEOPLE.coordinator).get(`${ACCOUNTS}/${PEOPLE.stranger.id}`)).body).toMatchObject({ status: 404, code: 'account.not_found' });
    expect((await as(PEOPLE.executor).get(ACCOUNTS)).body).toMatchObject({ status: 403, code: 'act.forbidden' });
    expect((await as(PEOPLE.executor).get(`${ACCOUNTS}/${PEOPLE.executor2.id}`)).body).toMatchObject({ status: 403, code: 'act.forbidden' });
  });
});

describe('deactivating a person', () => {
  const reason = { reason: 'Уволен' };
  const path = (id: string, act: string) => `${ACCOUNTS}/${id}/${act}`;

  it('ends all roles at once and closes the account of the identity server', async () => {
    const person = await invite(house);
    await as(PEOPLE.coordinator).post('/api/organisations/memberships', { personId: person.id, organisationId: REGION, role: 'executor', from: TOMORROW });
    const { status, body } = await as(PEOPLE.coordinator).post(path(person.id, 'deactivate'), reason);
    expect([status, body.status, body.provisioned]).toEqual([200, 'deactivated', true]);
    expect(body.memberships.map(({ until }: { until: string }) => until)).toEqual([YESTERDAY, YESTERDAY]);
    expect(house.identity.accounts.get(person.id)).toMatchObject({ enabled: false, roles: [], groups: [] });
    expect((await as(person).get('/api/organisations/me')).body).toMatchObject({ memberships: [], acts: [] });
    await house.service.eventually(() => {
      expect(house.service.told(AccountStatusChangedSchema)).toContainEqual(expect.objectContaining({ personId: person.id, status: 'deactivated', reason: 'Уволен' }));
      expect(house.service.told(MembershipEndedSchema).filter(({ personId }) => personId === person.id)).toHaveLength(2);
    });
    expect((await as(PEOPLE.coordinator).post(path(person.id, 'deactivate'), reason)).body).toMatchObject({ status: 409, code: 'account.deactivated' });
    expect((await as(PEOPLE.coordinator).post(path(person.id, 'temporary-password'), {})).body).toMatchObject({ status: 409, code: 'account.deactivated' });
  });

  it('can be undone, without the roles', async () => {
    const person = await invite(house);
    expect((await as(PEOPLE.coordinator).post(path(person.id, 'activate'), {})).body).toMatchObject({ status: 409, code: 'account.not_deactivated' });
    await as(PEOPLE.coordinator).post(path(person.id, 'deactivate'), reason);
    const { body } = await as(PEOPLE.coordinator).post(path(person.id, 'activate'), {});
    expect([body.status, body.memberships[0].inForce]).toEqual(['invited', false]);
    expect(house.identity.accounts.get(person.id)).toMatchObject({ enabled: true, roles: [] });
    const again = { personId: person.id, organisationId: DISTRICT, role: 'executor', from: TODAY };
    expect((await as(PEOPLE.coordinator).post('/api/organisations/memberships', again)).status).toBe(201);
  });

  it('is for who may give every role that the person holds', async () => {
    const elsewhere = await invite(house);
    await as(PEOPLE.admin).post('/api/organisations/memberships', { personId: elsewhere.id, organisationId: FOREIGN_DISTRICT, role: 'executor', from: TODAY });
    const peer = await invite(house, { organisationId: REGION, role: 'coordinator' });
    for (const act of ['deactivate', 'temporary-password']) {
      const body = act === 'deactivate' ? reason : {};
      expect((await as(PEOPLE.coordinator).post(path(elsewhere.id, act), body)).body).toMatchObject({ status: 403, code: 'account.beyond_reach' });
      expect((await as(PEOPLE.coordinator).post(path(peer.id, act), body)).body).toMatchObject({ status: 403, code: 'account.beyond_reach' });
      expect((await as(PEOPLE.coordinator).post(path(PEOPLE.coordinator.id, act), body)).body).toMatchObject({ status: 403, code: 'account.own_person' });
      expect((await as(PEOPLE.coordinator).post(path(PEOPLE.stranger.id, act), body)).body).toMatchObject({ status: 404, code: 'account.not_found' });
      expect((await as(PEOPLE.executor).post(path(PEOPLE.executor2.id, act), body)).body).toMatchObject({ status: 403, code: 'act.forbidden' });
    }
    expect((await as(PEOPLE.coordinator).post(`/api/organisations/memberships/${membershipOf(elsewhere.id)}/end`, reason)).status).toBe(200);
    expect((await cardOf(elsewhere.id)).status).toBe('invited');
  });
});

describe('a temporary password', () => {
  it('is shown once, satisfies the policy and is recorded without itself', async () => {
    const person = await invite(house);
    const { status, body, headers } = await as(PEOPLE.coordinator).post(`${ACCOUNTS}/${person.id}/temporary-password`, {});
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    const password: string = body.temporaryPassword;
    expect(password).toHaveLength(16);
    expect([/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(password))).toBe(true);
    expect(house.identity.passwords.get(person.id)).toBe(password);
    await house.service.eventually(() => expect(house.service.told(TemporaryPasswordSetSchema)).toContainEqual(expect.objectContaining({ personId: person.id })));
    expect(JSON.stringify(house.service.toldEvents())).not.toContain(password);
  });

  it('needs the identity server', async () => {
    const person = await invite(house);
    house.identity.isAway = true;
    expect((await as(PEOPLE.coordinator).post(`${ACCOUNTS}/${person.id}/temporary-password`, {})).body).toMatchObject({ status: 503, code: 'identity.unavailable' });
    house.identity.isAway = false;
  });
});
