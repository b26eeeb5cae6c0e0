import { OrganisationChangedSchema } from '@aigaq/contracts';
import { supervised } from '@aigaq/kernel';
import { fact, PEOPLE, type TestService } from '@aigaq/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { DISTRICT, idOf, startRolledOut, urlOf } from './house.js';

const REGION = 'akimat-kostanay';
const ENTITY = 'qs-980140900002';
const name = { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' };

let service: TestService;
beforeAll(async () => {
  service = await startRolledOut();
}, 180_000);
afterAll(() => service.stop());

const told = (organisation: { id: string; version: number; [field: string]: unknown }) =>
  service.tell(fact(OrganisationChangedSchema, { organisation: { validFrom: '2021-01-01', name, ...organisation } }, { key: organisation.id }));
const district = (parentId: string, version: number) =>
  told({ id: DISTRICT, kind: 'akimat-district', parentId, ancestorIds: [parentId, 'agency'], regionId: 'kostanay', version });
async function scopesOf(organisationId: string): Promise<string[]> {
  const connection: Connection = service.app.get(getConnectionToken('tasks'), { strict: false });
  const found = await connection.collection<{ scope: string[] }>('assignments').find({ organisationId }).toArray();
  return [...new Set(found.map(({ scope }) => scope.join(' ')))];
}
const view = (person: { id: string; name: string }) => service.as(person).get(urlOf(idOf('1.1.2')));

describe('assignments of a body that moves', () => {
  it('are seen from its new place and no longer from the old one', async () => {
    expect((await view(PEOPLE.coordinator)).status).toBe(200);
    await district('akimat-zhambyl', 3);
    expect(await scopesOf(DISTRICT)).toEqual([`${DISTRICT} akimat-zhambyl agency`]);
    expect((await view(PEOPLE.coordinator)).status).toBe(404);
    expect((await view(PEOPLE.strangerCoordinator)).status).toBe(200);
    expect((await view(PEOPLE.executor)).status).toBe(200);
  });

  it('stay there when an older fact comes late, or the same again', async () => {
    await district(REGION, 2);
    await district('akimat-zhambyl', 3);
    expect(await scopesOf(DISTRICT)).toEqual([`${DISTRICT} akimat-zhambyl agency`]);
  });

  it('follow a supervisor that moves', async () => {
    await told({ id: REGION, kind: 'akimat-region', parentId: 'akimat-zhambyl', ancestorIds: ['akimat-zhambyl', 'agency'], version: 2 });
    const supervising = [REGION, 'akimat-zhambyl', 'agency', 'cgo-mf'].map(supervised);
    expect(await scopesOf(ENTITY)).toEqual([[ENTITY, ...supervising].join(' ')]);
  });
});

describe('assignments of a body that is renamed', () => {
  const renamed = { kk: 'Жаңа ауданның әкімдігі', ru: 'Акимат Нового района' };
  const names = [
    { name, from: '2021-01-01', until: '2026-12-31' },
    { name: renamed, from: '2027-01-01' },
  ];

  it('show the name of the last day of their period', async () => {
    await told({ id: DISTRICT, kind: 'akimat-district', parentId: REGION, ancestorIds: [REGION, 'agency'], name: renamed, names, version: 4 });
    service.clock.set(new Date('2027-02-01T05:00:00Z'));
    const { body } = await view(PEOPLE.executor);
    expect([body.organisation.name, body.dueOn < '2027-01-01']).toEqual([name, true]);
    const list = await service.as(PEOPLE.executor).get('/api/tasks/assignments?view=all&limit=100');
    const shown = new Set(list.body.items.map((row: { dueOn: string; organisation: { name: { ru: string } } }) => `${row.dueOn < '2027-01-01'} ${row.organisation.name.ru}`));
    expect([...shown].filter((text) => text !== `true ${name.ru}` && text !== `false ${renamed.ru}`)).toEqual([]);
    expect(shown.size).toBeGreaterThan(0);
  });
});
