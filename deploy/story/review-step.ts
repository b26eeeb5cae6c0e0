import { AssignmentRow, AssignmentView, EvidenceView, PaperTextView, pageOf, type Place, type ReturnAssignment } from '@aigaq/api';
import { pathOf, type Work } from './evidence-step.js';
import { type Person, Refused } from './person.js';
import type { Portal } from './portal.js';
import { until } from './persistence.js';

type Act = 'submit' | 'return' | 'pass-on' | 'accept';
const DONE: Record<Act, string> = { submit: 'submitted', return: 'returned', 'pass-on': 'passed-on', accept: 'accepted' };

/** Acts once, also when the answer is lost: a repeated act is refused, and the history then tells that it was taken. */
export async function act(person: Person, work: Work, name: Act, body: object): Promise<AssignmentView> {
  const before = (await person.get(pathOf(work), AssignmentView)).history.length;
  const wasDone = async () => {
    const now = await person.get(pathOf(work), AssignmentView);
    return now.history.length === before + 1 && now.history.at(-1)?.act === DONE[name] ? now : undefined;
  };
  return person.act(`${pathOf(work)}/${name}`, body, AssignmentView, wasDone);
}

/** 3. What was handed in waits for the region's coordinator. */
export async function submit(person: Person, work: Work, evidenceIds: string[]): Promise<AssignmentView> {
  const submitted = await whenHeard(() => act(person, work, 'submit', { evidenceIds }));
  expect([submitted.status, submitted.reviewer?.id]).toEqual(['in-review', 'akimat-kostanay']);
  return submitted;
}

export async function coordinatorReturns(portal: Portal, work: Work, remark: string, place: Place): Promise<AssignmentView> {
  const coordinator = portal.as('coordinator', 'kk');
  expect((await waitingFor(coordinator)).map(({ id }) => id)).toContain(work.id);
  const why: ReturnAssignment = { reason: 'not-signed', remark, place };
  const returned = await act(coordinator, work, 'return', why);
  expect(returned.status).toBe('returned');
  expect(returned.history.at(-1)).toMatchObject({ act: 'returned', reason: 'not-signed', remark, place });
  return returned;
}

export async function coordinatorPassesOn(portal: Portal, work: Work): Promise<AssignmentView> {
  const passed = await act(portal.as('coordinator', 'kk'), work, 'pass-on', {});
  expect([passed.status, passed.reviewer?.id]).toEqual(['in-review', 'agency']);
  return passed;
}

export async function curatorAccepts(portal: Portal, work: Work): Promise<AssignmentView> {
  const curator = portal.as('curator', 'kk');
  expect((await waitingFor(curator)).map(({ id }) => id)).toContain(work.id);
  const accepted = await act(curator, work, 'accept', {});
  expect([accepted.status, accepted.reviewer, accepted.allowed]).toEqual(['accepted', null, []]);
  return accepted;
}

/** The reviewer says what really stands on the paper; the machine's answer stays beside his, and the author may not. */
export async function coordinatorCorrects(portal: Portal, { id, check }: EvidenceView): Promise<void> {
  const path = `/api/evidence/documents/${id}`;
  const body = { field: 'number', value: '187-ө', revision: 0 };
  const problem = await portal.as('executor', 'kk').refusalOf({ method: 'POST', path: `${path}/corrections`, body });
  expect([problem.status, problem.code]).toEqual([403, 'act.forbidden']);
  const corrected = await portal.as('coordinator', 'kk').act(`${path}/corrections`, body, EvidenceView);
  expect(corrected.check?.number).toBe(check?.number);
  expect(corrected.corrections).toMatchObject([{ field: 'number', machineValue: check?.number, value: '187-ө', revision: 1 }]);
  const seen = await portal.as('executor', 'kk').get(path, EvidenceView);
  expect(seen.fields.find(({ field }) => field === 'number')).toMatchObject({ found: check?.number, correction: { value: '187-ө' } });
}

const COPY_MILLISECONDS = 120_000;
const KAZAKH_OR_RUSSIAN_WORD = /\p{Script=Cyrillic}{5,}/u;

/** In the background the copy is made in which one can search. */
export async function copyBecomesReady(portal: Portal, { id }: EvidenceView): Promise<void> {
  const curator = portal.as('curator', 'kk');
  const path = `/api/evidence/documents/${id}`;
  const { pages } = await until(() => curator.get(`${path}/text`, PaperTextView), ({ state }) => state !== 'making', COPY_MILLISECONDS, 500);
  expect(pages.map(({ text }) => text).join('\n')).toMatch(KAZAKH_OR_RUSSIAN_WORD);
  const copy = await curator.bytes(`${path}/searchable`);
  expect([copy.type, copy.bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
  const small = await curator.bytes(`${path}/thumbnails/1`);
  expect([small.type, small.bytes.length > 500]).toEqual(['image/jpeg', true]);
}

/** Nobody reviews an own submission: who is executor in the district and coordinator of the region cannot do both. */
export async function nobodyReviewsAnOwnSubmission(portal: Portal, work: Work): Promise<void> {
  const both = portal.as('both', 'kk');
  const { allowed } = await both.get(pathOf(work), AssignmentView);
  expect(allowed).toEqual([]);
  for (const name of ['pass-on', 'accept']) {
    const problem = await both.refusalOf({ method: 'POST', path: `${pathOf(work)}/${name}`, body: {} });
    expect([problem.status, problem.code]).toEqual([403, 'assignment.own_work']);
  }
}

function waitingFor(person: Person): Promise<AssignmentRow[]> {
  return person.get('/api/tasks/assignments?view=review&limit=100', pageOf(AssignmentRow)).then(({ items }) => items);
}

/** The reading is told by an event, which tasks may hear a moment after the executor has seen it. */
async function whenHeard<T>(handIn: () => Promise<T>): Promise<T> {
  const unheard = ['assignment.evidence_unchecked', 'assignment.evidence_unknown'];
  const tried = () => handIn().catch((error: unknown) => {
    if (error instanceof Refused && unheard.includes(error.problem.code)) {
      return error;
    }
    throw error;
  });
  return (await until(tried, (answer) => !(answer instanceof Refused), 60_000, 200)) as T;
}
