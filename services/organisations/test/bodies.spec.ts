import type { BodyRow } from '@aigaq/api';
import { ObjectReadSchema, type Organisation, OrganisationChangedSchema } from '@aigaq/contracts';
import { supervised } from '@aigaq/kernel';
import { DatabaseSettings } from '@aigaq/service';
import { PEOPLE, startService, type TestService } from '@aigaq/testing';
import { BodiesRepository } from '../src/bodies/bodies.repository.js';
import { DemonstrationSeed, OrganisationsModule } from '../src/organisations.module.js';

const BODIES = '/api/organisations/bodies';
const NOW = '2026-10-12T05:00:00Z';
const REGION = 'akimat-kostanay';
const DISTRICT = 'akimat-kostanay-auliekol';
const ENTITY = 'qs-980140900002';
const reason = 'Указ от 01.10.2026 № 1';
const BIN = '170240000030';

let service: TestService;
let admin: ReturnType<TestService['as']>;

beforeAll(async () => {
  service = await startService(OrganisationsModule, { name: 'organisations', now: NOW });
  await service.app.get(DemonstrationSeed).run();
  admin = service.as(PEOPLE.admin);
}, 180_000);
afterAll(() => service.stop());

const enter = (id: string, fields: object = {}) =>
  admin.post(BODIES, { id, kind: 'other', name: { kk: id, ru: id }, validFrom: '2026-01-01', ...fields });
const told = (id: string): Organisation[] =>
  service.told(OrganisationChangedSchema).flatMap(({ organisation }) => (organisation?.id === id ? [organisation] : []));
const ids = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);
const on = async <T>(now: string, work: () => Promise<T>): Promise<T> => {
  service.clock.set(new Date(now));
  return work().finally(() => service.clock.set(new Date(NOW)));
};

describe('registering a body', () => {
  it('enters it with all that was said, and shows its card', async () => {
    const { status, body } = await enter('too-first', {
      kind: 'quasi-state',
      legalForm: 'too',
      name: { kk: '«Бірінші» ЖШС', ru: 'ТОО «Первое»' },
      shortName: { kk: 'БР', ru: 'ПР' },
      bin: '151240000019',
      supervisorIds: [REGION, 'cgo-mf'],
      regionId: 'kostanay',
    });
    expect([status, body.code]).toEqual([201, undefined]);
    expect(body).toMatchObject({
      id: 'too-first',
      legalForm: 'too',
      shortName: { kk: 'БР', ru: 'ПР' },
      names: [{ name: { ru: 'ТОО «Первое»' }, from: '2026-01-01', until: null }],
      supervisors: [{ id: REGION }, { id: 'cgo-mf' }],
      supervision: [{ body: { id: REGION }, from: '2026-01-01', until: null }, { body: { id: 'cgo-mf' } }],
      parents: [],
      allowed: ['change', 'appoint', 'manage-accounts'],
    });
  });

  it.each([
    [409, 'body.exists', 'too-first', {}],
    [409, 'body.bin_taken', 'too-second', { bin: '151240000019' }],
    [400, 'body.bad_bin', 'too-second', { bin: '151240000011' }],
    [400, 'body.unknown_parent', 'too-second', { parentId: 'nowhere' }],
    [400, 'request.invalid', 'Too Second', {}],
    [400, 'request.invalid', 'too-second', { scope: ['agency'] }],
  ])('is refused: %s %s', async (status, code, id, fields) => {
    expect((await enter(id, fields)).body).toMatchObject({ status, code });
  });

  it('gives a BIN to one of many who ask for it at once', async () => {
    const repository = service.app.get(BodiesRepository);
    const [sample] = await repository.byIds(['too-first']);
    const race = Array.from({ length: 12 }).map((_none, at) => {
      const { version: _, ...body } = { ...sample!, id: `race-${at}`, organisationId: `race-${at}`, bin: BIN, livingBin: BIN };
      // Past the turn, as two processes would whose turn ran out.
      return repository.create({ id: 'x', name: 'X', memberships: [] }, { next: body, events: [] }).then(() => 'entered', (error: { code: string }) => error.code);
    });
    const outcomes = await Promise.all(race);
    expect(outcomes.filter((outcome) => outcome === 'entered')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['entered', 'body.bin_taken']));
  });

  it('lets two administrators who want opposite things make no circle', async () => {
    await enter('ring-a');
    await enter('ring-b');
    const move = (id: string, parentId: string) => admin.post(`${BODIES}/${id}/move`, { parentId, from: '2026-10-01', reason });
    const answers = await Promise.all([move('ring-a', 'ring-b'), move('ring-b', 'ring-a')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(answers.find(({ status }) => status === 400)?.body.code).toBe('body.cycle');
  });
});

describe('changing a body', () => {
  it('is found by its former name and tells the next version', async () => {
    await enter('renamed', { name: { kk: 'Ескіше', ru: 'Прежнеево' } });
    const { status, body } = await admin.post(`${BODIES}/renamed/rename`, { name: { kk: 'Жаңаша', ru: 'Новоимённое' }, from: '2026-10-01', reason });
    expect([status, body.name.ru, body.names.length]).toEqual([200, 'Новоимённое', 2]);
    for (const search of ['прежнеев', 'новоимен', 'ескі', 'ЖАҢАША']) {
      expect(ids(await admin.get(`${BODIES}?search=${encodeURIComponent(search)}`))).toEqual(['renamed']);
    }
    await service.eventually(() => expect(told('renamed').at(-1)).toMatchObject({ version: 2, reason, names: [{ until: '2026-09-30' }, { until: '' }] }));
  });

  it('comes into force on its day', async () => {
    await enter('later', { name: { kk: 'Бүгін', ru: 'Сегодня' } });
    expect((await admin.post(`${BODIES}/later/rename`, { name: { kk: 'Ертең', ru: 'Завтра' }, from: '2026-10-13', reason })).body.name.ru).toBe('Сегодня');
    // Midnight in Almaty.
    await on('2026-10-12T19:00:00Z', () =>
      service.eventually(async () => expect((await admin.get(`${BODIES}/later`)).body.name.ru).toBe('Завтра'), 12_000),
    );
    await service.eventually(() => expect(told('later').map(({ version }) => version)).toEqual([2, 3]));
  });

  it.each([
    [404, 'body.not_found', PEOPLE.admin, 'nowhere', 'rename', { name: { kk: 'X', ru: 'X' }, from: '2026-10-01', reason }],
    [403, 'act.forbidden', PEOPLE.coordinator, DISTRICT, 'rename', { name: { kk: 'X', ru: 'X' }, from: '2026-10-01', reason }],
    [403, 'act.forbidden', PEOPLE.coordinator, DISTRICT, 'move', { parentId: 'agency', from: '2026-10-01', reason }],
    [403, 'act.forbidden', PEOPLE.curator, DISTRICT, 'supervise', { supervisorIds: [], from: '2026-10-01', reason }],
    [403, 'act.forbidden', PEOPLE.executor, DISTRICT, 'close', { until: '2026-10-01', reason }],
    [400, 'request.invalid', PEOPLE.admin, DISTRICT, 'close', { until: '2026-10-01' }],
    [409, 'body.has_below', PEOPLE.admin, REGION, 'close', { until: '2026-12-31', reason }],
    [400, 'body.cycle', PEOPLE.admin, REGION, 'move', { parentId: DISTRICT, from: '2026-10-01', reason }],
  ])('is refused: %s %s', async (status, code, person, id, act, wanted) => {
    expect((await service.as(person).post(`${BODIES}/${id}/${act}`, wanted)).body).toMatchObject({ status, code });
  });

  it('closes a body with its successor, and its BIN is free for another from the next day', async () => {
    await enter('closing', { bin: '160140000024', validFrom: '2020-01-01' });
    await enter('taking-over');
    const { body } = await admin.post(`${BODIES}/closing/close`, { until: '2026-10-11', successorIds: ['taking-over'], reason });
    expect(body).toMatchObject({ validUntil: '2026-10-11', successors: [{ id: 'taking-over' }], allowed: ['manage-accounts'] });
    expect((await admin.get(`${BODIES}/taking-over`)).body.predecessors).toMatchObject([{ id: 'closing' }]);
    expect(ids(await admin.get(`${BODIES}?search=closing`))).toEqual([]);
    expect(ids(await admin.get(`${BODIES}?search=closing&closed=true`))).toEqual(['closing']);
    expect((await enter('reborn', { bin: '160140000024' })).status).toBe(201);
  });
});

describe('moving a body', () => {
  const MOVE = { parentId: 'akimat-zhambyl', from: '2026-10-01', reason };
  const scopeOf = async (id: string) => (await service.app.get(BodiesRepository).byIds([id]))[0]?.scope;

  it('takes along all below and lets those supervised follow, each told with its next version', async () => {
    for (const [id, fields] of [
      ['top', { parentId: REGION }],
      ['middle', { parentId: 'top' }],
      ['leaf', { parentId: 'middle' }],
      ['company', { kind: 'quasi-state', supervisorIds: ['middle'] }],
    ] as const) {
      expect((await enter(id, fields)).status).toBe(201);
    }
    expect((await admin.post(`${BODIES}/top/move`, MOVE)).body.ancestors).toMatchObject([{ id: 'akimat-zhambyl' }, { id: 'agency' }]);
    expect(await scopeOf('leaf')).toEqual(['leaf', 'middle', 'top', 'akimat-zhambyl', 'agency']);
    expect(await scopeOf('company')).toEqual(['company', ...['middle', 'top', 'akimat-zhambyl', 'agency'].map(supervised)]);
    expect((await service.as(PEOPLE.coordinator).get(`${BODIES}/leaf`)).status).toBe(404);
    expect((await service.as(PEOPLE.strangerCoordinator).get(`${BODIES}/leaf`)).status).toBe(200);
    await service.eventually(() =>
      expect(['top', 'middle', 'leaf', 'company'].map((id) => told(id).map(({ version }) => version))).toEqual([[2], [2], [2], [2]]),
    );
  });

  it('is finished by another process when the one that began it fell', async () => {
    const repository = service.app.get(BodiesRepository);
    const changeAll = repository.changeAll.bind(repository);
    repository.changeAll = () => Promise.reject(new Error('killed'));
    await admin.post(`${BODIES}/top/move`, { ...MOVE, parentId: REGION, from: '2026-10-02' });
    expect(await scopeOf('middle')).toContain('akimat-zhambyl');
    const prefix = service.databases[0]!.replace(/_organisations$/, '');
    const doors = [{ provide: DatabaseSettings, useValue: new DatabaseSettings(process.env['MONGODB_URI'] ?? '', prefix) }];
    const next = await startService(OrganisationsModule, { name: 'organisations', now: NOW, doors });
    try {
      await service.eventually(async () => expect(await scopeOf('leaf')).toEqual(['leaf', 'middle', 'top', REGION, 'agency']));
      await service.eventually(async () => expect(await repository.unsettled()).toEqual([]));
    } finally {
      await next.app.close();
      repository.changeAll = changeAll;
    }
    expect(await scopeOf('company')).toEqual(['company', ...['middle', 'top', REGION, 'agency'].map(supervised)]);
  }, 60_000);
});

describe('the list of bodies', () => {
  it('is filtered by superior, supervisor, kind and region', async () => {
    expect(ids(await admin.get(`${BODIES}?parentId=none&kind=agency`))).toEqual(['agency']);
    expect(ids(await admin.get(`${BODIES}?parentId=none&kind=quasi-state`))).toEqual([]);
    expect(ids(await admin.get(`${BODIES}?supervisorId=${REGION}&limit=100`))).toHaveLength(12);
    expect(ids(await admin.get(`${BODIES}?regionId=kostanay&kind=akimat-city`)).every((id) => id.startsWith('akimat-kostanay'))).toBe(true);
    expect(ids(await admin.get(`${BODIES}?kind=akimat-republican-city`))).toEqual(['akimat-almaty', 'akimat-astana', 'akimat-shymkent']);
  });

  it.each([
    ['980140900002', [ENTITY]],
    ['98014090', [ENTITY]],
    ['казак сапа', []],
    ['қазақ сапа', [ENTITY]],
    ['сапа АО', [ENTITY]],
    ['мф', ['cgo-mf']],
    ['ІІМ', ['cgo-mvd']],
    ['кериал', []],
    ['(', []],
  ])('finds «%s»', async (search, found) => {
    expect(ids(await admin.get(`${BODIES}?search=${encodeURIComponent(search)}`))).toEqual(found);
  });

  it('says of what was searched for where it stands, nearest first', async () => {
    const above = async (query: string) =>
      (await admin.get(`${BODIES}?${query}`)).body.items.map(({ id, ancestors }: BodyRow) => [id, ancestors?.map((body) => body.id)]);
    expect(await above(`search=${encodeURIComponent('Әулиекөл')}&kind=akimat-district`)).toEqual([[DISTRICT, [REGION, 'agency']]]);
    expect((await admin.get(`${BODIES}?search=${encodeURIComponent('Әулиекөл')}`)).body.items[0].ancestors[0]).toEqual({
      id: REGION,
      name: { kk: expect.stringContaining('Қостанай'), ru: expect.stringContaining('Костанайской') },
      kind: 'akimat-region',
    });
    expect(await above('kind=agency')).toEqual([['agency', undefined]]);
  });

  it('says what each may do here', async () => {
    const allowed = async (person: { id: string; name: string }) => (await service.as(person).get(`${BODIES}/${DISTRICT}`)).body.allowed;
    expect(await allowed(PEOPLE.admin)).toEqual(['change', 'appoint', 'manage-accounts']);
    expect(await allowed(PEOPLE.coordinator)).toEqual(['appoint', 'manage-accounts']);
    expect(await allowed(PEOPLE.executor)).toEqual([]);
  });

  it('records that a card was read', async () => {
    await admin.get(`${BODIES}/${ENTITY}`);
    await service.eventually(() => expect(service.told(ObjectReadSchema)).toContainEqual(expect.objectContaining({ thingId: ENTITY, organisationId: ENTITY })));
  });
});
