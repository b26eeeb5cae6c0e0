import { CheckRequestedSchema, EvidenceCheckedSchema } from '@aigaq/contracts';
import { fact, PEOPLE } from '@aigaq/testing';
import { House, NOWHERE, scripted, SOURCES } from './house.js';
import { plainPdf } from './papers.js';

let house: House;
beforeAll(async () => {
  house = await House.open({ withWorker: true, reading: scripted() });
}, 180_000);
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
      { code: 'number', outcome: 'note', page: 1, text: { ru: 'Номер документа: ["С.А. Кожахметов","С.А. Қожахметов"].', kk: expect.not.stringContaining('number') } },
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

describe('a paper signed electronically', () => {
  it('says who signed it, when, and whether that holds, to those who may see the paper and to nobody else', async () => {
    const id = await upload('signed paper');
    await read(id, 'checked');
    const [signature] = (await view(id)).check.signatures;
    expect(signature).toMatchObject({
      ...{ validity: 'undetermined', trustedTime: null, claimedTime: '2026-10-01T05:00:00.000Z', laterBytes: 812, laterChanges: [{ ru: 'добавлена подпись' }] },
      reason: { ru: expect.stringContaining('не ответила'), kk: expect.stringContaining('жауап бермеді') },
      signer: { name: 'КОЖАХМЕТОВ САКЕН', iin: '••••••••0123', bin: '960340000123', kind: { ru: 'первый руководитель юридического лица' } },
    });
    for (const person of [PEOPLE.stranger, PEOPLE.strangerCoordinator]) {
      expect(await house.service.as(person).get(`/api/evidence/documents/${id}`)).toMatchObject({ status: 404 });
    }
  });

  it('is told of an unsigned one that there are none', async () => {
    const id = await upload('no such thing');
    await read(id, 'checked');
    expect((await view(id)).check.signatures).toEqual([]);
  });
});

describe('stopping', () => {
  it('in the middle of a check takes seconds, and the paper still waits', async () => {
    const other = await House.open({ withWorker: true, reading: scripted(600) });
    const { body } = await other.upload(Buffer.from('hang on'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await other.service.as(PEOPLE.executor).get(`/api/evidence/documents/${body.id}`)).body.state).toBe('waiting');
    const began = Date.now();
    await other.close();
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});

describe('an outage of the reader', () => {
  const stateIn = async (other: House, id: string) => (await other.service.as(PEOPLE.executor).get(`/api/evidence/documents/${id}`)).body.state;

  it('is not blamed on the paper: without language data it waits', async () => {
    const other = await House.open({ withWorker: true, reading: { tesseract: NOWHERE, command: SOURCES } });
    try {
      const { body } = await other.upload(await plainPdf());
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      expect(await stateIn(other, body.id)).toBe('waiting');
    } finally {
      await other.close();
    }
  });

  it('is not blamed on the file: when nothing can be inspected the upload can be completed later', async () => {
    const other = await House.open({ reading: { command: { script: new URL('nowhere.mjs', import.meta.url), execArgv: [] } } });
    try {
      const { status, body } = await other.upload(await plainPdf());
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'reading.unavailable' });
      expect(await other.filesIn('quarantine')).toHaveLength(1);
    } finally {
      await other.close();
    }
  });
});
