import { AGENCY, assignment, inReview, NOW, paper, REGION, sample, subtask } from '../../test/examples.js';
import type { EvidenceFact } from './submission.js';
import { noteVerdict } from './verdict-change.js';

const facts = (...verdicts: EvidenceFact['verdict'][]) => ({ subtask: subtask(), now: NOW, evidence: verdicts.map((verdict, place) => paper(`e${place + 1}`, { verdict })) });
const handedIn = inReview({ evidenceIds: ['e1', 'e2'] });

describe('a verdict of the machine that changes after handing in', () => {
  it('is kept and told to those who decide; nothing else changes', () => {
    const change = { at: NOW, evidenceId: 'e1', before: 'passed', after: 'person' };
    expect(noteVerdict(handedIn, 'e1', facts('person', 'passed'))).toEqual({
      next: { ...handedIn, machineVerdict: 'person', verdictChanges: [change] },
      events: [sample('AssignmentVerdictChanged')],
    });
  });

  it('of something secret tells that it changed, not how', () => {
    const secret = { ...facts('person', 'passed'), subtask: subtask({ code: '2.5.5', secrecy: 'tax' }) };
    const { next, events } = noteVerdict(handedIn, 'e1', secret)!;
    expect(next).toMatchObject({ machineVerdict: 'person' });
    expect(['title', 'before', 'after'].filter((name) => name in events[0]!.payload)).toEqual([]);
  });

  it('of what is accepted goes to the body that accepted it, and does not undo it', () => {
    const accepted = inReview({ status: 'accepted', reviewerId: null, chain: [REGION, AGENCY], evidenceIds: ['e1'] });
    const decision = noteVerdict(accepted, 'e1', facts('failed'))!;
    expect(decision.next).toMatchObject({ status: 'accepted', machineVerdict: 'failed' });
    expect(decision.events).toMatchObject([{ payload: { reviewerOrganisationId: AGENCY } }]);
  });

  it('may be better than before', () => {
    const doubtful = inReview({ evidenceIds: ['e1'], machineVerdict: 'person' });
    expect(noteVerdict(doubtful, 'e1', facts('passed'))?.next).toMatchObject({ machineVerdict: 'passed' });
  });

  it.each([
    ['the worst of all papers stays', handedIn, 'e1', facts('passed', 'passed')],
    ['the paper was not handed in', handedIn, 'e9', facts('failed', 'passed')],
    ['nothing was handed in yet', assignment(), 'e1', facts('failed')],
    ['it was returned', inReview({ status: 'returned', evidenceIds: ['e1'] }), 'e1', facts('failed')],
    ['the Agency confirmed it without papers', inReview({ status: 'accepted', machineVerdict: null, evidenceIds: [] }), 'e1', facts()],
  ])('is nothing new when %s', (_, state, evidenceId, given) => expect(noteVerdict(state, evidenceId, given)).toBeUndefined());
});
