import type { BulkOutcome } from '@aigaq/api';
import { PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { API, idOf, paperFor, startRolledOut, urlOf } from './house.js';

let service: TestService;
const IDS = ['1.1.2', '1.1.3', '1.2.1'].map((code) => idOf(code));
const FOREIGN = idOf('1.1.2', 'akimat-zhambyl-zhualy');
const bulk = (person: TestPerson, act: string, ids: readonly string[], more: object = {}, language: 'kk' | 'ru' = 'ru') =>
  service.as(person, language).post(`${API}/assignments/bulk`, { act, dryRun: false, items: ids.map((id) => ({ id })), ...more });
const outcomes = async (...asked: Parameters<typeof bulk>) => {
  const { status, body } = await bulk(...asked);
  expect(status).toBe(200);
  return body.items.map(({ outcome, code }: BulkOutcome) => (code === null ? outcome : `${outcome} ${code}`));
};
const statusOf = async (id: string) => {
  const { body } = await service.as(PEOPLE.curator).get(urlOf(id));
  return [body.status, body.reviewer?.id ?? null, body.history.length];
};

beforeAll(async () => {
  service = await startRolledOut();
  for (const id of IDS.slice(0, 2)) {
    await service.as(PEOPLE.executor).post(urlOf(id, 'submit'), { evidenceIds: [await paperFor(service, id)] });
  }
}, 180_000);
afterAll(() => service.stop());

describe('one act on many', () => {
  it('is tried first: nothing is stored, and each is told by itself in words', async () => {
    const { body } = await bulk(PEOPLE.coordinator, 'pass-on', [...IDS, FOREIGN, 'nothing'], { dryRun: true });
    expect(body.dryRun).toBe(true);
    expect(body.items.map(({ outcome }: BulkOutcome) => outcome)).toEqual(['possible', 'possible', 'refused', 'refused', 'refused']);
    expect(body.items[2]).toEqual({ id: IDS[2], outcome: 'refused', code: 'assignment.wrong_status', words: 'В нынешнем состоянии задания это действие невозможно.' });
    expect(body.items[3].code).toBe('assignment.unknown');
    expect(await statusOf(IDS[0]!)).toEqual(['in-review', 'akimat-kostanay', 1]);
  });

  it('is done where it can be, in whatever words the person reads', async () => {
    expect(await outcomes(PEOPLE.coordinator, 'take', [IDS[0]!, IDS[0]!])).toEqual(['done', 'unchanged']);
    const { body } = await bulk(PEOPLE.both, 'pass-on', IDS, {}, 'kk');
    expect(body.items.map(({ outcome, code }: BulkOutcome) => [outcome, code])).toEqual([['refused', 'assignment.taken'], ['done', null], ['refused', 'assignment.wrong_status']]);
    expect(body.items[0].words).toContain('жұмысқа алып қойған');
    expect(await outcomes(PEOPLE.coordinator, 'pass-on', IDS)).toEqual(['done', 'refused assignment.not_reviewer', 'refused assignment.wrong_status']);
  });

  it('is taken back within a minute by whoever did it, what happened to since aside', async () => {
    await service.as(PEOPLE.curator).post(urlOf(IDS[1]!, 'take'), {});
    expect(await outcomes(PEOPLE.coordinator, 'undo', IDS)).toEqual(['done', 'refused assignment.nothing_to_undo', 'refused assignment.nothing_to_undo']);
    expect(await statusOf(IDS[0]!)).toEqual(['in-review', 'akimat-kostanay', 4]);
    expect(await outcomes(PEOPLE.both, 'undo', IDS)).toEqual(Array(3).fill('refused assignment.nothing_to_undo'));
  });

  it('of returning says one reason for all; of accepting asks for a fresh login', async () => {
    expect((await bulk(PEOPLE.coordinator, 'return', IDS)).status).toBe(400);
    expect(await outcomes(PEOPLE.coordinator, 'return', [IDS[0]!], { reason: 'not-signed', remark: 'Нет подписи' })).toEqual(['done']);
    const accept = { act: 'accept', dryRun: false, items: [{ id: IDS[1]! }] };
    const stale = await service.as(PEOPLE.curator, 'ru', { acr: '1' }).post(`${API}/assignments/bulk`, accept);
    expect(stale).toMatchObject({ status: 403, body: { code: 'token.step_up_needed' } });
    expect(await outcomes(PEOPLE.curator, 'accept', [IDS[1]!, FOREIGN])).toEqual(['done', 'refused assignment.wrong_status']);
  });

  it('is refused to those who review nothing, and of too many', async () => {
    expect(await bulk(PEOPLE.executor, 'take', IDS)).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
    expect((await bulk(PEOPLE.coordinator, 'take', Array(101).fill('x'))).status).toBe(400);
  });
});
