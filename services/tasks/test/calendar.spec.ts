import { randomBytes } from 'node:crypto';
import type { CalendarYearView, DecreeView, EditionView } from '@aigaq/api';
import { AssignmentRescheduledSchema, CalendarYearChangedSchema, CardDatesSetSchema } from '@aigaq/contracts';
import { factsOfDirectory, PEOPLE, type TestService } from '@aigaq/testing';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { AssignmentsRepository } from '../src/assignments/assignments.repository.js';
import type { Assignment } from '../src/assignments/assignment.js';
import { API, DISTRICT, idOf, paperFor, publishCard, rollOut, startRolledOut, startTasks, urlOf } from './house.js';

const YEARS = `${API}/calendar/years`;
/** The due day of the year's subtasks, 10.12.2026, is off for Saturday the 12th; of the half-year, 10.07.2026, for the 11th. */
const moved = [{ workingDay: '2026-12-12', dayOff: '2026-12-10' }];
const decree = (change: object = {}) => ({ dryRun: false, basedOn: 1, source: 'Приказ № 436', isForecast: false, moved, ...change });

const storedIn = (service: TestService) => {
  const connection: Connection = service.app.get(getConnectionToken('tasks'), { strict: false });
  return connection.collection<Assignment & { _id: string }>('assignments');
};
const viewOf = async (service: TestService, year = 2026): Promise<CalendarYearView> => (await service.as(PEOPLE.executor).get(`${YEARS}/${year}`)).body;
const untilRecounted = (service: TestService) =>
  service.eventually(async () => {
    const view = await viewOf(service);
    expect([view.version, view.recounted]).toEqual([view.versions[0]?.version, null]);
    return view;
  }, 50_000);
const give = async (service: TestService, change: object = {}): Promise<DecreeView> => {
  const { status, body } = await service.as(PEOPLE.admin).post(`${YEARS}/2026/decree`, decree(change));
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
};

describe('the calendar', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTasks();
  }, 180_000);
  afterAll(() => service.stop());

  it('has the years of the reference data, for everybody to read', async () => {
    const { body } = await service.as(PEOPLE.executor).get(YEARS);
    expect(body.map(({ year, version, isForecast }: CalendarYearView) => [year, version, isForecast])).toEqual([
      ...[2022, 2023, 2024, 2025, 2026].map((year) => [year, 1, false]),
      [2027, 1, true],
    ]);
    expect(await viewOf(service, 2024)).toMatchObject({ workingWeekendDays: ['2024-05-04'], moved: [{ workingDay: '2024-05-04', dayOff: '2024-05-08' }], importedBy: null });
  });

  it.each(['2021', '2041', 'x', '2030'])('knows no year %s', async (year) => {
    expect(await service.as(PEOPLE.executor).get(`${YEARS}/${year}`)).toMatchObject({ status: 404, body: { code: 'calendar_year.unknown' } });
  });

  it.each<[string, object, number, string]>([
    ['a rest day that is none', { moved: [{ workingDay: '2026-12-11', dayOff: '2026-12-10' }] }, 400, 'calendar.not_a_rest_day'],
    ['a day off that is one', { moved: [{ workingDay: '2026-12-12', dayOff: '2026-12-13' }] }, 400, 'calendar.not_a_working_day'],
    ['a day moved twice', { moved: [...moved, { workingDay: '2026-12-19', dayOff: '2026-12-10' }] }, 400, 'calendar.moved_twice'],
    ['a day of another year', { moved: [{ workingDay: '2027-12-12', dayOff: '2026-12-10' }] }, 400, 'calendar.outside_year'],
    ['an older version', { basedOn: 0 }, 409, 'calendar_year.outdated'],
    ['what is no day', { moved: [{ workingDay: 'x', dayOff: '2026-12-10' }] }, 400, 'request.invalid'],
    ['an unknown field', { extra: 1 }, 400, 'request.invalid'],
  ])('refuses %s', async (_what, change, status, code) => {
    expect(await service.as(PEOPLE.admin).post(`${YEARS}/2026/decree`, decree(change))).toMatchObject({ status, body: { code } });
  });

  it('takes a new year with its holidays only', async () => {
    const holidays = [{ date: '2028-01-01', key: 'new_year', kind: 'state', name: { kk: 'Жаңа жыл', ru: 'Новый год' } }];
    const next = { ...decree({ basedOn: 0, moved: [], isForecast: true }) };
    expect(await service.as(PEOPLE.admin).post(`${YEARS}/2028/decree`, next)).toMatchObject({ status: 400, body: { code: 'calendar_year.holidays_missing' } });
    expect((await service.as(PEOPLE.admin).post(`${YEARS}/2028/decree`, { ...next, holidays })).body).toMatchObject({ version: 1, isStored: true });
    expect(await viewOf(service, 2028)).toMatchObject({ nonWorkingWeekdays: ['2028-01-03'], isForecast: true });
  });

  it('is not changed by others than the administrator', async () => {
    for (const name of ['curator', 'executor', 'auditor', 'head'] as const) {
      expect(await service.as(PEOPLE[name]).post(`${YEARS}/2026/decree`, decree())).toMatchObject({ status: 403, body: { code: 'act.forbidden' } });
    }
  });

  it('moves the days of a draft that were counted, and leaves those that people set', async () => {
    const admin = service.as(PEOPLE.admin);
    await admin.post(`${API}/editions/import`, { edition: '2024' });
    const own = { subtask: '1.1.1', period: '2026', opensOn: '2026-01-15', dueOn: '2026-12-10', lockedOn: '2026-12-30' };
    await admin.put(`${API}/editions/2024/dates`, { year: 2026, changes: [own] });
    const preview = await give(service, { dryRun: true });
    expect(preview.dates.every(({ of }) => of === 'card')).toBe(true);
    const counted = preview.dates.find(({ dueOn }) => dueOn.before === '2026-12-10');
    expect(counted).toMatchObject({ dueOn: { after: '2026-12-11' }, count: 0 });
    await give(service);
    await untilRecounted(service);
    const { body } = await admin.get(`${API}/editions/2024`);
    const subtasks = (body as EditionView).projects.flatMap(({ tasks }) => tasks).flatMap((task) => task.subtasks);
    const datesOf = (wanted: string | undefined) => subtasks.find(({ code }) => code === wanted)?.dates[0];
    expect(datesOf(counted?.subtask)).toMatchObject({ dueOn: '2026-12-11', reasons: { due: { code: 'date.next_working_day', data: { original: '2026-12-10', calendars: ['2026:2'] } } } });
    expect(datesOf('1.1.1')).toMatchObject({ dueOn: '2026-12-10', lockedOn: '2026-12-30' });
    expect(service.told(CardDatesSetSchema)).toHaveLength(2);
  });
});

describe('a decree after the rollout', () => {
  let service: TestService;
  let preview: DecreeView;
  const handedIn = idOf('1.1.2');
  beforeAll(async () => {
    service = await startRolledOut();
  }, 180_000);
  afterAll(() => service.stop());

  it('says first what would move, and stores nothing', async () => {
    const paper = await paperFor(service, handedIn);
    expect((await service.as(PEOPLE.executor).post(urlOf(handedIn, 'submit'), { evidenceIds: [paper] })).status).toBe(200);
    const before = await storedIn(service).find({}, { projection: { dueOn: 1 } }).sort({ _id: 1 }).toArray();
    preview = await give(service, { dryRun: true });
    expect(preview).toMatchObject({ version: 2, isStored: false, isUnchanged: false, days: [{ day: '2026-12-10', isWorking: false }, { day: '2026-12-12', isWorking: true }], datesLeftOut: 0 });
    expect(preview.workingDays.before).toBe(preview.workingDays.after);
    expect(preview.assignments).toBe(preview.dates.reduce((sum, { count }) => sum + count, 0));
    expect(preview.assignments).toBeGreaterThan(0);
    expect(await storedIn(service).find({}, { projection: { dueOn: 1 } }).sort({ _id: 1 }).toArray()).toEqual(before);
    expect((await viewOf(service)).version).toBe(1);
  });

  it('moves exactly that, each with its step and fact, and nothing that was handed in', async () => {
    const day = await storedIn(service).findOne({ _id: handedIn });
    expect(await give(service)).toEqual({ ...preview, isStored: true });
    await untilRecounted(service);
    const told = () => service.told(AssignmentRescheduledSchema);
    await service.eventually(() => expect(told()).toHaveLength(preview.assignments), 50_000);
    expect(new Set(told().map(({ assignmentId }) => assignmentId)).size).toBe(preview.assignments);
    expect(service.told(CalendarYearChangedSchema)).toMatchObject([{ year: 2026, version: 2, source: 'Приказ № 436' }]);
    for (const { of, subtask, period, count, dueOn, lockedOn } of preview.dates) {
      const now = { subtask, period, dueOn: dueOn.after, lockedOn: lockedOn.after, status: 'open', 'history.rescheduled.calendar': '2026:2' };
      expect([subtask, await storedIn(service).countDocuments(now as never)]).toEqual([subtask, of === 'card' ? expect.any(Number) : count]);
    }
    expect(await storedIn(service).findOne({ _id: handedIn })).toEqual(day);
    const secret = told().filter(({ secrecy }) => secrecy !== 'none');
    expect(secret.filter(({ title }) => title !== undefined)).toEqual([]);
  });

  it('is said on the page of the assignment', async () => {
    const moved_ = service.told(AssignmentRescheduledSchema).find(({ organisationId, secrecy }) => organisationId === DISTRICT && secrecy === 'none');
    const { body } = await service.as(PEOPLE.executor).get(urlOf(moved_?.assignmentId ?? ''));
    expect(body.clocks.due).toMatchObject({ day: moved_?.dueOn, reason: { data: { calendars: ['2026:2'] } } });
    expect(body.clocks.onTime.day).toBe(moved_?.dueOn);
    expect(body.history).toMatchObject([{ act: 'rescheduled', by: { name: PEOPLE.admin.name }, rescheduled: { dueOn: { before: moved_?.dueOnBefore, after: moved_?.dueOn } } }]);
  });

  it('given twice is one version, and moves nothing twice', async () => {
    expect(await give(service)).toMatchObject({ version: 2, isStored: false, isUnchanged: true, dates: [], assignments: 0 });
    expect((await viewOf(service)).versions).toHaveLength(2);
  });

  it('gives bodies that join later the new days', async () => {
    const joined = { id: 'akimat-zhambyl-moiynkum', kind: 'akimat-district', name: { kk: 'М', ru: 'М' }, parentId: 'akimat-zhambyl', ancestorIds: ['akimat-zhambyl', 'agency'] };
    await service.tell(...factsOfDirectory({ bodies: [joined] }));
    await rollOut(service);
    const told = service.told(AssignmentRescheduledSchema).find((each) => each.organisationId === 'akimat-zhambyl-zhualy' && each.dueOn !== each.dueOnBefore);
    const neighbour = await storedIn(service).findOne({ _id: told?.assignmentId ?? '' });
    const late = await storedIn(service).findOne({ _id: told?.assignmentId.replace('akimat-zhambyl-zhualy', joined.id) ?? '' });
    expect([neighbour?.dueOn, late?.dueOn, late?.lockedOn]).toEqual([told?.dueOn, told?.dueOn, told?.lockedOn]);
    expect(late?.reasons).toEqual(neighbour?.reasons);
  });

  it('taken back gives the days before', async () => {
    const back = await give(service, { basedOn: 2, moved: [] });
    expect(back.assignments).toBeGreaterThanOrEqual(preview.assignments);
    await untilRecounted(service);
    const { subtask, period, dueOn } = preview.dates.find((row) => row.dueOn.before !== row.dueOn.after) as DecreeView['dates'][number];
    expect(await storedIn(service).countDocuments({ subtask, period, status: 'open', dueOn: dueOn.after })).toBe(0);
  });
});

describe('a recount that is interrupted', () => {
  it('is gone on with exactly where it stopped', async () => {
    const prefix = `aigaqtest_${randomBytes(4).toString('hex')}`;
    const killed = await startTasks(prefix);
    await publishCard(killed);
    await rollOut(killed);
    const assignments = killed.app.get(AssignmentsRepository, { strict: false });
    const changeAll = assignments.changeAll.bind(assignments);
    // As if the process were killed in the middle of a page: a few are moved, how far it came is not noted.
    let asked = 0;
    assignments.changeAll = async (actor, changes) => {
      asked += 1;
      await (asked === 1 ? changeAll(actor, changes.slice(0, 7)) : Promise.resolve());
      throw new Error('killed');
    };
    const { assignments: planned } = await give(killed);
    await killed.eventually(() => expect(asked).toBeGreaterThan(0), 20_000);
    const half = await storedIn(killed).countDocuments({ 'history.rescheduled.calendar': '2026:2' });
    expect([half, planned > 7]).toEqual([7, true]);
    await killed.app.close();

    const next = await startTasks(prefix);
    await untilRecounted(next);
    expect(await storedIn(next).countDocuments({ 'history.rescheduled.calendar': '2026:2' })).toBe(planned);
    expect(await storedIn(next).countDocuments({ 'history.1': { $exists: true } })).toBe(0);
    const told = () => [...killed.told(AssignmentRescheduledSchema), ...next.told(AssignmentRescheduledSchema)].map(({ assignmentId }) => assignmentId);
    await next.eventually(() => expect(new Set(told()).size).toBe(planned), 50_000);
    await next.stop();
  }, 180_000);
});
