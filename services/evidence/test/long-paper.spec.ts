import { join } from 'node:path';
import type { EvidenceView } from '@aigaq/api';
import { CheckRequestedSchema, EvidenceCheckedSchema } from '@aigaq/contracts';
import { fact, PEOPLE } from '@aigaq/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { EVIDENCE } from '../src/documents/evidence.schema.js';
import type { Evidence } from '../src/documents/evidence.js';
import { House, NOWHERE, SCRIPTED } from './house.js';

const reading = (timeoutSeconds: number) => ({ tesseract: NOWHERE, timeoutSeconds, command: SCRIPTED });

let house: House;
beforeAll(async () => {
  house = await House.open({ withWorker: true, reading: reading(1) });
}, 180_000);
afterAll(() => house.close());

const upload = async (text: string, into = house): Promise<string> => (await into.upload(Buffer.from(text))).body.id as string;
const view = async (id: string, from = house) => (await from.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}`)).body as EvidenceView;
const told = (id: string, by = house) => by.service.told(EvidenceCheckedSchema).filter(({ evidenceId }) => evidenceId === id);
const becomes = (id: string, expected: object, there = house) =>
  there.service.eventually(async () => expect(await view(id, there)).toMatchObject(expected));
const stored = (): Model<Evidence> => house.service.app.get(getModelToken(EVIDENCE, 'evidence'), { strict: false });

describe('a long paper', () => {
  it('shows what its ends say while the rest is read, and then what the whole paper says instead', async () => {
    const id = await upload('long order');
    await becomes(id, { state: 'waiting', check: null, fields: [], preliminary: { pagesRead: 9, check: { verdict: 'passed', number: '7', findings: [{ code: 'number' }] } } });
    expect(told(id)).toEqual([]);
    await becomes(id, { state: 'checked', preliminary: null, check: { verdict: 'person', findings: [{ code: 'unsigned' }] } });
    await house.service.eventually(() => expect(told(id)).toMatchObject([{ verdict: 'person', findings: [{ code: 'unsigned' }] }]));
    expect(await stored().findById(id).lean()).not.toHaveProperty('preliminary');
  });

  it('opens no door meanwhile: nobody is told, nothing can be corrected; stopping then takes seconds', async () => {
    const other = await House.open({ withWorker: true, reading: reading(600) });
    const id = await upload('long one that hangs', other);
    await becomes(id, { preliminary: { check: { verdict: 'passed' } } }, other);
    const path = `/api/evidence/documents/${id}`;
    const asked = { field: 'number', value: '8', revision: 0 };
    expect(await other.service.as(PEOPLE.coordinator).post(`${path}/corrections`, asked)).toMatchObject({ status: 409, body: { code: 'correction.not_read' } });
    expect(await other.service.as(PEOPLE.strangerCoordinator).get(path)).toMatchObject({ status: 404 });
    expect(told(id, other)).toEqual([]);
    const began = Date.now();
    await other.close();
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it.each([
    ['in between', '/', { state: 'checked', preliminary: null, check: { verdict: 'person' } }],
    ['again and again', 'falls', { state: 'unreadable', preliminary: null, check: { verdict: 'person', findings: [{ code: 'unreadable' }] } }],
  ])('is read from its start when the reading process falls %s', async (_, way, end) => {
    const id = await upload(`long one ${way === '/' ? join(house.folder, 'fell-once') : way}`);
    await becomes(id, { state: 'waiting', preliminary: { check: { verdict: 'passed' } } });
    await becomes(id, end);
    await house.service.eventually(() => expect(told(id)).toHaveLength(1));
  }, 90_000);

  it('that a killed worker left in between is read when the event comes again', async () => {
    const id = await upload('long one left');
    await becomes(id, { state: 'checked' });
    const { check } = (await stored().findById(id).lean())!;
    await stored().updateOne({ _id: id }, { $set: { state: 'waiting', check: null, preliminary: { check, pagesRead: 15 } } });
    expect(await view(id)).toMatchObject({ state: 'waiting', check: null, preliminary: { pagesRead: 15 } });
    await house.service.tell(fact(CheckRequestedSchema, { evidenceId: id }, { key: id }));
    await becomes(id, { state: 'checked', preliminary: null, check: { verdict: 'person' } });
  });
});
