import { existsSync, readFileSync } from 'node:fs';
import { installedTesseract } from '@aigaq/documents';
import { HeadAppointedSchema } from '@aigaq/contracts';
import { fact, PEOPLE, tokenFor } from '@aigaq/testing';
import { House, sha256, SOURCES } from './house.js';
import { manyPages } from './papers.js';

const folder = new URL('../../../data/scans/', import.meta.url);
const [first] = JSON.parse(readFileSync(new URL('inputs.json', folder), 'utf8')) as { file: string; expected: { signatories: { name: string; position: string }[] } }[];
const bytes = readFileSync(new URL(first?.file ?? '', folder));
const [signatory] = first?.expected.signatories ?? [];

let house: House;
let address: string;
beforeAll(async () => {
  expect(existsSync(installedTesseract(process.env).program)).toBe(true);
  house = await House.open({ withWorker: true, reading: { tesseract: installedTesseract(process.env), command: SOURCES } });
  const name = { kk: signatory?.name ?? '', ru: signatory?.name ?? '' };
  const position = { kk: signatory?.position ?? '', ru: signatory?.position ?? '' };
  const chair = { headId: 'auliekol:9', organisationId: 'akimat-kostanay-auliekol', personName: name, position, level: 'akim', from: '2010-01-01' };
  await house.service.tell(fact(HeadAppointedSchema, chair, { key: 'akimat-kostanay-auliekol' }));
  await house.service.app.listen(0, '127.0.0.1');
  address = await house.service.app.getUrl();
}, 180_000);
afterAll(() => house.close());

describe('a real scan', () => {
  it('is read to a verdict while the service goes on answering', async () => {
    const { body: evidence } = await house.upload(bytes, { fileName: 'scan.pdf' });
    const headers = { authorization: `Bearer ${await tokenFor(PEOPLE.executor)}` };
    let answers = 0;
    let view;
    do {
      const answer = await fetch(`${address}/api/evidence/documents?subjectType=assignment&subjectId=${evidence.subject.id}`, { headers });
      view = ((await answer.json()) as { items: { state: string; check: unknown }[] }).items[0];
      answers += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (view?.state === 'waiting');

    expect(view).toMatchObject({ state: 'checked', check: { verdict: 'passed', kind: 'order', signatory: signatory?.name } });
    expect(answers).toBeGreaterThan(5);
  }, 90_000);

  it('is given back byte for byte afterwards', async () => {
    const { body } = await house.service.as(PEOPLE.executor).get('/api/evidence/documents?subjectType=assignment&subjectId=2024:1.1.2:akimat-kostanay-auliekol:2026');
    const headers = { authorization: `Bearer ${await tokenFor(PEOPLE.executor)}` };
    const answer = await fetch(`${address}/api/evidence/documents/${body.items[0].id}/file`, { headers });
    expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256(bytes));
    expect(body.items[0].sha256).toBe(sha256(bytes));
  });

  it('gets a copy in which its words can be searched, and its text', async () => {
    const { body: list } = await house.service.as(PEOPLE.executor).get('/api/evidence/documents?subjectType=assignment&subjectId=2024:1.1.2:akimat-kostanay-auliekol:2026');
    const path = `/api/evidence/documents/${list.items[0].id}`;
    const text = await house.service.eventually(async () => {
      const { body } = await house.service.as(PEOPLE.executor).get(`${path}/text`);
      expect(body.state).toBe('ready');
      return body.pages.map((page: { text: string }) => page.text).join('\n') as string;
    });
    expect(text).toContain(signatory?.name.split(' ').at(-1));
    const headers = { authorization: `Bearer ${await tokenFor(PEOPLE.executor)}` };
    const copy = new Uint8Array(await (await fetch(`${address}${path}/searchable`, { headers })).arrayBuffer());
    expect(Buffer.from(copy.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(sha256(copy)).not.toBe(sha256(bytes));
  }, 60_000);
});

describe('a real scan of many pages', () => {
  it('says what its ends say long before all of it is read', async () => {
    const { body: evidence } = await house.upload(await manyPages(bytes, 13), { fileName: 'long.pdf' });
    const view = async () => (await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${evidence.id}`)).body;
    const began = performance.now();
    await house.service.eventually(async () => expect((await view()).preliminary).not.toBeNull(), 60_000);
    const early = await view();
    const earlyAfter = performance.now() - began;
    expect(early).toMatchObject({ state: 'waiting', check: null, preliminary: { check: { kind: 'order', pages: [{ page: 1 }, { page: 13 }] } } });
    await house.service.eventually(async () => expect((await view()).state).toBe('checked'), 110_000);
    process.stdout.write(`13 pages: first verdict after ${earlyAfter.toFixed(0)} ms, the whole one after ${(performance.now() - began).toFixed(0)} ms\n`);
    expect(await view()).toMatchObject({ preliminary: null, check: { kind: 'order' } });
  }, 180_000);
});
