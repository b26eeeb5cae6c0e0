import { PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { idOf, paperFor, startRolledOut, urlOf } from './house.js';

let service: TestService;
const id = idOf('1.1.2');
const NONE = { chosen: [], left: [], remark: '', zeroCase: false, savedAt: null };
const draft = async (person: TestPerson, of = id) => service.as(person).get(urlOf(of, 'draft'));
const save = (person: TestPerson, body: object, of = id) => service.as(person).put(urlOf(of, 'draft'), { chosen: [], left: [], remark: '', zeroCase: false, ...body });

beforeAll(async () => {
  service = await startRolledOut();
}, 180_000);
afterAll(() => service.stop());

describe('what a person has prepared', () => {
  it('is his own, and is there again when he comes back', async () => {
    expect((await draft(PEOPLE.executor)).body).toEqual(NONE);
    const prepared = { chosen: ['e1'], left: ['e2'], remark: 'Приказ с приложением', zeroCase: false };
    const saved = { ...prepared, savedAt: '2026-05-20T04:00:00.000Z' };
    expect(await save(PEOPLE.executor, prepared)).toMatchObject({ status: 200, body: saved });
    expect((await draft(PEOPLE.executor)).body).toEqual(saved);
    expect((await draft(PEOPLE.executor2)).body).toEqual(NONE);
  });

  it('saved twice at once is one draft', async () => {
    const answers = await Promise.all(['а', 'б', 'в', 'г'].map((remark) => save(PEOPLE.executor2, { remark })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(['а', 'б', 'в', 'г']).toContain((await draft(PEOPLE.executor2)).body.remark);
  });

  it('is no draft any more once it is handed in', async () => {
    await service.as(PEOPLE.executor).post(urlOf(id, 'submit'), { evidenceIds: [await paperFor(service, id)] });
    expect((await draft(PEOPLE.executor)).body).toEqual(NONE);
  });

  it('is nobody\'s who does not hand in, and of something secret only of those on the list', async () => {
    expect(await draft(PEOPLE.head)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
    expect(await save(PEOPLE.stranger, {})).toMatchObject({ status: 404, body: { code: 'assignment.unknown' } });
    expect(await save(PEOPLE.executor, { remark: 'Тайна' }, idOf('2.5.5', undefined, '2026-H1'))).toMatchObject({ status: 403, body: { code: 'secret.not_listed' } });
    expect((await save(PEOPLE.executor, { remark: 'x'.repeat(2001) })).status).toBe(400);
  });
});
