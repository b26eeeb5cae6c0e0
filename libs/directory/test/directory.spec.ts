import { readFileSync } from 'node:fs';
import { HeadAppointedSchema, MembershipEndedSchema, OrganisationChangedSchema } from '@aigaq/contracts';
import { ActorSource } from '@aigaq/identity';
import { supervised } from '@aigaq/kernel';
import { databaseModule } from '@aigaq/service';
import { clearance, clearanceEnd, country, ENTITIES, fact, factsOfDirectory, PEOPLE, startService, type TestService } from '@aigaq/testing';
import { Module } from '@nestjs/common';
import { Directory, DirectoryModule, type HeadLevel } from '../src/index.js';

@Module({ imports: [databaseModule('copying'), DirectoryModule.forService('copying')] })
class CopyingModule {}

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../proto/organisations/v1/samples/${name}.json`, import.meta.url), 'utf8'));
const asTold = (name: string, key: string, time = '2026-01-01T00:00:00.000Z') => ({
  ...sample(name),
  id: `${name}:${key}:${time}`,
  key,
  time,
  correlationId: 'c',
  actor: { id: 'system', name: 'Aigaq' },
});
const REGION = 'akimat-kostanay';
const DISTRICT = 'akimat-kostanay-auliekol';

let service: TestService;
let directory: Directory;

beforeAll(async () => {
  service = await startService(CopyingModule, { name: 'copying', now: '2026-10-12T05:00:00Z' });
  directory = service.app.get(Directory, { strict: false });
  await service.tell(...country());
}, 60_000);
afterAll(() => service.stop());

describe('the copy of bodies', () => {
  it('gives a body as it was told', async () => {
    const told = asTold('OrganisationRegistered', DISTRICT);
    told.payload.organisation.version = 2;
    await service.tell(told);
    expect(await directory.body(DISTRICT)).toEqual({
      id: DISTRICT,
      kind: 'akimat-district',
      name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' },
      names: [
        {
          name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' },
          shortName: { kk: '', ru: '' },
          from: '2021-01-01',
          until: null,
        },
      ],
      legalForm: null,
      successorIds: [],
      bin: null,
      parentId: REGION,
      ancestorIds: [REGION, 'agency'],
      supervisorIds: [],
      regionId: 'kostanay',
      validFrom: '2021-01-01',
      validUntil: null,
    });
    expect(await directory.body('nobody')).toBeUndefined();
  });

  it('keeps the order of ids and leaves out the unknown', async () => {
    expect((await directory.bodies(['cgo-mf', 'nobody', 'agency'])).map(({ id }) => id)).toEqual(['cgo-mf', 'agency']);
    expect([...(await directory.namesOf(['agency', 'nobody'])).values()]).toEqual([
      { id: 'agency', kind: 'agency', name: { kk: 'Агенттік', ru: 'Агентство' } },
    ]);
  });

  it('knows the tree and the line of review', async () => {
    const entity = (await directory.body(ENTITIES[0]!.id))!;
    const ids = (bodies: { id: string }[]) => bodies.map(({ id }) => id);
    expect(ids(await directory.bodiesOf(['agency', 'central']))).toEqual(['agency', 'cgo-mf']);
    expect(ids(await directory.childrenOf(REGION))).toEqual([DISTRICT, ...ENTITIES.slice(0, 10).map(({ id }) => id).sort()]);
    expect(ids(await directory.supervisedBy('cgo-mf'))).toEqual([entity.id]);
    expect(ids(await directory.childrenOf('cgo-mf'))).toEqual([]);
    expect(ids(await directory.reportingLine(entity))).toEqual([REGION, 'agency']);
    expect(ids(await directory.reportingLine((await directory.body('agency'))!))).toEqual([]);
    expect(await directory.scopeOf(entity)).toEqual([entity.id, ...[REGION, 'agency', 'cgo-mf'].map(supervised)]);
  });

  it('takes a newer fact and ignores an older one', async () => {
    const [registered] = factsOfDirectory({ bodies: [{ id: 'cgo-x', kind: 'central', name: { kk: 'Ескі', ru: 'Старое' }, parentId: 'agency' }] });
    const changed = fact(
      OrganisationChangedSchema,
      { organisation: { id: 'cgo-x', kind: 'central', name: { kk: 'Жаңа', ru: 'Новое' }, parentId: 'agency', validFrom: '2021-01-01', validUntil: '2026-09-30', version: 2 } },
      { key: 'cgo-x' },
    );
    await service.tell(changed, registered!, changed);
    expect(await directory.body('cgo-x')).toMatchObject({ name: { kk: 'Жаңа', ru: 'Новое' }, validUntil: '2026-09-30' });
    expect((await directory.childrenOf('agency')).map(({ id }) => id)).not.toContain('cgo-x');
  });

  it('knows the name of each day', async () => {
    const called = (ru: string, from: string, until?: string) => ({ name: { kk: ru, ru }, from, ...(until && { until }) });
    const names = [called('Старое', '2021-01-01', '2026-09-30'), called('Новое', '2026-10-01', '2026-12-31'), called('Будущее', '2027-01-01')];
    await service.tell(...factsOfDirectory({ bodies: [{ id: 'cgo-z', kind: 'central', name: { kk: 'Новое', ru: 'Новое' }, names }] }));
    const on = async (day?: string) => (await directory.namesOf(['cgo-z'], day)).get('cgo-z')?.name.ru;
    expect(await Promise.all([on(), on('2020-01-01'), on('2026-09-30'), on('2026-10-01'), on('2027-02-01')])).toEqual([
      'Новое',
      'Старое',
      'Старое',
      'Новое',
      'Будущее',
    ]);
  });

  it('gives the scopes that follow from a body told anew, also of what it supervises', async () => {
    const bodies = [
      { id: 'akimat-s', kind: 'akimat-region', name: { kk: 'S', ru: 'S' }, parentId: 'agency', ancestorIds: ['agency'] },
      { id: 'qs-s', kind: 'quasi-state', name: { kk: 'Q', ru: 'Q' }, supervisorIds: ['akimat-s'], validUntil: '2026-01-01' },
    ];
    await service.tell(...factsOfDirectory({ bodies }));
    const kept = new Map<string, string[]>();
    await directory.keepScopes('akimat-s', (id, scope) => Promise.resolve(void kept.set(id, scope)));
    expect([...kept]).toEqual([
      ['akimat-s', ['akimat-s', 'agency']],
      ['qs-s', ['qs-s', 'supervised:akimat-s', 'supervised:agency']],
    ]);
  });

  it('takes the same fact told many times at once', async () => {
    const [told] = factsOfDirectory({ bodies: [{ id: 'cgo-y', kind: 'central', name: { kk: 'Y', ru: 'Y' }, parentId: 'agency' }] });
    await Promise.all(Array.from({ length: 8 }, (_, at) => service.tell({ ...told!, key: `key-${at}` })));
    expect(await directory.body('cgo-y')).toMatchObject({ parentId: 'agency' });
  });
});

describe('the copy of heads', () => {
  it('keeps the history, newest first, with orders of acting', async () => {
    const ended = fact(
      HeadAppointedSchema,
      { headId: `${DISTRICT}:1`, organisationId: DISTRICT, level: 'akim', from: '2021-01-01', until: '2026-01-08' },
      { key: DISTRICT },
    );
    await service.tell(asTold('HeadAppointed', DISTRICT), ended);
    expect((await directory.heads(DISTRICT)).map(({ id, chairId, until, acting }) => [id, chairId, until, acting])).toEqual([
      [`${DISTRICT}:2`, 'akim', '2026-02-28', { orderNumber: '7-ж', orderDate: '2026-01-06' }],
      [`${DISTRICT}:1`, '', '2026-01-08', null],
    ]);
  });

  it.each([
    ['the holder on his last day', '2026-01-08', ['akim'], [`${DISTRICT}:1`]],
    ['who acts from the first day of the order', '2026-01-09', ['akim'], [`${DISTRICT}:2`]],
    ['nobody in the gap', '2026-03-01', ['akim'], []],
    ['nobody of another level', '2026-01-09', ['first-head', 'compliance-officer'], []],
  ] as [string, string, HeadLevel[], string[]][])('says who could sign: %s (%s)', async (_, day, levels, ids) => {
    expect((await directory.entitledOn(DISTRICT, day, levels)).map(({ id }) => id)).toEqual(ids);
  });

  it('lets the holder sign while another acts for him, and nobody after the last day of the body', async () => {
    const facts = factsOfDirectory({
      bodies: [{ id: 'qs-gone', kind: 'quasi-state', name: { kk: 'X', ru: 'X' }, supervisorIds: ['cgo-mf'], validUntil: '2026-06-30' }],
      heads: [
        { id: 'holder', organisationId: 'qs-gone', personName: { kk: 'А', ru: 'А' }, position: { kk: 'Б', ru: 'Б' }, level: 'compliance-officer' },
        { id: 'acts', organisationId: 'qs-gone', personName: { kk: 'В', ru: 'В' }, position: { kk: 'Б', ru: 'Б' }, level: 'compliance-officer', from: '2026-06-01', acting: { orderNumber: '1', orderDate: '2026-06-01' } },
      ],
    });
    await service.tell(...facts);
    const on = async (day: string) => (await directory.entitledOn('qs-gone', day, ['compliance-officer'])).map(({ id }) => id);
    expect([await on('2026-05-31'), await on('2026-06-30'), await on('2026-07-01')]).toEqual([['holder'], ['acts', 'holder'], []]);
  });
});

describe('the copy of memberships', () => {
  const { executor, both } = PEOPLE;

  it('makes the actor of a token, through the door of the guard too', async () => {
    expect(service.app.get(ActorSource, { strict: false })).toBe(directory);
    expect(await directory.actorOf(both.id, 'Name')).toEqual({ id: both.id, name: 'Name', memberships: both.memberships });
    expect(await directory.actorOf('nobody', 'Nobody')).toEqual({ id: 'nobody', name: 'Nobody', memberships: [] });
  });

  it('knows whom to tell', async () => {
    await service.tell(asTold('MembershipGranted', 'm', new Date().toISOString()));
    expect(await directory.membersOf(DISTRICT, ['executor', 'coordinator'])).toContainEqual({
      personId: executor.id,
      name: executor.name,
      locale: 'kk',
      email: 'executor@example.kz',
    });
    expect((await directory.membersOf(DISTRICT, ['executor'])).length).toBe(3);
    expect(await directory.membersOf(DISTRICT, ['curator'])).toEqual([]);
  });

  it('ends at once for this process when the end is told, and the grant told again changes nothing', async () => {
    const stranger = PEOPLE.stranger;
    expect((await directory.actorOf(stranger.id, '')).memberships).toHaveLength(1);
    const [granted] = factsOfDirectory({ people: [stranger] });
    const ended = fact(
      MembershipEndedSchema,
      { membershipId: granted!.key, personId: stranger.id, organisationId: 'akimat-zhambyl-zhualy', role: 'executor', until: '2026-10-11' },
      { key: granted!.key, time: new Date(Date.now() + 1000) },
    );
    await service.tell(ended, granted!);
    expect((await directory.actorOf(stranger.id, '')).memberships).toEqual([]);
    expect(await directory.membersOf('akimat-zhambyl-zhualy', ['executor'])).toEqual([]);
  });

  it('begins and ends with the day in Almaty', async () => {
    const [granted] = factsOfDirectory({ people: [{ id: 'p-later', name: 'Later', locale: 'ru', memberships: [{ organisationId: 'cgo-mf', role: 'head' }] }] });
    await service.tell({ ...granted!, payload: { ...granted!.payload, from: '2026-10-13' } });
    expect((await directory.actorOf('p-later', '')).memberships).toEqual([]);
    service.clock.set(new Date('2026-10-12T19:00:00Z'));
    // The answer of a moment ago is kept for two seconds at most.
    await service.eventually(async () => expect((await directory.actorOf('p-later', '')).memberships).toHaveLength(1));
  });
});

describe('the copy of name lists', () => {
  const { curator, curator2, executor } = PEOPLE;
  const clearedOf = async ({ id }: { id: string }) => (await directory.actorOf(id, '')).cleared;

  beforeAll(() => service.clock.set(new Date('2026-10-12T05:00:00Z')));

  it('makes an actor cleared at once, for what the list is about', async () => {
    expect(await clearedOf(curator)).toBeUndefined();
    await service.tell(clearance(curator, 'restricted'));
    expect(await clearedOf(curator)).toEqual(['restricted']);
    await service.tell(clearance(curator, 'tax'));
    expect(await clearedOf(curator)).toEqual(['restricted', 'tax']);
    expect(await directory.clearedOf([curator.id, curator2.id], 'tax')).toEqual(new Set([curator.id]));
  });

  it('ends at once when the end is told, and the grant told again changes nothing', async () => {
    const granted = clearance(curator2, 'tax');
    const ended = clearanceEnd(curator2, 'tax', '2026-10-11');
    await service.tell(granted);
    expect(await clearedOf(curator2)).toEqual(['tax']);
    await service.tell(ended, granted, ended);
    expect(await clearedOf(curator2)).toBeUndefined();
    expect(await directory.clearedOf([curator2.id], 'tax')).toEqual(new Set());
  });

  it('knows nothing by an end alone, and begins and ends with the day', async () => {
    await service.tell(clearanceEnd(executor, 'restricted', '2030-01-01'));
    expect(await clearedOf(executor)).toBeUndefined();
    await service.tell(clearance(PEOPLE.head, 'tax', { until: '2026-10-12' }), clearance(PEOPLE.ethics, 'tax', { from: '2026-10-13' }));
    expect([await clearedOf(PEOPLE.head), await clearedOf(PEOPLE.ethics)]).toEqual([['tax'], undefined]);
    expect(await directory.clearedOf([PEOPLE.head.id, PEOPLE.ethics.id], 'tax')).toEqual(new Set([PEOPLE.head.id]));
  });
});
