import { OrganisationChangedSchema } from '@aigaq/contracts';
import { fact, PEOPLE } from '@aigaq/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { House, scripted } from './house.js';

const DISTRICT = 'akimat-kostanay-auliekol';
const KINDS = ['uploads', 'evidence', 'fingerprints', 'pageTexts'];

let house: House;
let evidenceId: string;
beforeAll(async () => {
  house = await House.open({ reading: scripted() });
  evidenceId = (await house.upload(Buffer.from('a paper'))).body.id as string;
  const belonging = { organisationId: DISTRICT, scope: [DISTRICT, 'akimat-kostanay', 'agency'] };
  await collection('fingerprints').insertOne({ _id: evidenceId, ...belonging });
  await collection('pageTexts').insertOne({ _id: `${evidenceId}/1`, evidenceId, page: 1, ...belonging });
}, 180_000);
afterAll(() => house.close());

const collection = (name: string) =>
  house.service.app.get<Connection>(getConnectionToken('evidence'), { strict: false }).collection<{ _id: string; [field: string]: unknown }>(name);
const moved = (parentId: string, version: number) => {
  const organisation = { id: DISTRICT, kind: 'akimat-district', name: { kk: 'Ә', ru: 'А' }, parentId, ancestorIds: [parentId, 'agency'], validFrom: '2021-01-01', version };
  return house.service.tell(fact(OrganisationChangedSchema, { organisation }, { key: DISTRICT }));
};
const scopes = async (): Promise<unknown[]> =>
  (await Promise.all(KINDS.map((name) => collection(name).find({ organisationId: DISTRICT }).toArray()))).flat().map(({ scope }) => scope);
const read = async (person: { id: string; name: string }) => (await house.service.as(person).get(`/api/evidence/documents/${evidenceId}`)).status;

describe('papers of a body that moves', () => {
  it('are seen from its new place and no longer from the old one, with all that was made of them', async () => {
    expect([await read(PEOPLE.coordinator), await read(PEOPLE.strangerCoordinator)]).toEqual([200, 404]);
    await moved('akimat-zhambyl', 3);
    expect(await scopes()).toEqual(KINDS.map(() => [DISTRICT, 'akimat-zhambyl', 'agency']));
    expect([await read(PEOPLE.coordinator), await read(PEOPLE.strangerCoordinator), await read(PEOPLE.executor)]).toEqual([404, 200, 200]);
  });

  it('stay there when an older fact comes late', async () => {
    await moved('akimat-kostanay', 2);
    expect(await scopes()).toEqual(KINDS.map(() => [DISTRICT, 'akimat-zhambyl', 'agency']));
  });
});
