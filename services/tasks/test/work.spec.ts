import type { AssignmentRow, AssignmentView, HistoryEntry } from '@aigaq/api';
import {
  AssignmentExcusedSchema,
  AssignmentExcuseEndedSchema,
  AssignmentExtendedSchema,
  AssignmentReviewVacantSchema,
  AssignmentSubmittedSchema,
  MembershipEndedSchema,
} from '@aigaq/contracts';
import { fact, PEOPLE, type TestPerson, type TestService } from '@aigaq/testing';
import { ExcuseRounds } from '../src/assignments/excuse-rounds.service.js';
import { API, idOf, paperFor, startRolledOut, urlOf } from './house.js';

const REGION = 'akimat-kostanay';
const ENTITY = 'qs-980140900002';

let service: TestService;
const act = (person: TestPerson, id: string, name: string, body: object = {}) => service.as(person).post(urlOf(id, name), body);
const view = async (person: TestPerson, id: string): Promise<AssignmentView> => (await service.as(person).get(urlOf(id))).body;
const submit = async (person: TestPerson, id: string, more: object = {}) =>
  act(person, id, 'submit', { evidenceIds: [await paperFor(service, id, { by: person.id })], ...more });
const refusal = (status: number, code: string, data: object = {}) => ({ status, body: { code, status, data: expect.objectContaining(data) } });
const at = (time: string) => service.clock.set(new Date(time));

beforeAll(async () => {
  service = await startRolledOut();
}, 180_000);
afterAll(() => service.stop());
afterEach(() => at('2026-05-20T04:00:00Z'));

describe('more time', () => {
  const id = idOf('1.1.2');
  const asked = { kind: 'extension', reason: 'Приказ на согласовании' };

  it('is asked for by the body, decided by the reviewing body, and makes it on time by extension', async () => {
    const { dueOn, askable } = await view(PEOPLE.executor, id);
    const day = askable.extension!.from;
    expect(day > dueOn).toBe(true);
    expect(await act(PEOPLE.executor, id, 'requests', { ...asked, day })).toMatchObject({ status: 200, body: { request: 'extension', asked: { day, decider: { id: REGION } } } });
    expect(await act(PEOPLE.executor, id, 'requests', { ...asked, day })).toMatchObject(refusal(409, 'assignment.request_pending'));
    const { body: waiting } = await service.as(PEOPLE.coordinator).get(`${API}/assignments?view=requests`);
    expect(waiting.items.map((row: AssignmentRow) => row.id)).toEqual([id]);
    expect((await service.as(PEOPLE.executor).get(`${API}/assignments?view=requests`)).body.items).toEqual([]);

    for (const person of [PEOPLE.curator, PEOPLE.department]) {
      expect(await act(person, id, 'requests/grant')).toMatchObject(refusal(403, 'assignment.not_decider'));
    }
    expect(await act(PEOPLE.coordinator, id, 'requests/grant')).toMatchObject({ status: 200, body: { dueOn, extendedTo: day, request: null, punctuality: 'not-due' } });
    at(`${day}T04:00:00Z`);
    expect((await submit(PEOPLE.executor, id)).body).toMatchObject({ punctuality: 'on-time-extended', dueOn, extendedTo: day });
    await service.eventually(() => {
      expect(service.told(AssignmentExtendedSchema)).toMatchObject([{ dueOn, extendedTo: day, grantedBy: { id: PEOPLE.coordinator.id } }]);
      expect(service.told(AssignmentSubmittedSchema)).toMatchObject([{ onTime: true, punctuality: 'on-time-extended' }]);
    });
  });

  it('is refused with a reason, taken back, and asked for again', async () => {
    const other = idOf('1.1.3');
    const { askable } = await view(PEOPLE.executor, other);
    const day = askable.extension!.from;
    await act(PEOPLE.executor, other, 'requests', { ...asked, day });
    expect(await act(PEOPLE.coordinator, other, 'requests/refuse', { remark: 'Успеете' })).toMatchObject({ status: 200, body: { request: null, extendedTo: null } });
    await act(PEOPLE.executor, other, 'requests', { ...asked, day });
    expect(await act(PEOPLE.executor2, other, 'requests/withdraw')).toMatchObject({ status: 200, body: { request: null } });
    expect(await act(PEOPLE.coordinator, other, 'requests/grant')).toMatchObject(refusal(409, 'assignment.no_request'));
    const acts = (await view(PEOPLE.executor, other)).history.map(({ act: name }: HistoryEntry) => name);
    expect(acts).toEqual(['extension-asked', 'extension-refused', 'extension-asked', 'request-withdrawn']);
  });

  it('is not for what the rule of days does not allow', async () => {
    const other = idOf('1.2.1');
    const { dueOn, askable } = await view(PEOPLE.executor, other);
    expect(await act(PEOPLE.executor, other, 'requests', { ...asked, day: dueOn })).toMatchObject(refusal(400, 'assignment.request_day', { from: askable.extension!.from }));
    expect(await act(PEOPLE.executor, other, 'requests', { ...asked, day: '2026-12-12' })).toMatchObject(refusal(400, 'assignment.day_off'));
    expect(await act(PEOPLE.executor, idOf('4.2.2'), 'requests', { ...asked, day: '2026-12-14' })).toMatchObject(refusal(400, 'assignment.no_upload'));
    at('2026-12-20T04:00:00Z');
    expect(await act(PEOPLE.executor, other, 'requests', { ...asked, day: '2026-12-29' })).toMatchObject(refusal(409, 'assignment.request_too_late', { onTimeOn: dueOn }));
  });

  it('is decided by the Agency where it reviews first, and by nobody who asked', async () => {
    const region = idOf('1.1.2', REGION);
    const { askable } = await view(PEOPLE.curator, region);
    expect((await act(PEOPLE.coordinator, region, 'requests', { ...asked, day: askable.extension!.from })).body.asked.decider.id).toBe('agency');
    expect(await act(PEOPLE.curator, region, 'requests/grant', { day: askable.extension!.from })).toMatchObject({ status: 200 });
    const district = idOf('1.2.2');
    const { askable: days } = await view(PEOPLE.executor, district);
    await act(PEOPLE.both, district, 'requests', { ...asked, day: days.extension!.from });
    expect(await act(PEOPLE.both, district, 'requests/grant')).toMatchObject(refusal(403, 'assignment.own_work'));
  });
});

describe('what does not apply', () => {
  it('is out with its reason until its day, and open again after it, once, however often it is looked', async () => {
    const id = idOf('1.2.3');
    await act(PEOPLE.executor, id, 'requests', { kind: 'not-applicable', reason: 'Подведомственных организаций нет', day: '2026-06-30' });
    const { body } = await act(PEOPLE.coordinator, id, 'requests/grant');
    expect(body).toMatchObject({ status: 'not-applicable', punctuality: 'not-applicable', excused: { until: '2026-06-30', reason: 'Подведомственных организаций нет' } });
    expect(await submit(PEOPLE.executor, id)).toMatchObject(refusal(409, 'assignment.wrong_status'));
    const queue = await service.as(PEOPLE.executor).get(`${API}/assignments?limit=100`);
    expect(queue.body.items.map((row: AssignmentRow) => row.id)).not.toContain(id);
    const round = service.app.get(ExcuseRounds, { strict: false });
    at('2026-06-30T18:00:00Z');
    round.look();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await view(PEOPLE.executor, id)).status).toBe('not-applicable');
    at('2026-07-01T04:00:00Z');
    await service.eventually(async () => {
      round.look();
      expect(await view(PEOPLE.executor, id)).toMatchObject({ status: 'open', excused: null });
    });
    round.look();
    await service.eventually(() => {
      expect(service.told(AssignmentExcusedSchema)).toMatchObject([{ until: '2026-06-30' }]);
      expect(service.told(AssignmentExcuseEndedSchema)).toHaveLength(1);
    });
  });
});

describe('the statement that there are no facts', () => {
  it('is handed in where the rule knows it, and shown to those who review', async () => {
    const id = idOf('2.2.1', undefined, '2026-H1');
    expect((await view(PEOPLE.executor, id)).rule.zeroCase).toBe(true);
    expect((await submit(PEOPLE.executor, id, { zeroCase: true, remark: 'Обращений не было' })).body).toMatchObject({ status: 'in-review', zeroCase: true });
    expect((await view(PEOPLE.coordinator, id)).history).toMatchObject([{ zeroCase: true, remark: 'Обращений не было' }]);
    const other = idOf('1.3.1');
    expect(await submit(PEOPLE.executor, other, { zeroCase: true })).toMatchObject(refusal(400, 'assignment.no_zero_case'));
  });
});

describe('a case', () => {
  const id = idOf('1.3.2');

  it('is taken by one, once; the next one hears who holds it; another one of the body takes it over with trace', async () => {
    await submit(PEOPLE.executor, id);
    const taken = await act(PEOPLE.coordinator, id, 'take');
    expect(taken).toMatchObject({ status: 200, body: { holder: { id: PEOPLE.coordinator.id }, allowed: ['return', 'pass-on', 'release'] } });
    expect((await act(PEOPLE.coordinator, id, 'take')).body.steps).toBe(taken.body.steps);
    for (const name of ['take', 'release', 'pass-on']) {
      expect(await act(PEOPLE.both, id, name)).toMatchObject(refusal(409, 'assignment.taken', { by: PEOPLE.coordinator.name, at: '2026-05-20T04:00:00.000Z' }));
    }
    expect((await view(PEOPLE.both, id)).allowed).toContain('take-over');
    expect((await act(PEOPLE.both, id, 'take', { over: true })).body.history.at(-1)).toMatchObject({ act: 'taken-over', remark: PEOPLE.coordinator.name });
    expect((await act(PEOPLE.both, id, 'release')).body).toMatchObject({ holder: null });
    expect(await act(PEOPLE.curator, id, 'take')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
  });

  it('is decided on what one has seen: else one hears what happened since', async () => {
    const { steps } = await view(PEOPLE.coordinator, id);
    expect((await act(PEOPLE.both, id, 'pass-on', { seen: steps })).status).toBe(200);
    const changed = { by: PEOPLE.both.name, act: 'passed-on', at: '2026-05-20T04:00:00.000Z' };
    expect(await act(PEOPLE.coordinator, id, 'return', { reason: 'other', remark: 'Исправьте', seen: steps })).toMatchObject(refusal(409, 'assignment.changed', changed));
  });

  it('is taken back within a minute by whoever decided, and not later', async () => {
    expect(await act(PEOPLE.coordinator, id, 'undo')).toMatchObject(refusal(409, 'assignment.nothing_to_undo'));
    at('2026-05-20T04:00:59Z');
    expect(await act(PEOPLE.both, id, 'undo')).toMatchObject({ status: 200, body: { status: 'in-review', reviewer: { id: REGION } } });
    await act(PEOPLE.both, id, 'pass-on');
    at('2026-05-20T04:02:01Z');
    expect(await act(PEOPLE.both, id, 'undo')).toMatchObject(refusal(409, 'assignment.nothing_to_undo'));
  });

  it('that is accepted is reopened by the Agency with a reason; the acceptance and its hashes stay', async () => {
    const { body } = await act(PEOPLE.curator, id, 'accept');
    const [hash] = body.approved.sha256;
    expect(await act(PEOPLE.coordinator, id, 'reopen', { remark: 'Ошибка' })).toMatchObject(refusal(403, 'assignment.not_reviewer'));
    const { body: reopened } = await act(PEOPLE.curator2, id, 'reopen', { remark: 'Приказ отменён' });
    expect(reopened).toMatchObject({ status: 'returned', approved: null });
    expect(reopened.history.slice(-2)).toMatchObject([{ act: 'accepted', sha256: [hash] }, { act: 'reopened', sha256: [hash], remark: 'Приказ отменён' }]);
    expect((await submit(PEOPLE.executor, id)).body).toMatchObject({ status: 'in-review', reviewer: { id: REGION } });
  });
});

describe('several who review side by side', () => {
  it('all agree before it goes on, and each sees it in his list', async () => {
    const id = idOf('3.3.1', ENTITY);
    const { body } = await submit(PEOPLE.compliance, id);
    expect(body.chain.map(({ organisation, step, state, subject }: AssignmentView['chain'][number]) => [organisation.id, step, state, subject !== null])).toEqual([
      [REGION, 0, 'now', true],
      ['cgo-mf', 0, 'now', true],
      ['agency', 1, 'waiting', false],
    ]);
    for (const person of [PEOPLE.coordinator, PEOPLE.ministryCoordinator]) {
      const { body: list } = await service.as(person).get(`${API}/assignments?view=review&limit=100`);
      expect(list.items.map((row: AssignmentRow) => row.id)).toContain(id);
    }
    expect((await act(PEOPLE.ministryCoordinator, id, 'pass-on')).body).toMatchObject({ reviewer: { id: REGION } });
    expect(await act(PEOPLE.ministryCoordinator, id, 'pass-on')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
    expect(await act(PEOPLE.curator, id, 'accept')).toMatchObject(refusal(403, 'assignment.not_reviewer'));
    expect((await act(PEOPLE.coordinator, id, 'pass-on')).body).toMatchObject({ reviewer: { id: 'agency' } });
    expect((await act(PEOPLE.curator, id, 'accept')).body.status).toBe('accepted');
  });
});

describe('a step at which nobody can review', () => {
  it('is reported to the body above it, and waits', async () => {
    const { id: personId } = PEOPLE.strangerCoordinator;
    const [organisationId, role] = ['akimat-zhambyl', 'coordinator'];
    const ended = { membershipId: `${personId}:${organisationId}:${role}`, personId, organisationId, role, until: '2026-05-19' };
    await service.tell(fact(MembershipEndedSchema, ended, { key: ended.membershipId }));
    const id = idOf('1.1.2', 'akimat-zhambyl-zhualy');
    expect((await submit(PEOPLE.stranger, id)).body.chain).toMatchObject([{ state: 'now', vacant: true }, { state: 'waiting', vacant: false }]);
    await service.eventually(() =>
      expect(service.told(AssignmentReviewVacantSchema)).toMatchObject([{ assignmentId: id, vacantOrganisationId: 'akimat-zhambyl', superiorOrganisationId: 'agency' }]),
    );
    at('2027-05-20T04:00:00Z');
    expect((await view(PEOPLE.stranger, id)).reviewer?.id).toBe('akimat-zhambyl');
  });
});
