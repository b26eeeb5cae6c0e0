import type { ClockReason } from '@aigaq/api';
import { day, WorkingCalendar } from '@aigaq/calendar';
import { loadCalendar } from '@aigaq/reference';
import { AGENCY, assignment, cardOf, DISTRICT, edition, NOW, sample, subtask } from '../../test/examples.js';
import { movedOfCard, recountDraft, withCalendar } from './recount-card.js';
import { type Clocked, isCounted, recount } from './recount.js';
import { isReschedulable, rescheduleAssignment, wasMovedBy } from './reschedule.js';

const years = loadCalendar();
const before = WorkingCalendar.from(years);
/** 29.05.2026 (Friday) is off for 13.06.2026 (Saturday). */
const after = WorkingCalendar.from(
  years.map((year) =>
    year.year === 2026 ? { ...year, version: '2', nonWorkingWeekdays: [...year.nonWorkingWeekdays, '2026-05-29'], workingWeekendDays: ['2026-06-13'] } : year,
  ),
);
const TODAY = '2026-05-20';
const SET: ClockReason = { code: 'date.set_by_agency', data: {} };
const opens: ClockReason = { code: 'date.opens_by_card', data: {} };
const due = before.dueOn(day('2026-05-29'), 'next');
const locked = before.dueAfter(due.day, 10);
const byRule: Clocked = { opensOn: '2026-01-15', dueOn: due.day, lockedOn: locked.day, reasons: { opens, due: due.reason, locked: locked.reason } };
const with_ = (change: Partial<Clocked>, reasons: Partial<NonNullable<Clocked['reasons']>> = {}): Clocked => ({ ...byRule, ...change, reasons: { ...byRule.reasons!, ...reasons } });

describe('clocks counted with a newer calendar', () => {
  it('move by the rules by which they were counted, and say so', () => {
    const newDue = after.dueOn(day('2026-05-29'), 'next');
    const newLocked = after.dueAfter(newDue.day, 10);
    expect([newDue.day, newLocked.day, newDue.reason.code]).toEqual(['2026-06-01', '2026-06-13', 'date.next_working_day']);
    expect(recount(byRule, after, TODAY)).toEqual({ opensOn: '2026-01-15', dueOn: newDue.day, lockedOn: newLocked.day, reasons: { opens, due: newDue.reason, locked: newLocked.reason } });
  });

  it('are as they were with the same calendar, and counted twice as counted once', () => {
    expect(recount(byRule, before, TODAY)).toBeUndefined();
    expect(recount(recount(byRule, after, TODAY)!, after, TODAY)).toBeUndefined();
  });

  it('come back when the decree is taken back', () => {
    expect(recount(recount(byRule, after, TODAY)!, before, TODAY)).toEqual(byRule);
  });

  it.each<[string, Clocked, object | undefined]>([
    ['without reasons', { ...byRule, reasons: undefined }, undefined],
    ['that people set', with_({}, { due: SET, locked: SET }), undefined],
    ['with a due day that people set', with_({ dueOn: '2026-05-28', lockedOn: '2026-06-11' }, { due: SET, locked: before.dueAfter(day('2026-05-28'), 10).reason }), { dueOn: '2026-05-28', lockedOn: '2026-06-12' }],
    ['with a last day that people set', with_({ lockedOn: '2026-06-15' }, { locked: SET }), { dueOn: '2026-06-01', lockedOn: '2026-06-15' }],
    ['with a last day that people set before the new due day: it is never before that', with_({ lockedOn: '2026-05-30' }, { locked: SET }), { dueOn: '2026-06-01', lockedOn: '2026-06-01' }],
    ['whose last day is counted from another day', with_({ lockedOn: '2026-06-11' }, { locked: before.dueAfter(day('2026-05-28'), 10).reason }), { dueOn: '2026-06-01', lockedOn: '2026-06-12' }],
    ['that open by a counted day', with_({ opensOn: '2026-05-29' }, { opens: before.dueAfter(day('2026-05-28'), 1).reason, due: SET, locked: SET }), { opensOn: '2026-06-01', dueOn: '2026-05-29' }],
  ])('of what is %s', (_what, clocks, expected) => {
    const moved = recount(clocks, after, TODAY);
    expect(moved && { opensOn: moved.opensOn, dueOn: moved.dueOn, lockedOn: moved.lockedOn }).toEqual(expected && { opensOn: clocks.opensOn, lockedOn: clocks.lockedOn, ...expected });
  });

  it('keep the reason of an extension', () => {
    const onTime: ClockReason = { code: 'extension.granted', data: {} };
    expect(recount(with_({}, { onTime }), after, TODAY)?.reasons).toMatchObject({ onTime });
    expect(recount(byRule, after, TODAY)?.reasons).not.toHaveProperty('onTime');
  });

  // A decree by which Saturday, 13.06.2026 is worked moves what fell on it from Monday to that Saturday.
  const saturday = before.dueOn(day('2026-06-13'), 'next');
  const lockedThen = before.dueAfter(saturday.day, 0);
  const clocks: Clocked = { opensOn: '2026-01-15', dueOn: saturday.day, lockedOn: lockedThen.day, reasons: { opens, due: saturday.reason, locked: lockedThen.reason } };

  it.each([
    ['2026-06-12', '2026-06-13'],
    ['2026-06-13', '2026-06-13'],
    // It would have passed without anybody knowing.
    ['2026-06-14', undefined],
    ['2026-06-15', undefined],
    // It has passed either way.
    ['2026-06-16', '2026-06-13'],
  ])('on %s nobody becomes late by a decree', (today, expected) => {
    expect([saturday.day, recount(clocks, after, today)?.dueOn]).toEqual(['2026-06-15', expected]);
  });

  it('lock nobody out by a decree', () => {
    const lockedBySaturday = { ...clocks, dueOn: '2026-06-01', reasons: { opens, due: SET, locked: before.dueOn(day('2026-06-13'), 'next').reason } };
    expect(recount(lockedBySaturday, after, '2026-06-12')?.lockedOn).toBe('2026-06-13');
    expect(recount(lockedBySaturday, after, '2026-06-14')).toBeUndefined();
  });

  it.each([
    [due.reason, true],
    [locked.reason, true],
    [opens, false],
    [SET, false],
  ])('were counted or not: %j', (reason, expected) => expect(isCounted(reason)).toBe(expected));
});

describe('rescheduling an assignment', () => {
  const by = { id: 'p-admin', name: 'Айгүл' };
  const facts = { calendar: after, reference: '2026:2', by, subtask: subtask(), today: TODAY, now: NOW };
  const open = assignment({ dueOn: byRule.dueOn, lockedOn: byRule.lockedOn, reasons: byRule.reasons! });

  it('gives it the new days, a step of its history and a fact', () => {
    const { next, events } = rescheduleAssignment(open, facts) ?? {};
    expect(events).toEqual([sample('AssignmentRescheduled')]);
    expect(next).toMatchObject({ status: 'open', dueOn: '2026-06-01', lockedOn: '2026-06-13', reasons: { due: { code: 'date.next_working_day' } } });
    expect(next?.history).toEqual([
      {
        ...{ at: NOW, by, act: 'rescheduled', organisationId: null, submission: null, evidenceIds: [], reason: null, remark: null, place: null },
        rescheduled: { dueOn: { before: '2026-05-29', after: '2026-06-01' }, lockedOn: { before: '2026-06-12', after: '2026-06-13' }, calendar: '2026:2' },
      },
    ]);
    expect([wasMovedBy(next!, '2026:2'), wasMovedBy(next!, '2026:3'), wasMovedBy(open, '2026:2')]).toEqual([true, false, false]);
    expect(rescheduleAssignment(next!, facts)).toBeUndefined();
  });

  it.each([
    ['it is reviewed', { status: 'in-review', submissions: 1 }],
    ['it was returned', { status: 'returned', submissions: 1 }],
    ['it is accepted', { status: 'accepted', submissions: 1 }],
    ['it was handed in before', { status: 'open', submissions: 1 }],
  ] as const)('changes nothing when %s', (_, change) => {
    expect(isReschedulable({ ...open, ...change })).toBe(false);
    expect(rescheduleAssignment({ ...open, ...change }, facts)).toBeUndefined();
  });

  it('of something secret tells the code alone', () => {
    const told = rescheduleAssignment(open, { ...facts, subtask: subtask({ code: '2.1.1', secrecy: 'restricted' }) })?.events;
    expect(told).toMatchObject([{ payload: { subtaskCode: '2.1.1', secrecy: 'restricted', organisationId: DISTRICT } }]);
    expect(told?.[0]?.payload).not.toHaveProperty('title');
    expect(JSON.stringify(told)).not.toContain(AGENCY + '"');
  });
});

describe('the days of a card with a newer calendar', () => {
  const dates = { '1.1.2': [{ period: '2026', ...byRule, reasons: byRule.reasons }], '1.1.3': [{ period: '2026', opensOn: '2026-01-15', dueOn: '2026-05-29', lockedOn: '2026-06-12' }] };
  const draft = edition({ card: cardOf(subtask(), subtask({ code: '1.1.3' })), dates });

  it('are named where they move', () => {
    const same = { before: '2026-01-15', after: '2026-01-15' };
    expect(movedOfCard(draft, after, TODAY)).toEqual([
      {
        ...{ of: 'card', edition: '2024', subtask: '1.1.2', period: '2026', count: 0, opensOn: same },
        dueOn: { before: '2026-05-29', after: '2026-06-01' },
        lockedOn: { before: '2026-06-12', after: '2026-06-13' },
      },
    ]);
    expect(movedOfCard(draft, before, TODAY)).toEqual([]);
  });

  it('move in a draft, which tells it', () => {
    const { next, events } = recountDraft(draft, after, TODAY) ?? {};
    expect(next).toEqual(withCalendar(draft, after, TODAY));
    expect(next?.dates['1.1.2']).toMatchObject([{ period: '2026', dueOn: '2026-06-01' }]);
    expect(next?.dates['1.1.3']).toEqual(dates['1.1.3']);
    expect(events).toEqual([sample('CardDatesSet')]);
  });

  it.each([
    ['is published', { status: 'published' }, after],
    ['has no year', { year: null }, after],
    ['has no day that moves', {}, before],
  ] as const)('stay as they are when it %s', (_, change, calendar) => {
    expect(recountDraft({ ...draft, ...change }, calendar, TODAY)).toBeUndefined();
  });
});
