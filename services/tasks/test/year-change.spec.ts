import { CardDraftBegunSchema } from '@aigaq/contracts';
import { PEOPLE, type TestService } from '@aigaq/testing';
import { API, publishCard, SECOND_ADMIN, startTasks } from './house.js';

const EDITIONS = `${API}/editions`;
let service: TestService;
const admin = () => service.as(PEOPLE.admin);
const executor = () => service.as(PEOPLE.executor);

beforeAll(async () => {
  service = await startTasks();
  await admin().post(`${EDITIONS}/import`, { edition: '2024' });
}, 180_000);
afterAll(() => service.stop());

describe('rolling a card over to another year', () => {
  it('is of an edition in force, and once', async () => {
    expect(await admin().post(`${EDITIONS}/2024/roll-over`, { edition: '2025' })).toMatchObject({ status: 409, body: { code: 'edition.not_published' } });
    await publishCard(service);
    expect((await admin().post(`${EDITIONS}/2024/roll-over`, { edition: '2025' })).body).toMatchObject({ edition: '2025', version: 1, status: 'draft', year: null, rolledFrom: '2024' });
    expect(await service.as(SECOND_ADMIN).post(`${EDITIONS}/2024/roll-over`, { edition: '2025' })).toMatchObject({ status: 409, body: { code: 'edition.taken' } });
    expect(await executor().post(`${EDITIONS}/2024/roll-over`, { edition: '2025' })).toMatchObject({ status: 403 });
    await service.eventually(() => expect(service.told(CardDraftBegunSchema)).toMatchObject([{ edition: '2025', version: 1, fromEdition: '2024', fromVersion: 1 }]));
  }, 60_000);

  it('keeps a map of the codes, which can be edited; both years are compared by it', async () => {
    const { revision } = (await admin().get(`${EDITIONS}/2025`)).body;
    const title = { kk: 'Жаңа кіші міндет', ru: 'Новая подзадача' };
    const edits = [
      { act: 'remove', level: 'subtask', code: '1.1.1' },
      { act: 'add', level: 'subtask', parent: '1.1', code: '1.1.9', title, like: '1.1.2' },
      { act: 'map', code: '1.1.2', from: ['1.1.1', '1.1.2'] },
      { act: 'change', code: '1.1.3', fields: { secrecy: 'tax' } },
    ];
    expect((await admin().post(`${EDITIONS}/2025/edits`, { revision, edits })).status).toBe(200);
    const { from, to, rows } = (await admin().get(`${EDITIONS}/2025/comparison?with=2024`)).body;
    expect([from, to]).toEqual([{ edition: '2024', version: 1, year: 2026 }, { edition: '2025', version: 1, year: null }]);
    const told = rows.map(({ kind, after, before }: { kind: string; after: { code: string } | null; before: { code: string }[] }) => [kind, after?.code, before.map(({ code }) => code)]);
    expect(told.slice(0, 3)).toEqual([['matched', '1.1.2', ['1.1.1', '1.1.2']], ['changed', '1.1.3', ['1.1.3']], ['added', '1.1.9', []]]);
    expect(rows).toHaveLength(39);
  }, 60_000);

  it('takes the dates of its own year, and is sent for review like any other', async () => {
    expect((await admin().put(`${EDITIONS}/2025/dates`, { year: 2025 })).body).toMatchObject({ year: 2025 });
    expect((await admin().post(`${EDITIONS}/2025/review`, {})).body).toMatchObject({ status: 'in-review' });
    expect((await service.as(SECOND_ADMIN).post(`${EDITIONS}/2025/publish`, {})).body).toMatchObject({ edition: '2025', status: 'published', inForce: true });
    expect((await executor().get(EDITIONS)).body.map(({ edition }: { edition: string }) => edition)).toEqual(['2025', '2024']);
  }, 60_000);

  it('is compared by whoever may see both', async () => {
    await admin().post(`${EDITIONS}/2025/roll-over`, { edition: '2029' });
    expect(await executor().get(`${EDITIONS}/2029/comparison?with=2025`)).toMatchObject({ status: 404, body: { code: 'edition.unknown' } });
    expect((await executor().get(`${EDITIONS}/2025/comparison?with=2024`)).status).toBe(200);
  }, 60_000);
});
