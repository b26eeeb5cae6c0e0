import type { RiskPicturesView, RiskPictureView } from '@aigaq/api';
import { PictureSectionUpdatedSchema } from '@aigaq/contracts';
import { PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { API, DISTRICT, startTasks } from './house.js';

const ROW = { position: 'Главный специалист', unit: 'Отдел', function: 'Предоставление участков', regulation: 'Земельный кодекс', risk: 'Выбор без торгов', measure: 'Публиковать перечень' };
const ENTRY = { risk: 'Закупки из одного источника', source: 'media', since: '2026-05-01' };
const PICTURE = `${API}/risk-pictures/kostanay`;
let id = '';
let service: TestService;
beforeAll(async () => {
  service = await startTasks();
  const executor = service.as(PEOPLE.executor);
  id = (await executor.post(`${API}/analyses`, { organisationId: DISTRICT, object: 'Отдел земельных отношений', start: '2026-06-10', end: '2026-07-03' })).body.id;
  service.clock.set(new Date('2026-07-20T04:00:00Z'));
  await executor.put(`${API}/analyses/${encodeURIComponent(id)}/positions`, { version: 0, positions: [ROW] });
}, 60_000);
afterAll(() => service.stop());

const picture = async (person: TestPerson) => (await service.as(person).get(PICTURE)).body as RiskPictureView;
const record = (step: string, doneOn: string) => service.as(PEOPLE.executor).post(`${API}/analyses/${encodeURIComponent(id)}/steps`, { step, doneOn });
const update = (person: TestPerson, section: number, body: object) => service.as(person).post(`${PICTURE}/sections/${section}`, { note: 'Обновлено на сайте', ...body });
const refusal = (status: number, code: string) => ({ status, body: { code } });
const kostanay = async () => ((await service.as(PEOPLE.analyst).get(`${API}/risk-pictures`)).body as RiskPicturesView).regions.find(({ regionId }) => regionId === 'kostanay');

describe('the picture of risks of a region', () => {
  it('shows positions once the note is signed, risks once the plan is approved', async () => {
    const rows = async () => (await picture(PEOPLE.stranger)).sections.map((section) => section.rows.length);
    expect(await rows()).toEqual([0, 0, 0]);
    await record('sign_note', '2026-07-08');
    expect(await rows()).toEqual([1, 0, 0]);
    await record('develop_plan', '2026-07-15');
    expect(await rows()).toEqual([1, 1, 0]);
    expect((await picture(PEOPLE.stranger)).sections[0]).toMatchObject({
      keeper: { id: 'akimat-kostanay' },
      isStale: true,
      updatedOn: null,
      mayUpdate: false,
      rows: [{ ...ROW, organisation: { id: DISTRICT }, analysisId: id }],
    });
  });

  it('stands on the schematic with the other regions', async () => {
    const { body } = (await service.as(PEOPLE.stranger).get(`${API}/risk-pictures`)) as { body: RiskPicturesView };
    expect(body.regions).toHaveLength(20);
    expect(new Set(body.regions.map(({ column, row }) => `${column} ${row}`)).size).toBe(20);
    expect(body.regions.every(({ column, row }) => column < body.columns && row < body.rows)).toBe(true);
    expect(await kostanay()).toMatchObject({ positions: 1, risks: 1, entries: 0 });
  });

  it('is kept up to date by the akimat in sections 1 and 2, by the department in section 3', async () => {
    const { body } = (await update(PEOPLE.coordinator, 1, {})) as { body: RiskPictureView };
    expect(body.sections[0]).toMatchObject({ isStale: false, updatedOn: '2026-07-20', updatedBy: { name: PEOPLE.coordinator.name }, note: 'Обновлено на сайте', mayUpdate: true });
    expect(body.sections[2]).toMatchObject({ keeper: { id: 'agency-department-kostanay' }, mayUpdate: false });
    expect(await update(PEOPLE.department, 3, { entries: [ENTRY] })).toMatchObject({ status: 200, body: { sections: [{}, {}, { entries: [ENTRY], mayUpdate: true }] } });
    expect(await kostanay()).toMatchObject({ entries: 1 });
    await service.eventually(() => expect(service.told(PictureSectionUpdatedSchema)).toMatchObject([{ regionId: 'kostanay', section: 1 }, { section: 3, entries: 1 }]));
  });

  it.each<[string, TestPerson, number, object, number, string]>([
    ['the department in section 1', PEOPLE.department, 1, {}, 403, 'picture.not_keeper'],
    ['the akimat in section 3', PEOPLE.coordinator, 3, { entries: [] }, 403, 'picture.not_keeper'],
    ['another region', PEOPLE.strangerCoordinator, 1, {}, 403, 'picture.not_keeper'],
    ['a district', PEOPLE.executor, 1, {}, 403, 'picture.not_keeper'],
    ['the Agency itself', PEOPLE.curator, 3, { entries: [] }, 403, 'picture.not_keeper'],
    ['who only reads', PEOPLE.analyst, 1, {}, 403, 'act.forbidden'],
    ['anybody in a section that there is not', PEOPLE.coordinator, 7, {}, 404, 'picture.unknown_section'],
    ['the akimat with entries of its own', PEOPLE.coordinator, 2, { entries: [ENTRY] }, 400, 'picture.no_entries'],
    ['the department without entries', PEOPLE.department, 3, {}, 400, 'picture.entries_wanted'],
    ['the department with a rumour', PEOPLE.department, 3, { entries: [{ ...ENTRY, source: 'rumour' }] }, 400, 'picture.unknown_source'],
  ])('is not changed by %s', async (_who, person, section, body, status, code) => {
    expect(await update(person, section, body)).toMatchObject(refusal(status, code));
  });

  it('of a region that there is not is not found', async () => {
    expect(await service.as(PEOPLE.analyst).get(`${API}/risk-pictures/nowhere`)).toMatchObject(refusal(404, 'picture.unknown_region'));
  });
});
