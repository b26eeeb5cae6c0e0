import { HeadAppointedSchema, MembershipGrantedSchema, ObjectReadSchema, OrganisationRegisteredSchema } from '@aigaq/contracts';
import { PEOPLE, startService, type TestService } from '@aigaq/testing';
import { DemonstrationSeed, OrganisationsModule } from '../src/organisations.module.js';

const BODIES = '/api/organisations/bodies';
const DISTRICT = 'akimat-kostanay-auliekol';
const HEAD = {
  personName: { kk: 'А.Б. Серіков', ru: 'А.Б. Сериков' },
  position: { kk: 'Аудан әкімі', ru: 'Аким района' },
  level: 'akim',
  from: '2026-10-01',
};

let service: TestService;
let seed: DemonstrationSeed;

beforeAll(async () => {
  service = await startService(OrganisationsModule, { name: 'organisations', now: '2026-10-12T05:00:00Z' });
  seed = service.app.get(DemonstrationSeed);
}, 180_000);
afterAll(() => service.stop());

describe('filling the register for the demonstration', () => {
  it('enters every body, head and membership of the data once, and tells each', async () => {
    const added = await seed.run();
    expect(added.bodies).toBeGreaterThan(400);
    expect(added.heads).toBeGreaterThan(400);
    expect(added.memberships).toBe(20);
    expect(added.accounts).toBe(19);
    expect(added.clearances).toBe(5);
    expect(service.told(OrganisationRegisteredSchema)).toHaveLength(added.bodies);
    expect(service.told(HeadAppointedSchema)).toHaveLength(added.heads);
    expect(service.told(MembershipGrantedSchema)).toHaveLength(added.memberships);
  }, 60_000);

  it('adds nothing when it runs again', async () => {
    expect(await seed.run()).toEqual({ bodies: 0, heads: 0, memberships: 0, accounts: 0, clearances: 0 });
  });
});

describe('who am I', () => {
  it('names my bodies, my roles and what I may be offered', async () => {
    const { status, body } = await service.as(PEOPLE.coordinator).get('/api/organisations/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: PEOPLE.coordinator.id,
      name: PEOPLE.coordinator.name,
      memberships: [{ role: 'coordinator', organisation: { id: 'akimat-kostanay', kind: 'akimat-region' } }],
    });
    expect(body.acts).toContain('assignment.review');
    expect(body.acts).not.toContain('card.manage');
  });

  it('is answered to somebody without a role, and to nobody without a token', async () => {
    expect((await service.as({ id: 'new', name: 'New' }).get('/api/organisations/me')).body).toEqual({ id: 'new', name: 'New', memberships: [], acts: [] });
    expect((await service.anybody().get('/api/organisations/me')).status).toBe(401);
  });
});

describe('looking at bodies', () => {
  const ids = async (person: { id: string; name: string }, query = '') =>
    ((await service.as(person).get(`${BODIES}?limit=100${query}`)).body.items as { id: string }[]).map(({ id }) => id);

  it('shows each what lies in his scope', async () => {
    expect(await ids(PEOPLE.executor)).toEqual([DISTRICT]);
    expect(await ids(PEOPLE.compliance)).toEqual(['qs-980140900002']);
    const region = await ids(PEOPLE.coordinator);
    expect(region).toHaveLength(31);
    expect(region).toContain('qs-980140900002');
    expect(region).not.toContain('akimat-zhambyl');
    expect(await service.as({ id: 'new', name: 'New' }).get(BODIES)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
  });

  it('finds by parent, kind and words in either language', async () => {
    expect(await ids(PEOPLE.analyst, '&parentId=akimat-kostanay')).toHaveLength(20);
    expect(await ids(PEOPLE.analyst, '&kind=akimat-region')).toHaveLength(17);
    expect(await ids(PEOPLE.analyst, `&search=${encodeURIComponent('ӘУЛИЕКӨЛ')}`)).toEqual([DISTRICT]);
    expect(await ids(PEOPLE.analyst, `&search=${encodeURIComponent('аулиеколь')}`)).toEqual([DISTRICT]);
    expect(await ids(PEOPLE.analyst, `&search=${encodeURIComponent('.*')}`)).toEqual([]);
  });

  it('pages through all of them', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = (await service.as(PEOPLE.admin).get(`${BODIES}?limit=100${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen.length).toBeGreaterThan(400);
  });

  it('shows the card with its place and its heads, and records the look', async () => {
    const { status, body } = await service.as(PEOPLE.curator).get(`${BODIES}/${DISTRICT}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: DISTRICT, hasChildren: false, ancestors: [{ id: 'akimat-kostanay' }, { id: 'agency' }], supervisors: [] });
    expect(body.heads.length).toBeGreaterThan(0);
    await service.eventually(() =>
      expect(service.told(ObjectReadSchema)).toContainEqual(
        expect.objectContaining({ actorId: PEOPLE.curator.id, act: 'read', thing: 'organisation', thingId: DISTRICT, organisationId: DISTRICT }),
      ),
    );
  });

  it.each([
    ['another district', PEOPLE.executor, 'akimat-zhambyl-zhualy'],
    ['the region above', PEOPLE.executor, 'akimat-kostanay'],
    ['another region', PEOPLE.strangerCoordinator, DISTRICT],
    ['what is not there', PEOPLE.admin, 'akimat-nowhere'],
  ])('says «not found» of %s', async (_, person, id) => {
    for (const path of [id, `${id}/heads`]) {
      const { status, body } = await service.as(person, 'kk').get(`${BODIES}/${path}`);
      expect([status, body.code, body.detail]).toEqual([404, 'body.not_found', 'Ұйым табылмады.']);
    }
  });

  it('refuses a query with an unknown field', async () => {
    expect((await service.as(PEOPLE.admin).get(`${BODIES}?owner=me`)).body).toMatchObject({ status: 400, code: 'request.invalid' });
  });
});

describe('appointing a head', () => {
  const heads = `${BODIES}/${DISTRICT}/heads`;

  it('ends the time of the one before and tells both', async () => {
    const { status, body } = await service.as(PEOPLE.coordinator).post(heads, HEAD);
    expect([status, body.from, body.until, body.acting]).toEqual([201, '2026-10-01', null, null]);
    const { items } = (await service.as(PEOPLE.executor).get(heads)).body;
    const akims = items.filter(({ level }: { level: string }) => level === 'akim');
    expect(akims[0].id).toBe(body.id);
    expect(akims.slice(1).every(({ until }: { until: string | null }) => until !== null)).toBe(true);
    await service.eventually(() => expect(service.told(HeadAppointedSchema).at(-1)).toMatchObject({ headId: body.id, organisationId: DISTRICT }));
  });

  it.each([
    [409, 'head.already_appointed', HEAD],
    [400, 'head.wrong_dates', { ...HEAD, until: '2026-09-30' }],
    [400, 'request.invalid', { ...HEAD, organisationId: 'akimat-zhambyl' }],
    [400, 'request.invalid', { ...HEAD, level: 'king' }],
  ])('is refused: %s %s', async (status, code, wanted) => {
    expect((await service.as(PEOPLE.coordinator).post(heads, wanted)).body).toMatchObject({ status, code });
  });

  it.each([
    [403, 'act.forbidden', PEOPLE.executor],
    [404, 'body.not_found', PEOPLE.strangerCoordinator],
  ])('is refused: %s %s', async (status, code, person) => {
    expect((await service.as(person).post(heads, HEAD)).body).toMatchObject({ status, code });
  });
});
