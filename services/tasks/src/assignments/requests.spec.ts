import type { AskRequest } from '@aigaq/api';
import { type Day, WorkingCalendar } from '@aigaq/calendar';
import { loadCalendar, loadReviewChains } from '@aigaq/reference';
import { assignment, COORDINATOR, CURATOR, EXECUTOR, inReview, NOW, person, refusalOf, REGION, sample, subtask } from '../../test/examples.js';
import type { Assignment } from './assignment.js';
import { askableDays, askRequest, endExcuse, grantRequest, mayDecide, refuseRequest, type RequestFacts, withdrawRequest } from './requests.js';

const facts = (change: Partial<RequestFacts> = {}): RequestFacts => ({
  ...{ subtask: subtask(), now: NOW, today: '2026-05-20' as Day },
  ...{ limits: loadReviewChains('2024'), calendar: WorkingCalendar.from(loadCalendar()) },
  ...change,
});
const ASKED: AskRequest = { kind: 'extension', reason: 'Приказ на согласовании в Министерстве юстиции', day: '2026-06-12' };
const ask = (change: Partial<AskRequest> = {}, state: Assignment = assignment(), known = facts()) => askRequest(state, EXECUTOR, { ...ASKED, ...change }, REGION, known);
const asked = (change: Partial<AskRequest> = {}) => ask(change).next;
const NOT_APPLICABLE = { kind: 'not-applicable', reason: 'Подведомственных организаций нет', day: '2026-12-31' } as const;
const BOTH = person(EXECUTOR.id, EXECUTOR.name, ...EXECUTOR.memberships.map(({ organisationId, role }) => [organisationId, role] as never), [REGION, 'coordinator']);

describe('asking for more time', () => {
  it('names the day and the reason, waits for the reviewing body, and is told', () => {
    const { next, events } = ask();
    expect(next).toMatchObject({ status: 'open', dueOn: '2026-05-29', request: { ...ASKED, to: REGION, by: { id: EXECUTOR.id } } });
    expect(next).not.toHaveProperty('extendedTo');
    expect(next.history).toMatchObject([{ act: 'extension-asked', day: '2026-06-12', remark: ASKED.reason }]);
    expect(events).toEqual([sample('AssignmentRequestMade')]);
  });

  it('is within the limits of the data: from the first working day after the due day', () => {
    expect(askableDays(assignment(), 'extension', facts())).toEqual({ from: '2026-06-01', until: '2026-07-13' });
  });

  it.each<[string, Partial<AskRequest>, Partial<Assignment>, Partial<RequestFacts>, string]>([
    ['for the due day itself', { day: '2026-05-29' }, {}, {}, 'assignment.request_day'],
    ['for a day off', { day: '2026-06-13' }, {}, {}, 'assignment.day_off'],
    ['for later than the limit', { day: '2026-07-14' }, {}, {}, 'assignment.request_day'],
    ['after the due day has passed', {}, {}, { today: '2026-05-30' as Day }, 'assignment.request_too_late'],
    ['while another request waits', {}, { request: asked().request! }, {}, 'assignment.request_pending'],
    ['of what was handed in', {}, { status: 'in-review' }, {}, 'assignment.wrong_status'],
    ['of what was returned: its punctuality is settled', {}, { status: 'returned' }, {}, 'assignment.wrong_status'],
    ['of what the Agency confirms', {}, { kindOfProof: 'agency-confirms' }, {}, 'assignment.no_upload'],
    ['by somebody who has not seen all', { seen: 3 }, {}, {}, 'assignment.changed'],
  ])('is refused %s', (_, change, state, known, code) => {
    expect(refusalOf(() => ask(change, assignment(state), facts(known)))).toBe(code);
  });

  it('can be taken back by the body', () => {
    const { next, events } = withdrawRequest(asked(), EXECUTOR, facts());
    expect([next.request, next.history.at(-1)?.act, events]).toEqual([undefined, 'request-withdrawn', []]);
    expect(refusalOf(() => withdrawRequest(assignment(), EXECUTOR, facts()))).toBe('assignment.no_request');
  });
});

describe('an extension', () => {
  it('leaves the due day of the card, moves the last day on time and the lock, and is told', () => {
    const { next, events } = grantRequest(asked(), COORDINATOR, undefined, facts());
    expect(next).toMatchObject({ dueOn: '2026-05-29', extendedTo: '2026-06-12', lockedOn: '2026-06-26', urgentOn: '2026-06-12' });
    expect(next.request).toBeUndefined();
    expect(next.history.at(-1)).toMatchObject({ act: 'extension-granted', day: '2026-06-12', organisationId: REGION });
    expect(events).toEqual([sample('AssignmentExtended')]);
  });

  it('may be shorter than what was asked for, never longer', () => {
    expect(grantRequest(asked(), COORDINATOR, '2026-06-05', facts()).next.extendedTo).toBe('2026-06-05');
    for (const day of ['2026-06-15', '2026-05-29', '2026-05-28']) {
      expect(refusalOf(() => grantRequest(asked(), COORDINATOR, day, facts()))).toBe('assignment.request_day');
    }
    expect(refusalOf(() => grantRequest(asked(), COORDINATOR, '2026-06-07', facts()))).toBe('assignment.day_off');
  });

  it('may be followed by another one, counted from the day that it gave', () => {
    const extended = grantRequest(asked(), COORDINATOR, undefined, facts()).next;
    const { next } = askRequest(extended, EXECUTOR, { ...ASKED, day: '2026-06-19' }, REGION, facts({ today: '2026-06-12' as Day }));
    expect(grantRequest(next, COORDINATOR, undefined, facts()).next).toMatchObject({ extendedTo: '2026-06-19', lockedOn: '2026-07-03' });
  });

  it('that is refused leaves the day, and says why', () => {
    const { next, events } = refuseRequest(asked(), COORDINATOR, 'Согласование не мешает сдать в срок', facts());
    expect(next).toMatchObject({ dueOn: '2026-05-29', lockedOn: '2026-06-12', history: [{}, { act: 'extension-refused' }] });
    expect([next.request, next.extendedTo, events]).toEqual([undefined, undefined, [sample('AssignmentRequestRefused')]]);
  });

  it.each<[string, Assignment, typeof EXECUTOR, string]>([
    ['of another body', asked(), CURATOR, 'assignment.not_decider'],
    ['who made it', asked(), BOTH, 'assignment.own_work'],
    ['who has a part in the work', { ...asked(), authors: [COORDINATOR.id] }, COORDINATOR, 'assignment.own_work'],
    ['where nothing was asked for', assignment(), COORDINATOR, 'assignment.no_request'],
  ])('is not decided by somebody %s', (_, state, by, code) => {
    expect(refusalOf(() => grantRequest(state, by, undefined, facts()))).toBe(code);
    expect(refusalOf(() => refuseRequest(state, by, 'Нет', facts()))).toBe(code);
    expect(mayDecide(state, by)).toBe(false);
  });

  it('of something secret tells no reason', () => {
    const secret = facts({ subtask: subtask({ code: '2.5.5', secrecy: 'tax' }) });
    const request = askRequest(assignment(), EXECUTOR, ASKED, REGION, secret);
    expect(request.events[0]?.payload).not.toHaveProperty('reason');
    expect(refuseRequest(request.next, COORDINATOR, 'Нет', secret).events[0]?.payload).not.toHaveProperty('remark');
  });
});

describe('what does not apply', () => {
  const excused = () => grantRequest(asked(NOT_APPLICABLE), COORDINATOR, undefined, facts()).next;

  it('is out until its day, openly, when the reviewing body agrees', () => {
    const { next, events } = grantRequest(asked(NOT_APPLICABLE), COORDINATOR, undefined, facts());
    expect(next).toMatchObject({ status: 'not-applicable', excused: { until: '2026-12-31', reason: NOT_APPLICABLE.reason } });
    expect(events).toEqual([sample('AssignmentExcused')]);
  });

  it('is refused with a reason', () => {
    const { next } = refuseRequest(asked(NOT_APPLICABLE), COORDINATOR, 'Организация есть', facts());
    expect(next).toMatchObject({ status: 'open', history: [{ act: 'excuse-asked' }, { act: 'excuse-refused', remark: 'Организация есть' }] });
  });

  it.each([
    ['today', '2026-05-20'],
    ['later than the limit', '2027-05-22'],
  ])('is not asked for until %s', (_, day) => expect(refusalOf(() => ask({ ...NOT_APPLICABLE, day }))).toBe('assignment.request_day'));

  it('is not said after the lock', () => {
    expect(refusalOf(() => ask(NOT_APPLICABLE, assignment(), facts({ today: '2026-06-13' as Day })))).toBe('assignment.request_too_late');
  });

  it('is open again the day after, with time for the work', () => {
    expect(endExcuse(excused(), facts({ today: '2026-12-31' as Day }))).toBeUndefined();
    const { next } = endExcuse(excused(), facts({ today: '2027-01-05' as Day }))!;
    expect(next).toMatchObject({ status: 'open', dueOn: '2026-05-29', history: [{}, {}, { act: 'excuse-ended', by: { id: 'system' } }] });
    expect(next.excused).toBeUndefined();
    expect(next.extendedTo! > '2027-01-10').toBe(true);
    expect(next.lockedOn > next.extendedTo!).toBe(true);
  });

  it('that ends early leaves the days of the card', () => {
    const short = grantRequest(asked({ ...NOT_APPLICABLE, day: '2026-05-21' }), COORDINATOR, undefined, facts()).next;
    const ended = endExcuse({ ...short, dueOn: '2026-12-10', lockedOn: '2026-12-24' }, facts({ today: '2026-05-22' as Day }))!;
    expect(ended.next).toMatchObject({ status: 'open', lockedOn: '2026-12-24' });
    expect(ended.next).not.toHaveProperty('extendedTo');
    const { next, events } = endExcuse(short, facts({ today: '2026-05-22' as Day }))!;
    expect([next.extendedTo, events]).toEqual(['2026-06-05', [expect.objectContaining({ payload: expect.objectContaining({ onTimeOn: '2026-06-05' }) })]]);
  });

  it('never is what was handed in', () => {
    expect(refusalOf(() => ask(NOT_APPLICABLE, inReview()))).toBe('assignment.wrong_status');
  });
});
