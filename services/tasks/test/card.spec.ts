import type { EditionView } from '@aigaq/api';
import { CardDatesSetSchema, CardImportedSchema, CardPublishedSchema, CardRuleSetSchema, CardSentBackSchema, CardSentForReviewSchema } from '@aigaq/contracts';
import { PEOPLE, type TestService } from '@aigaq/testing';
import { API, SECOND_ADMIN, startTasks } from './house.js';

const EDITIONS = `${API}/editions`;
const days = { period: '2026', opensOn: '2026-02-01', dueOn: '2026-06-01', lockedOn: '2026-06-15' };

let service: TestService;
const admin = () => service.as(PEOPLE.admin);

beforeAll(async () => {
  service = await startTasks();
}, 180_000);
afterAll(() => service.stop());

const subtaskOf = ({ projects }: EditionView, code: string) =>
  projects.flatMap(({ tasks }) => tasks.flatMap(({ subtasks }) => subtasks)).find((each) => each.code === code)!;

// One story: each step goes on from the one before.
describe('preparing a card', () => {
  it('knows nothing before the import', async () => {
    expect((await admin().get(EDITIONS)).body).toEqual([]);
    expect(await admin().get(`${EDITIONS}/2024`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect(await admin().post(`${EDITIONS}/import`, { edition: '2019' })).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect((await admin().post(`${EDITIONS}/import`, { edition: '../x' })).status).toBe(400);
  });

  it('imports it with what the administrator has to know', async () => {
    const { status, body } = await admin().post(`${EDITIONS}/import`, { edition: '2024' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ edition: '2024', outcome: 'created', counts: { projects: 4, tasks: 16, subtasks: 39 } });
    const remarks = Map.groupBy(body.remarks as { code: string; subtask: string }[], ({ code }) => code);
    expect([...remarks].map(([code, those]) => [code, those.length])).toEqual([
      ['card.kazakh_proposed', 1],
      ['card.no_dates', 39],
      ['card.frequency_assumed', 13],
      ['card.restricted', 2],
      ['card.no_upload', 1],
    ]);
    expect(remarks.get('card.restricted')?.map(({ subtask }) => subtask)).toEqual(['2.1.1', '2.5.5']);
    expect(remarks.get('card.no_upload')?.map(({ subtask }) => subtask)).toEqual(['4.2.2']);
  });

  it('changes nothing when it is imported again', async () => {
    expect((await admin().post(`${EDITIONS}/import`, { edition: '2024' })).body.outcome).toBe('unchanged');
    await service.eventually(() => expect(service.told(CardImportedSchema)).toHaveLength(1));
  });

  it('is neither published nor rolled out without days', async () => {
    expect(await admin().post(`${EDITIONS}/2024/review`, {})).toMatchObject({ status: 400, body: { code: 'edition.dates_missing' } });
    expect(await admin().post(`${EDITIONS}/2024/publish`, {})).toMatchObject({ status: 409, body: { code: 'edition.not_in_review' } });
    const rollout = await admin().post(`${EDITIONS}/2024/rollouts`, { dryRun: true });
    expect(rollout).toMatchObject({ status: 409, body: { code: 'edition.not_published' } });
  });

  it.each([
    ['edition.unknown_period', { subtask: '9.9.9', ...days }],
    ['edition.unknown_period', { subtask: '1.1.2', ...days, period: '2026-Q1' }],
    ['edition.dates_disordered', { subtask: '1.1.2', ...days, dueOn: '2026-01-01' }],
  ])('refuses wrong days: %s', async (code, change) => {
    expect(await admin().put(`${EDITIONS}/2024/dates`, { year: 2026, changes: [change] })).toMatchObject({ status: 400, body: { code } });
  });

  it('takes the proposed days, overruled by the administrator', async () => {
    const { status, body } = await admin().put(`${EDITIONS}/2024/dates`, { year: 2026, changes: [{ subtask: '1.1.2', ...days }] });
    expect(status).toBe(200);
    const subtasks = (body as EditionView).projects.flatMap((project) => project.tasks.flatMap((task) => task.subtasks));
    expect(subtasks).toHaveLength(39);
    expect(subtasks.filter(({ dates }) => dates.length === 0)).toEqual([]);
    expect(subtasks.find(({ code }) => code === '1.1.2')?.dates).toMatchObject([{ ...days, reasons: { due: { code: 'date.set_by_agency' } } }]);
    expect((await admin().get(`${EDITIONS}/2024`)).body).toEqual(body);
  });

  it('takes another rule of evidence, in the draft alone', async () => {
    const rule = subtaskOf((await admin().get(`${EDITIONS}/2024`)).body as EditionView, '1.1.2').rule;
    const url = `${EDITIONS}/2024/subtasks/1.1.2/rule`;
    const { status, body } = await admin().put(url, { rule: { ...rule, stamp: 'required' } });
    expect([status, subtaskOf(body as EditionView, '1.1.2').rule.stamp]).toEqual([200, 'required']);
    expect((await admin().get(`${EDITIONS}/2024`)).body).toEqual(body);
    expect(await admin().put(url, { rule: { ...rule, documents: [] } })).toMatchObject({ status: 400, body: { code: 'edition.rule_empty' } });
    expect(await admin().put(url, { rule: { ...rule, documents: [...rule.documents, rule.documents[0]] } })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await admin().put(`${EDITIONS}/2024/subtasks/9.9.9/rule`, { rule })).toMatchObject({ status: 404, body: { code: 'edition.unknown_subtask' } });
    expect((await admin().put(url, { rule })).body).toMatchObject({ status: 'draft' });
    await service.eventually(() => expect(service.told(CardRuleSetSchema)).toHaveLength(2));
  });

  it('goes to another administrator, who may send it back with a remark', async () => {
    const second = service.as(SECOND_ADMIN);
    expect((await admin().post(`${EDITIONS}/2024/review`, {})).body).toMatchObject({ status: 'in-review', sentBy: { id: PEOPLE.admin.id } });
    expect(await admin().put(`${EDITIONS}/2024/dates`, { year: 2026 })).toMatchObject({ status: 409, body: { code: 'edition.in_review' } });
    expect((await second.post(`${EDITIONS}/2024/return`, { remark: ' ' })).status).toBe(400);
    const { body } = await second.post(`${EDITIONS}/2024/return`, { remark: 'Уточните срок' });
    expect(body).toMatchObject({ status: 'draft', sentBy: null, sentBack: { by: { id: SECOND_ADMIN.id }, remark: 'Уточните срок' } });
    expect((await admin().post(`${EDITIONS}/2024/review`, {})).body).toMatchObject({ status: 'in-review', sentBack: null });
    await service.eventually(() => expect([service.told(CardSentForReviewSchema).length, service.told(CardSentBackSchema)]).toMatchObject([2, [{ edition: '2024', version: 1, remark: 'Уточните срок' }]]));
  });

  it('is not published by the one who prepared it', async () => {
    expect(await admin().post(`${EDITIONS}/2024/publish`, {})).toMatchObject({ status: 403, body: { code: 'edition.own_work' } });
  });

  it('is published, tells its rules, and never changes again', async () => {
    const { status, body } = await service.as(SECOND_ADMIN).post(`${EDITIONS}/2024/publish`, {});
    expect([status, body.status, body.publishedAt]).toEqual([200, 'published', '2026-05-20T04:00:00.000Z']);
    await service.eventually(() => {
      expect(service.told(CardDatesSetSchema)).toHaveLength(1);
      expect(service.told(CardPublishedSchema).map(({ subtasks }) => subtasks.length)).toEqual([39]);
    });
    expect(await admin().post(`${EDITIONS}/2024/publish`, {})).toMatchObject({ status: 409, body: { code: 'edition.published' } });
    expect(await admin().put(`${EDITIONS}/2024/dates`, { year: 2026 })).toMatchObject({ status: 409, body: { code: 'edition.published' } });
    const { rule } = subtaskOf((await admin().get(`${EDITIONS}/2024`)).body as EditionView, '1.1.2');
    expect(await admin().put(`${EDITIONS}/2024/subtasks/1.1.2/rule`, { rule })).toMatchObject({ status: 409, body: { code: 'edition.published' } });
    expect((await admin().post(`${EDITIONS}/import`, { edition: '2024' })).body.outcome).toBe('unchanged');
    expect((await admin().get(EDITIONS)).body).toMatchObject([{ edition: '2024', version: 1, status: 'published', inForce: true, approvedBy: { id: SECOND_ADMIN.id } }]);
  });
});

describe('the card of 2022', () => {
  it('is imported beside it, with what is not official', async () => {
    const { status, body } = await admin().post(`${EDITIONS}/import`, { edition: '2022' });
    expect([status, body.counts]).toEqual([200, { projects: 4, tasks: 21, subtasks: 68 }]);
    expect(body.remarks).toContainEqual({ code: 'card.kazakh_proposed', subtask: null, data: { count: '68' } });
    const dated = await admin().put(`${EDITIONS}/2022/dates`, { year: 2026 });
    expect(dated.status).toBe(200);
    expect((await admin().post(`${EDITIONS}/2022/review`, {})).status).toBe(200);
    expect((await service.as(SECOND_ADMIN).post(`${EDITIONS}/2022/publish`, {})).status).toBe(200);
  });
});

describe('who may prepare a card', () => {
  it.each(['curator', 'executor', 'auditor'] as const)('not a %s', async (name) => {
    const asker = service.as(PEOPLE[name]);
    const answers = await Promise.all([
      asker.post(`${EDITIONS}/import`, { edition: '2024' }),
      asker.put(`${EDITIONS}/2024/dates`, { year: 2026 }),
      asker.post(`${EDITIONS}/2024/review`, {}),
      asker.post(`${EDITIONS}/2024/return`, { remark: 'Уточните срок' }),
      asker.post(`${EDITIONS}/2024/publish`, {}),
      asker.post(`${EDITIONS}/2024/amend`, {}),
      asker.post(`${EDITIONS}/2024/edits`, { revision: 1, edits: [{ act: 'remove', level: 'task', code: '1.1' }] }),
      asker.get(`${EDITIONS}/2024/impact`),
      asker.post(`${EDITIONS}/2024/rollouts`, { dryRun: true }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array.from({ length: 9 }, () => [403, 'act.forbidden']));
  });

  it('nobody without a token', async () => {
    expect((await service.anybody().get(EDITIONS)).status).toBe(401);
  });
});
