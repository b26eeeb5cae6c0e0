import { jest } from '@jest/globals';
import { ChairAbolishedSchema, ChairOpenedSchema, HeadAppointedSchema, ObjectReadSchema } from '@aigaq/contracts';
import { PEOPLE, startService, type TestService } from '@aigaq/testing';
import { getModelToken } from '@nestjs/mongoose';
import { HeadsRepository } from '../src/heads/heads.repository.js';
import { VacancyTurn } from '../src/heads/vacancy-turn.service.js';
import { DemonstrationSeed, OrganisationsModule } from '../src/organisations.module.js';

const BODIES = '/api/organisations/bodies';
const VACANCIES = '/api/organisations/vacancies';
const DISTRICT = 'akimat-kostanay-auliekol';
const VACANT = 'akimat-kostanay-zhitikara';
const ACTED = 'akimat-kostanay-karabalyk';
const ELSEWHERE = 'akimat-zhambyl-zhualy';
const REASON = 'Переведён на другую работу';
const ORDER = { orderNumber: '12-ж', orderDate: '2026-10-01' };

const person = (name: string) => ({ personName: { kk: name, ru: name }, position: { kk: 'Аудан әкімі', ru: 'Аким района' }, level: 'akim' });

let service: TestService;
beforeAll(async () => {
  service = await startService(OrganisationsModule, { name: 'organisations', now: '2026-10-12T05:00:00Z' });
  await service.app.get(DemonstrationSeed).run();
}, 180_000);
afterAll(() => service.stop());

const by = PEOPLE.coordinator;
const post = (path: string, body: object, who: { id: string; name: string } = by, language: 'kk' | 'ru' = 'ru') => service.as(who, language).post(`${BODIES}/${path}`, body);
const get = async (path: string, who: { id: string; name: string } = by) => (await service.as(who).get(`${BODIES}/${path}`)).body;
const vacant = async (who = by, query = '') => (await service.as(who).get(`${VACANCIES}?limit=100${query}`)).body;
const vacantIds = async (who = by) => ((await vacant(who)).items as { organisation: { id: string } }[]).map(({ organisation }) => organisation.id);

describe('the chairs of a body', () => {
  it('are shown with who holds them, and the look is recorded', async () => {
    const { organisationId, chairs } = await get(`${ACTED}/chairs`);
    expect(organisationId).toBe(ACTED);
    expect(chairs).toMatchObject([
      { id: 'akim', level: 'akim', position: { ru: 'Аким Карабалыкского района' }, vacant: false, vacantSince: null, holders: [{ acting: { orderNumber: '41-ж' } }, { until: '2026-06-14' }] },
    ]);
    await service.eventually(() =>
      expect(service.told(ObjectReadSchema)).toContainEqual(expect.objectContaining({ actorId: by.id, thing: 'chairs', thingId: ACTED, organisationId: ACTED })),
    );
  });

  it('say since when one is vacant', async () => {
    expect((await get(`${VACANT}/chairs`)).chairs).toMatchObject([{ id: 'akim', vacant: true, vacantSince: '2026-09-01' }]);
  });

  it('are opened, held, and abolished with whoever sits there; each is told', async () => {
    const position = { kk: 'Әкімнің орынбасары', ru: 'Заместитель акима' };
    const opened = await post(`${DISTRICT}/chairs`, { level: 'deputy', position, from: '2026-01-01' });
    expect(opened).toMatchObject({ status: 201, body: { id: 'deputy-1', vacant: true, vacantSince: null, holders: [] } });
    const held = await post(`${DISTRICT}/heads`, { ...person('Д.Е. Касымов'), position, level: 'deputy', from: '2026-02-01' });
    expect(held.body).toMatchObject({ chairId: 'deputy-1', until: null });
    const abolished = await post(`${DISTRICT}/chairs/deputy-1/abolish`, { until: '2026-09-30', reason: REASON });
    expect(abolished).toMatchObject({ status: 200, body: { id: 'deputy-1', until: '2026-09-30', vacant: false, holders: [{ id: held.body.id, until: '2026-09-30' }] } });
    await service.eventually(() => {
      expect(service.told(ChairOpenedSchema)).toMatchObject([{ organisationId: DISTRICT, chairId: 'deputy-1', level: 'deputy' }]);
      expect(service.told(ChairAbolishedSchema)).toMatchObject([{ organisationId: DISTRICT, chairId: 'deputy-1', until: '2026-09-30', reason: REASON }]);
      expect(service.told(HeadAppointedSchema)).toContainEqual(expect.objectContaining({ headId: held.body.id, until: '2026-09-30', reason: REASON }));
    });
  });

  const chair = { level: 'akim', position: { kk: 'Әкім', ru: 'Аким' }, from: '2026-01-01' };
  const on = (until: string) => ({ until, reason: REASON });
  it.each([
    ['chair.only_one', 409, `${DISTRICT}/chairs`, chair, 'Такая должность в организации уже есть, и она может быть только одна.', /^Ұйымда бұл лауазым бар/],
    ['chair.not_found', 404, `${DISTRICT}/chairs/deputy-9/abolish`, on('2026-09-30'), 'Такой должности в организации нет.', /^Ұйымда мұндай лауазым жоқ/],
    ['chair.wrong_dates', 400, `${VACANT}/chairs/akim/abolish`, on('2018-12-31'), 'Последний день должности (2018-12-31) раньше дня её открытия (2019-01-01).', /ерте\.$/],
    ['chair.abolished', 409, `${DISTRICT}/chairs/deputy-1/abolish`, on('2026-09-30'), 'Эта должность упразднена, последний день – 2026-09-30.', /қысқартылған/],
    ['chair.held_later', 409, `${ACTED}/chairs/akim/abolish`, on('2026-06-01'), /^На эту должность с 2026-06-15 уже назначен человек/, /тағайындалған/],
    ['request.invalid', 400, `${DISTRICT}/chairs`, { ...chair, id: 'akim' }, /./, /./],
  ])('are refused in words: %s', async (code, status, path, body, ru, kk) => {
    const words = (text: string | RegExp) => expect.stringMatching(text) as string;
    expect((await post(path, body)).body).toMatchObject({ status, code, detail: typeof ru === 'string' ? ru : words(ru) });
    expect((await post(path, body, by, 'kk')).body).toMatchObject({ status, code, detail: words(kk) });
  });
});

describe('who could sign on a day', () => {
  const RUDNY = 'akimat-kostanay-rudny-city';
  const on = async (query: string) =>
    ((await get(`${RUDNY}/heads?${query}`)).items as { personName: { ru: string }; acting: object | null }[]).map(({ personName, acting }) => `${personName.ru}${acting ? ' и.о.' : ''}`);

  it.each([
    ['on=2023-01-19&level=akim', ['А.Б. Сериков и.о.', 'Р.И. Петренко']],
    ['on=2024-02-20', ['Р.И. Петренко']],
    ['on=2024-07-01', ['А.Б. Сериков']],
    ['on=2024-07-01&level=deputy', []],
    ['on=2018-12-31', []],
    ['level=akim', ['Д.С. Оспанов', 'А.Б. Сериков', 'А.Б. Сериков и.о.', 'Р.И. Петренко']],
  ])('%s: %j', async (query, names) => expect(await on(query)).toEqual(names));

  it('is asked with a day and a known level', async () => {
    expect((await get(`${RUDNY}/heads?on=yesterday`)).code).toBe('request.invalid');
    expect((await get(`${RUDNY}/heads?level=king`)).code).toBe('request.invalid');
  });
});

describe('the time of a head', () => {
  it('is ended with a reason, once, and told again with its end', async () => {
    const [holder] = (await get(`${DISTRICT}/heads?on=2026-10-12&level=akim`)).items;
    const path = `${DISTRICT}/heads/${holder.id}/end`;
    expect(await post(path, { until: '2026-10-11', reason: REASON })).toMatchObject({ status: 200, body: { id: holder.id, chairId: 'akim', until: '2026-10-11' } });
    expect((await post(path, { until: '2026-10-12', reason: REASON })).body).toMatchObject({ status: 409, code: 'head.already_ended', detail: expect.stringContaining('2026-10-11') });
    expect((await get(`${DISTRICT}/chairs`)).chairs).toContainEqual(expect.objectContaining({ id: 'akim', vacant: true, vacantSince: '2026-10-12' }));
    await service.eventually(() =>
      expect(service.told(HeadAppointedSchema)).toContainEqual(expect.objectContaining({ headId: holder.id, chairId: 'akim', until: '2026-10-11', reason: REASON })),
    );
  });

  it.each([
    ['head.not_found', 404, 'heads/nobody/end', { until: '2026-10-11', reason: REASON }, 'Такой записи в реестре руководителей нет.', 'Басшылар тізілімінде мұндай жазба жоқ.'],
    ['head.unknown_chair', 400, 'heads', { ...person('Б. Ким'), chairId: 'akim-5', from: '2026-10-12' }, 'В организации нет должности «akim-5» этого уровня. Выберите должность из списка или сначала откройте новую.', expect.stringContaining('akim-5')],
    ['head.overlap', 409, 'heads', { ...person('Б. Ким'), from: '2026-10-01' }, 'В это время должность занимает другой человек (2019-01-01 – 2026-10-11). Сначала завершите его полномочия или измените дату.', expect.stringContaining('2026-10-11')],
    ['head.wrong_dates', 400, 'heads', { ...person('Б. Ким'), from: '2026-10-12', until: '2026-10-11' }, expect.stringContaining('раньше'), expect.stringContaining('ерте')],
    ['request.invalid', 400, 'heads/nobody/end', { until: '2026-10-11' }, expect.any(String), expect.any(String)],
  ])('is refused in words: %s', async (code, status, path, body, ru, kk) => {
    expect((await post(`${DISTRICT}/${path}`, body)).body).toMatchObject({ status, code, detail: ru });
    expect((await post(`${DISTRICT}/${path}`, body, by, 'kk')).body).toMatchObject({ status, code, detail: kk });
  });

  it('says who acts already, and which chair is meant', async () => {
    expect((await post(`${ACTED}/heads`, { ...person('Б. Ким'), acting: ORDER, from: '2026-10-12' })).body).toMatchObject({
      ...{ status: 409, code: 'head.acting_twice' },
      detail: 'В это время обязанности по этой должности по приказу исполняет другой человек (2026-06-15 – …). Сначала завершите его полномочия или измените дату.',
    });
    const deputy = { level: 'deputy', position: { kk: 'Орынбасар', ru: 'Заместитель' }, from: '2026-01-01' };
    await post(`${ACTED}/chairs`, deputy);
    await post(`${ACTED}/chairs`, deputy);
    expect((await post(`${ACTED}/heads`, { ...person('Б. Ким'), ...deputy })).body).toMatchObject({ status: 400, code: 'head.chair_needed', detail: expect.stringContaining('несколько должностей') });
    expect((await post(`${ACTED}/heads`, { ...person('Б. Ким'), ...deputy, chairId: 'deputy-2' })).body).toMatchObject({ chairId: 'deputy-2' });
  });

  it('knows the holder in another spelling', async () => {
    const first = await post(`${DISTRICT}/heads`, { ...person('С.Ә. Қожахметов'), from: '2026-10-12' });
    expect(first.status).toBe(201);
    expect((await post(`${DISTRICT}/heads`, { ...person('Кожахметов Сакен Абаевич'), from: '2026-10-13' })).body).toMatchObject({ status: 409, code: 'head.already_appointed' });
  });
});

describe('two appointments to one chair at once', () => {
  it('are one: the chair has one holder, the others are told who', async () => {
    const answers = await Promise.all(
      ['А. Ким', 'Б. Ли', 'В. Пак', 'Г. Цой'].map((name) => post('akimat-kostanay-denisov/heads', { ...person(name), from: '2026-10-12' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.code === 'head.overlap')).toBe(true);
    const { items } = await get('akimat-kostanay-denisov/heads?on=2026-10-12');
    expect(items).toMatchObject([{ id: answers.find(({ status }) => status === 201)?.body.id }]);
  });
});

describe('who may do it', () => {
  const end = { until: '2026-10-11', reason: REASON };
  it.each([
    [403, 'act.forbidden', PEOPLE.executor],
    [403, 'act.forbidden', PEOPLE.auditor],
    [404, 'body.not_found', PEOPLE.strangerCoordinator],
  ])('is refused: %s %s', async (status, code, who) => {
    const answers = [
      await post(`${DISTRICT}/chairs`, { level: 'deputy', position: { kk: 'О', ru: 'З' }, from: '2026-01-01' }, who),
      await post(`${DISTRICT}/chairs/akim/abolish`, end, who),
      await post(`${DISTRICT}/heads/${DISTRICT}:1/end`, end, who),
    ];
    expect(answers.map(({ body }) => [body.status, body.code])).toEqual(Array(3).fill([status, code]));
  });

  it('hides the chairs of a foreign body', async () => {
    expect(await get(`${DISTRICT}/chairs`, PEOPLE.strangerCoordinator)).toMatchObject({ status: 404, code: 'body.not_found' });
    expect(await get(`${ELSEWHERE}/chairs`, PEOPLE.executor)).toMatchObject({ status: 404, code: 'body.not_found' });
  });
});

describe('the list of vacant chairs', () => {
  it('names body, chair and since when, to those in whose scope it lies', async () => {
    expect((await vacant()).items).toContainEqual({
      organisation: { id: VACANT, kind: 'akimat-district', name: expect.objectContaining({ kk: expect.any(String) }) },
      ...{ level: 'akim', position: { kk: expect.any(String), ru: 'Аким Житикаринского района' }, vacantSince: '2026-09-01' },
    });
    expect(await vacantIds(PEOPLE.analyst)).toContain(VACANT);
    expect(await vacantIds(PEOPLE.strangerCoordinator)).not.toContain(VACANT);
    expect(await vacantIds(PEOPLE.executor)).not.toContain(VACANT);
    expect(await vacant({ id: 'new', name: 'New' } as typeof by)).toMatchObject({ status: 403, code: 'act.forbidden' });
    expect(await vacantIds()).not.toContain(ACTED);
  });

  it('follows an appointment at once, and an order that runs out by itself', async () => {
    await post(`${VACANT}/heads`, { ...person('А. Ким'), acting: ORDER, from: '2026-10-01', until: '2026-10-20' });
    expect(await vacantIds()).not.toContain(VACANT);
    service.clock.set(new Date('2026-10-20T19:30:00Z'));
    await service.app.get(VacancyTurn).turn();
    expect((await vacant()).items).toContainEqual(expect.objectContaining({ organisation: expect.objectContaining({ id: VACANT }), vacantSince: '2026-10-21' }));
  });

  it('is finished by the next turn when one was broken off', async () => {
    const ids = ['akimat-kostanay-karasu', 'akimat-kostanay-kamysty', 'akimat-kostanay-sarykol'];
    for (const id of ids) {
      const [holder] = (await get(`${id}/heads?on=2026-10-21`)).items;
      await post(`${id}/heads/${holder.id}/end`, { until: '2026-10-31', reason: REASON });
    }
    service.clock.set(new Date('2026-11-01T05:00:00Z'));
    const heads = service.app.get(HeadsRepository);
    const change = heads.change.bind(heads);
    let looks = 0;
    const broken = jest.spyOn(heads, 'change').mockImplementation((...args) => ((looks += 1) > 1 ? Promise.reject(new Error('the process ended')) : change(...args)));
    await service.app.get(VacancyTurn).turn();
    broken.mockRestore();
    expect((await vacantIds()).filter((id) => ids.includes(id))).toHaveLength(1);
    await service.app.get(VacancyTurn).turn();
    expect((await vacantIds()).filter((id) => ids.includes(id))).toEqual([...ids].sort());
    expect(await heads.due('2026-11-01', 10)).toEqual([]);
  });

  it('does not name bodies that are no more', async () => {
    const bodies = service.app.get(getModelToken('Body', 'organisations'));
    await bodies.updateOne({ _id: VACANT }, { $set: { validUntil: '2026-10-20' } });
    expect(await vacantIds()).not.toContain(VACANT);
    await bodies.updateOne({ _id: VACANT }, { $set: { validUntil: null } });
  });

  it('comes in pages', async () => {
    const chairs = service.app.get(getModelToken('Chairs', 'organisations'));
    const ids: string[] = (await chairs.find({ _id: /^akimat-kostanay-/ }, { _id: 1 }).lean()).map(({ _id }: { _id: string }) => _id);
    const gone = { level: 'akim', chairId: 'akim', position: { kk: 'Әкім', ru: 'Аким' }, since: null };
    await chairs.updateMany({ _id: { $in: ids } }, { $set: { hasVacancy: true, vacancies: [gone] } });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { organisation: { id: string } }[]; nextCursor: string | null } = (await service.as(by).get(`${VACANCIES}?limit=3${cursor && `&cursor=${cursor}`}`)).body;
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ organisation }) => organisation.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...ids].sort());
  });
});
