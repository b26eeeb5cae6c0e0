import { EvidenceCheckedSchema } from '@aigaq/contracts';
import { fact, PEOPLE } from '@aigaq/testing';
import { CheckRequestedSchema } from '@aigaq/contracts';
import { House, SCRIPTED } from './house.js';

let house: House;
beforeAll(async () => {
  house = await House.open({ withWorker: true, reading: { languageFolder: '/nowhere', timeoutSeconds: 1, command: SCRIPTED } });
}, 60_000);
afterAll(() => house.close());

const upload = async (text: string): Promise<string> => (await house.upload(Buffer.from(text))).body.id as string;
const view = async (id: string) => (await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}`)).body;
const told = (id: string) => house.service.told(EvidenceCheckedSchema).filter(({ evidenceId }) => evidenceId === id);
const read = (id: string, state: string) => house.service.eventually(async () => expect(await view(id)).toMatchObject({ state }));

describe('checking evidence', () => {
  it('measures it by the rule and the register of heads, keeps and tells what was found, in words', async () => {
    const id = await upload('good paper');
    await read(id, 'checked');
    const { check } = await view(id);
    expect(check).toMatchObject({ verdict: 'passed', kind: 'order', number: '7', date: '2026-10-01', language: 'ru' });
    expect(check.findings).toMatchObject([
      { code: 'number', outcome: 'note', page: 1, text: { ru: expect.stringContaining('Номер документа: ["А'), kk: expect.not.stringContaining('number') } },
    ]);
    expect(check.pages).toEqual([{ page: 1, width: 10, height: 14, blank: false, rotation: 0 }]);
    await house.service.eventually(() => expect(told(id)).toMatchObject([{ verdict: 'passed', findings: [{ code: 'number', outcome: 'note' }] }]));
  });

  it('does nothing when it is asked again', async () => {
    const id = await upload('once more');
    await read(id, 'checked');
    const before = await view(id);
    await house.service.tell(fact(CheckRequestedSchema, { evidenceId: id }, { key: id }));
    expect(await view(id)).toEqual(before);
    await house.service.eventually(() => expect(told(id)).toHaveLength(1));
  });

  it.each(['fall', 'fail', 'hang'])('gives a paper on which the reading process would %s to a person, and goes on with the next', async (word) => {
    const id = await upload(`${word} over this`);
    const next = await upload('a good one behind it');
    await read(id, 'unreadable');
    expect(await view(id)).toMatchObject({
      check: { verdict: 'person', findings: [{ code: 'unreadable', outcome: 'person', text: { ru: expect.stringContaining('посмотрит человек') } }] },
    });
    await house.service.eventually(() => expect(told(id)).toMatchObject([{ verdict: 'person' }]));
    await read(next, 'checked');
  });

  it('keeps the pictures of the pages', async () => {
    const id = await upload('pictures');
    await read(id, 'checked');
    const answer = await house.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}/pages/1`);
    expect(answer).toMatchObject({ status: 200, body: 'picture', headers: { 'content-type': 'image/jpeg' } });
  });
});

describe('without a reader', () => {
  it.each([
    ['no language data in the folder', { languageFolder: '/nowhere' }],
    ['a reading process that does not start', { languageFolder: '/', command: { script: new URL('nowhere.mjs', import.meta.url), execArgv: [] } }],
  ])('a paper waits, it is not called unreadable: %s', async (_case, reading) => {
    const other = await House.open({ withWorker: true, reading });
    try {
      const { body: upload } = await other.announce(Buffer.from('x'));
      expect(upload.id).toBeDefined();
    } finally {
      await other.close();
    }
  });
});
