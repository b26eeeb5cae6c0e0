import fc from 'fast-check';
import { AGENCY, assignment, DISTRICT, NOW, paper, person, REGION, subtask } from '../../test/examples.js';
import type { Assignment } from './assignment.js';
import { acceptAssignment, passOn, returnAssignment } from './review.js';
import { submitAssignment } from './submission.js';

// Everybody may try everything; some hold several roles, so that they meet their own work again.
const PEOPLE = [
  person('executor', 'E', [DISTRICT, 'executor']),
  person('coordinator', 'C', [REGION, 'coordinator']),
  person('coordinator2', 'C2', [REGION, 'coordinator']),
  person('curator', 'K', [AGENCY, 'curator']),
  person('curator2', 'K2', [AGENCY, 'curator']),
  person('everything', 'A', [DISTRICT, 'executor'], [REGION, 'coordinator'], [AGENCY, 'curator']),
  person('stranger', 'S', ['akimat-zhambyl', 'coordinator']),
];
const CHAIN = [REGION, AGENCY];
const PAPERS = ['executor', 'coordinator', 'everything'].map((id) => paper(`by-${id}`, { uploadedById: id }));
const facts = { subtask: subtask(), now: NOW };

const move = fc.record({
  act: fc.constantFrom('submit', 'return', 'pass-on', 'accept'),
  by: fc.constantFrom(...PEOPLE),
  papers: fc.subarray(PAPERS.map(({ id }) => id)),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

function decide(state: Assignment, { act, by, papers }: Move) {
  switch (act) {
    case 'submit':
      return submitAssignment(state, by, papers, { ...facts, evidence: PAPERS, chain: CHAIN, today: '2026-05-20' });
    case 'return':
      return returnAssignment(state, by, { reason: 'other', remark: 'Исправьте' }, facts);
    case 'pass-on':
      return passOn(state, by, facts);
    default:
      return acceptAssignment(state, by, PAPERS, facts);
  }
}

/** The next state; the same one when the move is refused. Anything but a refusal of the table is a defect. */
function after(state: Assignment, next: Move): Assignment {
  try {
    return decide(state, next).next;
  } catch (error) {
    expect(String((error as { code?: string }).code)).toMatch(/^assignment\./);
    return state;
  }
}

function mustHold(before: Assignment, state: Assignment, { act, by }: Move): void {
  if (state === before) {
    return;
  }
  expect(before.status).not.toBe('accepted');
  expect(state.history).toEqual([...before.history, expect.objectContaining({ by: { id: by.id, name: by.name } })]);
  if (act !== 'submit') {
    // Nobody's verdict counts for work in which he had a part, in this submission or an earlier one.
    expect(before.authors).not.toContain(by.id);
  }
  expect(state.status === 'in-review').toBe(state.reviewerId !== null);
  expect(before.authors.every((author) => state.authors.includes(author))).toBe(true);
}

/** Who has found it in order since it was last handed in. */
function approvals({ history }: Assignment): (string | null)[] {
  const since = history.slice(history.findLastIndex(({ act }) => act === 'submitted') + 1);
  return since.filter(({ act }) => act === 'passed-on' || act === 'accepted').map(({ organisationId }) => organisationId);
}

describe('any sequence of moves of anybody', () => {
  it('keeps the rules of the work and its review', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80, size: 'max' }), (moves) => {
        let state = assignment();
        for (const next of moves) {
          const before = state;
          state = after(before, next);
          mustHold(before, state, next);
          const done = approvals(state);
          expect(done).toEqual(CHAIN.slice(0, done.length));
          expect(state.status === 'accepted').toBe(done.length === CHAIN.length);
        }
        accepted += state.status === 'accepted' ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    // Else the property would hold because nothing ever happens.
    expect(accepted).toBeGreaterThan(50);
  });
});
