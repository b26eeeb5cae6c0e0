import { type Day, dayOf, WorkingCalendar } from '@aigaq/calendar';
import { loadCalendar, loadReviewChains } from '@aigaq/reference';
import fc from 'fast-check';
import { AGENCY, assignment, DISTRICT, NOW, paper, person, REGION, subtask } from '../../test/examples.js';
import { replay, toldBy } from '../../test/replay.js';
import { type Assignment, timingOf } from './assignment.js';
import { reopenAssignment } from './reopening.js';
import { askRequest, endExcuse, grantRequest, refuseRequest, withdrawRequest } from './requests.js';
import { acceptAssignment, passOn, returnAssignment, reviewsFor } from './review.js';
import { submitAssignment } from './submission.js';
import { releaseAssignment, takeAssignment } from './taking.js';
import { undoLastAct } from './undo.js';

// Everybody may try everything; some hold several roles, so that they meet their own work again. The region and the ministry review side
// by side, then the Agency.
const MINISTRY = 'cgo-mf';
const PEOPLE = [
  person('executor', 'E', [DISTRICT, 'executor']),
  person('coordinator', 'C', [REGION, 'coordinator']),
  person('coordinator2', 'C2', [REGION, 'coordinator']),
  person('ministry', 'M', [MINISTRY, 'coordinator']),
  person('curator', 'K', [AGENCY, 'curator']),
  person('everything', 'A', [DISTRICT, 'executor'], [REGION, 'coordinator'], [MINISTRY, 'coordinator'], [AGENCY, 'curator']),
  person('stranger', 'S', ['akimat-zhambyl', 'coordinator']),
];
const STEPS = [[REGION, MINISTRY], [AGENCY]].map((ids) => ids.map((organisationId) => ({ organisationId, subject: null })));
const PAPERS = ['executor', 'coordinator', 'everything'].map((id) => paper(`by-${id}`, { uploadedById: id }));
const RULE = subtask({ evidence: { ...subtask().evidence, zeroCase: true } });
const LIMITS = loadReviewChains('2024');
const CALENDAR = WorkingCalendar.from(loadCalendar());

interface World {
  state: Assignment;
  now: Date;
}
type Decision = { next: Assignment; events: readonly unknown[] } | undefined;

const ACTS = {
  submit: (papers, zeroCase) => ({ state, by, facts }) => submitAssignment(state, by, { evidenceIds: papers, zeroCase }, { ...facts, evidence: PAPERS, steps: STEPS }),
  return: () => ({ state, by, facts }) => returnAssignment(state, by, { reason: 'other', remark: 'Исправьте' }, facts),
  'pass-on': () => ({ state, by, facts }) => passOn(state, by, facts),
  accept: () => ({ state, by, facts }) => acceptAssignment(state, by, PAPERS, facts),
  take: (_, over) => ({ state, by, facts }) => takeAssignment(state, by, over, facts),
  release: () => ({ state, by, facts }) => releaseAssignment(state, by, facts),
  reopen: () => ({ state, by, facts }) => reopenAssignment(state, by, 'Ошибка', facts),
  undo: () => ({ state, by, facts }) => undoLastAct(state, by, facts),
  'ask-extension': (_, __, day) => ({ state, by, facts }) => askRequest(state, by, { kind: 'extension', reason: 'Причина', day }, REGION, facts),
  'ask-excuse': (_, __, day) => ({ state, by, facts }) => askRequest(state, by, { kind: 'not-applicable', reason: 'Причина', day }, REGION, facts),
  withdraw: () => ({ state, by, facts }) => withdrawRequest(state, by, facts),
  grant: () => ({ state, by, facts }) => grantRequest(state, by, undefined, facts),
  refuse: () => ({ state, by, facts }) => refuseRequest(state, by, 'Нет', facts),
  'end-excuse': () => ({ state, facts }) => endExcuse(state, facts),
} satisfies Record<string, (papers: string[], flag: boolean, day: string) => (at: At) => Decision>;
interface At {
  state: Assignment;
  by: (typeof PEOPLE)[number];
  facts: { subtask: typeof RULE; now: Date; today: Day; limits: typeof LIMITS; calendar: WorkingCalendar };
}
type Act = keyof typeof ACTS;
/** What the rules themselves leave to reviewers; who works for the body is decided by the table of accesses. */
const REVIEWS: readonly Act[] = ['return', 'pass-on', 'accept', 'take', 'release', 'grant', 'refuse', 'reopen'];

/** Somebody tries something; a refusal of the table leaves everything as it is, anything else that is thrown is a defect. */
class Try implements fc.Command<{ done: Record<string, number> }, World> {
  constructor(
    private readonly act: Act,
    private readonly by: (typeof PEOPLE)[number],
    private readonly decide: (at: At) => Decision,
    private readonly seconds: number,
  ) {}

  check = (): boolean => true;

  run(model: { done: Record<string, number> }, real: World): void {
    real.now = new Date(real.now.getTime() + this.seconds * 1000);
    const before = real.state;
    const facts = { subtask: RULE, now: real.now, today: dayOf(real.now), limits: LIMITS, calendar: CALENDAR };
    try {
      real.state = this.decide({ state: before, by: this.by, facts })?.next ?? before;
    } catch (error) {
      expect(String((error as { code?: string }).code)).toMatch(/^assignment\./);
    }
    if (real.state !== before) {
      model.done[this.act] = (model.done[this.act] ?? 0) + 1;
      this.mustHold(before, real.state);
    }
  }

  toString = (): string => `${this.by.id} ${this.act} +${this.seconds}s`;

  private mustHold(before: Assignment, after: Assignment): void {
    // The history only grows, by one step of the one who acts.
    expect(after.history.slice(0, -1)).toEqual(before.history);
    expect(after.history.at(-1)?.by.id).toBe(this.act === 'end-excuse' ? 'system' : this.by.id);
    // It tells the state.
    const { extendedTo: _, ...told } = replay(after.history, STEPS);
    expect(toldBy(after)).toEqual(told);
    this.mustBeReviewed(before, after);
    // What was on time, by extension or late, stays so; the due day of the card stays too.
    expect([timingOf(before) ?? timingOf(after), after.dueOn]).toEqual([timingOf(after), before.dueOn]);
    if (before.submittedOn !== null) {
      expect([after.submittedOn, after.extendedTo, after.lockedOn]).toEqual([before.submittedOn, before.extendedTo, before.lockedOn]);
    }
    expect(before.authors.every((author) => after.authors.includes(author))).toBe(true);
  }

  private mustBeReviewed(before: Assignment, after: Assignment): void {
    expect(after.status === 'in-review').toBe(after.reviewerId !== null);
    if (REVIEWS.includes(this.act)) {
      // Nobody's verdict counts for work in which he had a part, in this submission or an earlier one, nor on his own request.
      expect(before.authors).not.toContain(this.by.id);
      expect(before.request?.by.id).not.toBe(this.by.id);
      expect(reviewsFor(this.by, after.history.at(-1)?.organisationId ?? '')).toBe(true);
      // Whoever has not taken the case does not decide while another one of the body holds it.
      const holder = before.holders?.find(({ organisationId }) => organisationId === after.history.at(-1)?.organisationId);
      expect(['take', 'reopen', 'grant', 'refuse'].includes(this.act) || !holder || holder.by.id === this.by.id).toBe(true);
    }
    const agreed = agreedSince(after);
    expect(after.status === 'accepted').toBe(agreed.includes(AGENCY));
    if (after.status === 'accepted') {
      expect(new Set(agreed)).toEqual(new Set([REGION, MINISTRY, AGENCY]));
      expect(after.approved?.sha256).toHaveLength(after.evidenceIds.length);
    }
  }
}

/** Which bodies have found it in order since it was last handed in, what was taken back aside. */
function agreedSince({ history }: Assignment): string[] {
  const since = history.slice(history.findLastIndex(({ act }) => act === 'submitted' || act === 'reopened') + 1);
  const standing = since.filter(({ act }, place) => act !== 'undone' && since[place + 1]?.act !== 'undone');
  return standing.filter(({ act }) => act === 'passed-on' || act === 'accepted').map(({ organisationId }) => organisationId ?? '');
}

const REVIEW: readonly Act[] = ['submit', 'pass-on', 'accept', 'undo'];
const REQUESTS: readonly Act[] = ['ask-extension', 'ask-excuse', 'ask-excuse', 'grant', 'refuse', 'withdraw', 'end-excuse'];

/** Anything, with some acts more often than others. */
const anyTry = (often: readonly Act[]) =>
  fc
    .record({
      act: fc.constantFrom(...(Object.keys(ACTS) as Act[]), ...often, ...often, ...often),
      by: fc.constantFrom(...PEOPLE),
      papers: fc.subarray(PAPERS.map(({ id }) => id), { minLength: 1 }),
      flag: fc.boolean(),
      day: fc.constantFrom('2026-05-22', '2026-06-01', '2026-06-05', '2026-06-12', '2026-06-13'),
      // Mostly moments, sometimes days.
      seconds: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 50 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((days) => days * 86_400) }),
    })
    .map(({ act, by, papers, flag, day, seconds }) => new Try(act, by, (at) => (ACTS[act] as (p: string[], f: boolean, d: string) => (at: At) => Decision)(papers, flag, day)(at), seconds));

describe('any sequence of acts of anybody', () => {
  const done: Record<string, number> = {};
  it.each([
    ['most about the review', REVIEW],
    ['most about requests', REQUESTS],
  ])('reaches no forbidden state: %s', (_, often) => {
    fc.assert(
      fc.property(fc.commands([anyTry(often)], { maxCommands: 120, size: 'max' }), (commands) => {
        fc.modelRun(() => ({ model: { done }, real: { state: assignment(), now: NOW } }), commands);
      }),
      { numRuns: 300 },
    );
  });

  it('has tried every act with success, else it would hold because nothing ever happens', () => {
    expect(Object.keys(ACTS).filter((act) => (done[act] ?? 0) < 5)).toEqual([]);
  });
});
