import type { AnalysisDraft, AnalysisRow, AnalysisView, PageOf } from '@aigaq/api';
import { AnalysisPlannedSchema, AnalysisReplannedSchema, AnalysisStepDoneSchema, ExposedPositionsListedSchema } from '@aigaq/contracts';
import { factsOfDirectory, PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { API, DISTRICT, startTasks } from './house.js';

const REGION = 'akimat-kostanay';
const ENTITY = 'qs-980140900002';
const DAYS = { start: '2026-06-10', end: '2026-07-03' };
const REASON = 'Приказ № 12';
const url = (id = '', act = ''): string => `${API}/analyses${id && `/${encodeURIComponent(id)}`}${act && `/${act}`}`;

let service: TestService;
beforeAll(async () => {
  service = await startTasks();
}, 60_000);
afterAll(() => service.stop());

const post = (person: TestPerson, path: string, body: object) => service.as(person).post(path, body);
const plan = (person: TestPerson, change: object = {}) => post(person, url(), { organisationId: DISTRICT, object: 'Отдел земельных отношений', ...DAYS, ...change });
const view = async (person: TestPerson, id: string) => (await service.as(person).get(url(id))).body as AnalysisView;
const dueOf = ({ steps }: AnalysisView) => Object.fromEntries(steps.map(({ key, dueOn }) => [key, dueOn]));
const refusal = (status: number, code: string) => ({ status, body: { code } });
const ID = `${DISTRICT}:2026-1`;

describe('planning an analysis', () => {
  it('shows what follows from two days before anything is stored', async () => {
    const query = `organisationId=${DISTRICT}&start=${DAYS.start}&end=${DAYS.end}`;
    const { status, body } = (await service.as(PEOPLE.executor).get(url('draft') + `?${query}`)) as { status: number; body: AnalysisDraft };
    expect({ status, workingDays: body.workingDays }).toEqual({ status: 200, workingDays: 18 });
    expect(body.dates.slice(0, 2)).toMatchObject([
      { key: 'announce_start', dueOn: '2026-05-26', isProvisional: false, reason: { code: 'calendar.working_days_before', data: { amount: '10', anchor: '2026-06-10' } } },
      { key: 'announce_discussion', dueOn: '2026-06-19' },
    ]);
    expect((await service.as(PEOPLE.executor).get(url())).body.items).toEqual([]);
    const short = (await service.as(PEOPLE.executor).get(url('draft') + `?organisationId=${DISTRICT}&start=2026-06-10&end=2026-06-12`)).body as AnalysisDraft;
    expect(short.findings).toMatchObject([{ code: 'analysis.too_short', severity: 'refused' }]);
    const reversed = (await service.as(PEOPLE.executor).get(url('draft') + `?organisationId=${DISTRICT}&start=2026-06-10&end=2026-06-01`)).body as AnalysisDraft;
    expect(reversed).toMatchObject({ workingDays: null, dates: [], findings: [{ code: 'analysis.disordered' }] });
  });

  it('stores it, tells it, and lists it for the body and for those above', async () => {
    const { status, body } = await plan(PEOPLE.executor, { team: [{ name: 'Ахметова Г.М.', position: 'Руководитель группы' }] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: ID, status: 'planned', kind: 'internal', next: { key: 'announce_start', dueOn: '2026-05-26' }, overdue: 0, findings: [], allowed: ['replan', 'record', 'cancel'] });
    await service.eventually(() => expect(service.told(AnalysisPlannedSchema)).toMatchObject([{ analysisId: ID, startOn: DAYS.start, endOn: DAYS.end }]));
    for (const person of [PEOPLE.executor, PEOPLE.coordinator, PEOPLE.head, PEOPLE.analyst]) {
      const { body: list } = (await service.as(person).get(url())) as { body: PageOf<AnalysisRow> };
      expect(list.items.map(({ id }) => id)).toEqual([ID]);
    }
    expect((await view(PEOPLE.analyst, ID)).allowed).toEqual([]);
  });

  it('is not stored twice, nor when the days are refused', async () => {
    expect(await plan(PEOPLE.executor)).toMatchObject(refusal(409, 'analysis.overlaps'));
    expect(await plan(PEOPLE.executor, { object: 'Другой отдел', end: '2026-06-12' })).toMatchObject(refusal(400, 'analysis.too_short'));
    expect(await plan(PEOPLE.executor, { object: 'Другой отдел', end: '2026-08-12' })).toMatchObject(refusal(400, 'analysis.too_long'));
    expect(await plan(PEOPLE.executor, { start: '2026-06-10', end: '2026-06-01' })).toMatchObject(refusal(400, 'analysis.disordered'));
  });

  it('of two at the same moment stores one', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => plan(PEOPLE.coordinator, { organisationId: REGION, object: 'Аппарат акима' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const others = await Promise.all(['А-отдел', 'Б-отдел', 'В-отдел'].map((object) => plan(PEOPLE.coordinator, { organisationId: REGION, object })));
    expect(others.map(({ body }) => body.id).sort()).toEqual([2, 3, 4].map((number) => `${REGION}:2026-${number}`));
  });

  it('waits for a year after an external one', async () => {
    const external = await plan(PEOPLE.compliance, { organisationId: ENTITY, kind: 'external', object: 'Общество', start: '2026-01-12', end: '2026-03-31' });
    expect(external).toMatchObject({ status: 201, body: { kind: 'external', status: 'done', steps: [] } });
    expect(await plan(PEOPLE.compliance, { organisationId: ENTITY })).toMatchObject(refusal(400, 'analysis.after_external'));
    expect(await post(PEOPLE.compliance, url(external.body.id, 'steps'), { step: 'sign_note', doneOn: '2026-05-01' })).toMatchObject(refusal(409, 'analysis.external'));
  });

  it.each<[string, TestPerson, object, number, string]>([
    ['somebody of another district', PEOPLE.stranger, {}, 404, 'analysis.unknown_body'],
    ['a body that is not there', PEOPLE.executor, { organisationId: 'nowhere' }, 404, 'analysis.unknown_body'],
    ['who only reads', PEOPLE.head, {}, 403, 'act.forbidden'],
    ['the Agency', PEOPLE.curator, {}, 403, 'act.forbidden'],
  ])('is refused to %s', async (_who, person, change, status, code) => {
    expect(await plan(person, change)).toMatchObject(refusal(status, code));
  });
});

describe('a body of whom the programme asks no analysis', () => {
  it('plans none', async () => {
    const clerk = { id: 'a19a9000-0000-4000-8000-000000000097', name: 'Қызметкер', locale: 'kk', memberships: [{ organisationId: 'agency-department-kostanay', role: 'executor' }] } as const;
    await service.tell(...factsOfDirectory({ people: [clerk] }));
    expect(await plan(clerk, { organisationId: 'agency-department-kostanay' })).toMatchObject(refusal(400, 'analysis.no_audience'));
  });
});

describe('an analysis that is planned', () => {
  it('moves with its reason, and says before what would move', async () => {
    const { body: draft } = await service.as(PEOPLE.executor).get(`${url(ID, 'moved')}?start=2026-06-15&end=2026-07-08`);
    expect(draft.moved.slice(0, 3)).toMatchObject([
      { step: 'analysis_start', before: '2026-06-10', after: '2026-06-15' },
      { step: 'analysis_end', before: '2026-07-03', after: '2026-07-08' },
      { step: 'announce_start', before: '2026-05-26', after: '2026-06-01' },
    ]);
    const { body } = (await post(PEOPLE.coordinator, url(ID, 'replan'), { start: '2026-06-15', end: '2026-07-08', reason: REASON })) as { body: AnalysisView };
    expect(body.history.at(-1)).toMatchObject({ act: 'replanned', by: { name: PEOPLE.coordinator.name }, reason: REASON, moved: draft.moved });
    await service.eventually(() => expect(service.told(AnalysisReplannedSchema)).toMatchObject([{ analysisId: ID, reason: REASON }]));
    expect(await post(PEOPLE.executor, url(ID, 'replan'), { start: '2026-06-15', end: '2026-07-08', reason: REASON })).toMatchObject(refusal(400, 'analysis.unmoved'));
  });

  it('goes on step by step; what is counted from a fact is counted again', async () => {
    expect(await post(PEOPLE.executor, url(ID, 'steps'), { step: 'announce_start', doneOn: '2026-05-21' })).toMatchObject(refusal(400, 'analysis.in_future'));
    const announced = await post(PEOPLE.executor, url(ID, 'steps'), { step: 'announce_start', doneOn: '2026-05-20', link: 'https://kostanay.example/1' });
    expect(announced).toMatchObject({ status: 200, body: { status: 'announced', next: { key: 'announce_discussion' } } });
    const again = await post(PEOPLE.executor, url(ID, 'steps'), { step: 'announce_start', doneOn: '2026-05-20', link: 'https://kostanay.example/1' });
    expect(again.body.history).toHaveLength(announced.body.history.length);
    await service.eventually(() => expect(service.told(AnalysisStepDoneSchema)).toMatchObject([{ step: 'announce_start', onTime: true, stage: 'announced' }]));
    expect(await post(PEOPLE.executor, url(ID, 'steps'), { step: 'develop_plan', doneOn: '2026-05-20' })).toMatchObject(refusal(409, 'analysis.out_of_order'));
    service.clock.set(new Date('2026-07-14T04:00:00Z'));
    expect(await view(PEOPLE.head, ID)).toMatchObject({ status: 'under-way', overdue: 2, steps: [{ state: 'on-time' }, { key: 'announce_discussion', state: 'overdue', isRecordable: true }, {}, {}, { key: 'develop_plan', isRecordable: false }, {}, {}, {}, {}, {}, {}, {}, {}, {}] });
    const { body } = (await post(PEOPLE.executor, url(ID, 'steps'), { step: 'sign_note', doneOn: '2026-07-10' })) as { body: AnalysisView };
    expect(body.status).toBe('note-signed');
    expect(dueOf(body)['develop_plan']).toBe('2026-07-24');
    expect(await post(PEOPLE.executor, url(ID, 'replan'), { start: '2026-06-15', end: '2026-07-09', reason: REASON })).toMatchObject(refusal(409, 'analysis.note_signed'));
  });

  it('has a list of positions, which nobody overwrites unseen', async () => {
    const row = { position: 'Главный специалист', unit: 'Отдел', function: 'Предоставление участков', regulation: 'Земельный кодекс', risk: 'Выбор без торгов', measure: 'Публиковать перечень' };
    const put = (person: TestPerson, version: number, positions = [row]) => service.as(person).put(url(ID, 'positions'), { version, positions });
    expect((await put(PEOPLE.executor, 0)).body).toMatchObject({ version: 1, positions: [row], mayList: true });
    expect(await put(PEOPLE.coordinator, 0)).toMatchObject(refusal(409, 'analysis.list_changed'));
    expect((await service.as(PEOPLE.analyst).get(url(ID, 'positions'))).body).toMatchObject({ version: 1, mayList: false });
    await service.eventually(() => expect(service.told(ExposedPositionsListedSchema)).toMatchObject([{ analysisId: ID, positions: 1 }]));
  });

  it('is cancelled with a reason; then nothing more is done', async () => {
    const { body } = await plan(PEOPLE.executor, { object: 'Отдел экономики', start: '2026-09-01', end: '2026-09-25' });
    expect(await post(PEOPLE.executor, url(body.id, 'cancel'), { reason: 'Реорганизация' })).toMatchObject({ status: 200, body: { status: 'cancelled', allowed: [], next: null } });
    expect(await post(PEOPLE.executor, url(body.id, 'cancel'), { reason: 'Реорганизация' })).toMatchObject(refusal(409, 'analysis.over'));
    expect(await plan(PEOPLE.executor, { object: 'Отдел экономики', start: '2026-09-01', end: '2026-09-25' })).toMatchObject({ status: 201, body: { id: `${DISTRICT}:2026-3` } });
  });

  it('is not there for others', async () => {
    for (const [method, path] of [['get', url(ID)], ['get', url(ID, 'positions')]] as const) {
      expect(await service.as(PEOPLE.stranger)[method](path)).toMatchObject(refusal(404, 'analysis.unknown'));
    }
    expect(await post(PEOPLE.strangerCoordinator, url(ID, 'cancel'), { reason: REASON })).toMatchObject(refusal(404, 'analysis.unknown'));
    expect(await post(PEOPLE.ministry, url(ID, 'cancel'), { reason: REASON })).toMatchObject(refusal(404, 'analysis.unknown'));
  });

  it('follows its body to another place', async () => {
    const moved = { id: DISTRICT, kind: 'akimat-district' as const, name: { kk: 'Аудан', ru: 'Район' }, regionId: 'zhambyl', parentId: 'akimat-zhambyl', ancestorIds: ['akimat-zhambyl', 'agency'], version: 2 };
    await service.tell(...factsOfDirectory({ bodies: [moved] }).map((event) => ({ ...event, type: event.type.replace('OrganisationRegistered', 'OrganisationChanged') })));
    expect(await service.as(PEOPLE.coordinator).get(url(ID))).toMatchObject(refusal(404, 'analysis.unknown'));
    expect(await service.as(PEOPLE.strangerCoordinator).get(url(ID))).toMatchObject({ status: 200 });
  });
});

describe('lists of analyses', () => {
  it('come page by page, the newest first, and by body and year', async () => {
    const first = (await service.as(PEOPLE.analyst).get(`${url()}?limit=2`)).body as PageOf<AnalysisRow>;
    const second = (await service.as(PEOPLE.analyst).get(`${url()}?limit=100&cursor=${first.nextCursor}`)).body as PageOf<AnalysisRow>;
    const all = [...first.items, ...second.items];
    expect(all.map(({ start }) => start)).toEqual(all.map(({ start }) => start).toSorted().toReversed());
    expect(new Set(all.map(({ id }) => id)).size).toBe(8);
    expect(((await service.as(PEOPLE.analyst).get(`${url()}?organisationId=${REGION}&year=2026`)).body as PageOf<AnalysisRow>).items).toHaveLength(4);
    expect((await service.as(PEOPLE.analyst).get(`${url()}?year=2025`)).body.items).toEqual([]);
  });

  it('say who has planned none for the year, though one is wanted', async () => {
    const missing = async (person: TestPerson, more = '') => ((await service.as(person).get(`${url('missing')}?year=2026${more}`)).body as PageOf<{ id: string }>).items.map(({ id }) => id);
    expect(await missing(PEOPLE.strangerCoordinator)).toEqual(['akimat-zhambyl', 'akimat-zhambyl-zhualy', 'qs-180340903700']);
    expect(await missing(PEOPLE.strangerCoordinator, '&limit=1&cursor=akimat-zhambyl')).toEqual(['akimat-zhambyl-zhualy']);
    // An external one is not what is wanted.
    expect(await missing(PEOPLE.compliance)).toEqual([ENTITY]);
  });
});
