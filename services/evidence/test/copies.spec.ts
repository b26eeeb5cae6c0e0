import { jest } from '@jest/globals';
import { ObjectReadSchema } from '@aigaq/contracts';
import { PEOPLE } from '@aigaq/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { COPY_JOB } from '../src/copies/copy-job.schema.js';
import { House, scripted, sha256 } from './house.js';

const PATIENCE_MS = 20_000;

let house: House;
beforeAll(async () => {
  house = await House.open({ withWorker: true, reading: scripted() });
}, 180_000);
afterAll(() => house.close());

const upload = async (text: string): Promise<string> => (await house.upload(Buffer.from(text))).body.id as string;
const get = (path: string, person: { id: string; name: string } = PEOPLE.executor) => house.service.as(person).get(`/api/evidence/documents/${path}`);
const copyIs = (id: string, copy: string) => house.service.eventually(async () => expect((await get(id)).body).toMatchObject({ copy }), PATIENCE_MS);
const jobs = (): Model<object> => house.service.app.get(getModelToken(COPY_JOB, 'evidence'), { strict: false });
const reads = (id: string, purpose: string) => house.service.told(ObjectReadSchema).filter((read) => read.thingId === id && read.purpose === purpose);

describe('the copy in which one can search', () => {
  it('is made after the verdict, together with the text and the small pictures, and given away on record', async () => {
    const id = await upload('Қазақша мәтін');
    expect((await get(`${id}/searchable`)).body).toMatchObject({ status: 409, code: 'evidence.copy_making' });
    expect((await get(`${id}/text`)).body).toEqual({ state: 'making', pages: [] });
    await copyIs(id, 'ready');
    const copy = await get(`${id}/searchable`);
    expect(copy).toMatchObject({ status: 200, body: 'copy of 1', headers: { 'content-type': 'application/pdf', 'content-disposition': expect.stringContaining('order (searchable).pdf') } });
    expect((await get(`${id}/text`)).body).toEqual({ state: 'ready', pages: [{ page: 1, text: 'Қазақша мәтін' }] });
    expect(await get(`${id}/thumbnails/1`)).toMatchObject({ status: 200, body: 'picture' });
    expect(await get(`${id}/file`)).toMatchObject({ status: 200, body: 'Қазақша мәтін' });
    await house.service.eventually(() => {
      expect(reads(id, 'searchable copy')).toMatchObject([{ act: 'download', actorId: PEOPLE.executor.id }]);
      expect(reads(id, 'full text')).toMatchObject([{ act: 'read', actorId: PEOPLE.executor.id }]);
    });
  });

  it.each(['searchable', 'text', 'thumbnails/1'])('has no %s for strangers', async (what) => {
    const id = await upload('not for strangers');
    for (const person of [PEOPLE.stranger, PEOPLE.strangerCoordinator]) {
      expect(await get(`${id}/${what}`, person)).toMatchObject({ status: 404, body: { code: 'evidence.unknown' } });
    }
  });

  it('has no picture of a page that is not there', async () => {
    const id = await upload('one page');
    expect(await get(`${id}/thumbnails/2`)).toMatchObject({ status: 404, body: { code: 'evidence.no_page' } });
  });

  it.each(['fall over the check', 'page that cannot be read'])('is impossible of a %s, and the next one is made', async (text) => {
    const [bad, next] = [await upload(text), await upload(`one behind a ${text}`)];
    await copyIs(bad, 'impossible');
    expect((await get(`${bad}/searchable`)).body).toMatchObject({ status: 409, code: 'evidence.copy_impossible' });
    expect((await get(`${bad}/text`)).body).toEqual({ state: 'impossible', pages: [] });
    await copyIs(next, 'ready');
  });

  it('is made for papers from before, when somebody asks', async () => {
    const id = await upload('from before');
    await copyIs(id, 'ready');
    await jobs().deleteOne({ _id: id });
    expect((await get(id)).body.copy).toBe('none');
    expect((await get(`${id}/searchable`)).body.code).toBe('evidence.copy_making');
    await copyIs(id, 'ready');
  });

  it('is made again when it is gone from the store', async () => {
    const bytes = Buffer.from('gone from the store');
    const id = await upload(bytes.toString());
    await copyIs(id, 'ready');
    const stat = jest.spyOn(house.store, 'stat').mockResolvedValueOnce(undefined);
    expect((await get(`${id}/searchable`)).body.code).toBe('evidence.copy_making');
    stat.mockRestore();
    await copyIs(id, 'ready');
    expect(await house.filesIn(`previews/${sha256(bytes)}`)).toContain('searchable.pdf');
  });
});

describe('work that somebody left who was killed', () => {
  const left = (id: string, until: Date) => jobs().updateOne({ _id: id }, { $set: { state: 'working', holder: 'somebody who fell', until, tries: 1 } });

  it('is taken again when its time is over, and ends as it would have', async () => {
    const id = await upload('left behind');
    await copyIs(id, 'ready');
    await left(id, new Date(Date.now() - 1));
    await copyIs(id, 'ready');
    expect((await get(`${id}/text`)).body.pages).toEqual([{ page: 1, text: 'left behind' }]);
  });

  it('is left alone while somebody holds it', async () => {
    const id = await upload('in good hands');
    await copyIs(id, 'ready');
    await left(id, new Date(Date.now() + 60_000));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await jobs().findById(id).lean()).toMatchObject({ state: 'working', holder: 'somebody who fell' });
  });

  it('is given up after so many tries that fail', async () => {
    const id = await upload('no luck');
    await copyIs(id, 'ready');
    const write = jest.spyOn(house.store, 'write').mockRejectedValue(new TypeError('no luck'));
    await jobs().updateOne({ _id: id }, { $set: { state: 'waiting', until: new Date(0), tries: 4 } });
    await copyIs(id, 'impossible');
    write.mockRestore();
  });

  it('waits while the store is away, and is not counted', async () => {
    const id = await upload('store away');
    await copyIs(id, 'ready');
    const { storeErrors } = await import('@aigaq/storage');
    const write = jest.spyOn(house.store, 'write').mockRejectedValue(storeErrors.unavailable());
    await jobs().updateOne({ _id: id }, { $set: { state: 'waiting', until: new Date(0), tries: 4 } });
    await house.service.eventually(async () => expect(await jobs().findById(id).lean()).toMatchObject({ state: 'waiting', tries: 4, holder: null, until: expect.any(Date) }), PATIENCE_MS);
    write.mockRestore();
  });
});
