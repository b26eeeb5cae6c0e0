import { assignment, paper, refusalOf, subtask } from '../../test/examples.js';
import { type PaperRead, judge, mustHoldWhatIsNeeded, noFactsBy } from './requirements.js';

const NOTHING: PaperRead = { kind: '', number: '', date: '', signature: '', signer: '', signerLevel: '', approval: '', stamp: '', isPoor: false };
const read = (change: Partial<PaperRead>): PaperRead => ({ ...NOTHING, ...change });
const { evidence: rule } = subtask();
const plan = { id: 'plan', kind: 'plan', name: { kk: 'Жоспар', ru: 'План' }, required: true, form: null } as const;
const two = { ...rule, documents: [...rule.documents, plan] };
const facts = (...evidence: ReturnType<typeof paper>[]) => ({ evidence, hasNoFacts: false, workingDay: (day: string) => day });
const said = (of: typeof rule, ...evidence: ReturnType<typeof paper>[]) =>
  judge(assignment(), of, facts(...evidence)).requirements.map(({ id, state, reasons }) => [id, state, reasons.map(({ code }) => code)]);

describe('how the papers of an assignment stand', () => {
  it.each([
    ['nothing is there', [], ['order', 'missing', ['absent']]],
    ['the document', [paper('e1', { read: read({ kind: 'order', signature: 'found' }) })], ['order', 'met', []]],
    ['a paper of another kind', [paper('e1', { read: read({ kind: 'letter' }) })], ['order', 'missing', ['absent', 'kind_differs']]],
    ['a poor copy of something else', [paper('e1', { read: read({ kind: 'letter', isPoor: true }) })], ['order', 'doubtful', ['kind_differs']]],
    ['an unsigned one', [paper('e1', { verdict: 'failed', read: read({ kind: 'order', signature: 'absent' }) })], ['order', 'doubtful', ['unsigned']]],
    ['signed by a level that may in a district', [paper('e1', { read: read({ kind: 'order', signer: 'found', signerLevel: 'akim' }) })], ['order', 'met', []]],
    ['signed by one that may not there', [paper('e1', { read: read({ kind: 'order', signer: 'found', signerLevel: 'deputy' }) })], ['order', 'doubtful', ['signer_not_entitled']]],
    ['a paper of which nothing is told', [paper('e1')], ['order', 'doubtful', ['kind_unsure']]],
    ['a paper that is being read', [paper('e1', { verdict: null })], ['order', 'doubtful', ['unread']]],
  ])('%s', (_, evidence, expected) => {
    expect(said(rule, ...evidence)).toEqual([expected]);
  });

  it('looks at the days of the period and of the clocks', () => {
    const window = (relativeTo: 'period' | 'clocks') => ({ ...rule, dateWindow: { appliesTo: ['order'], daysBeforePeriodStart: 0, daysAfterPeriodEnd: 0, relativeTo } });
    const dated = paper('e1', { read: read({ kind: 'order', date: '2026-01-10' }) });
    expect(said(window('period'), dated)).toEqual([['order', 'met', []]]);
    // It opens on 15 January.
    expect(said(window('clocks'), dated)).toEqual([['order', 'doubtful', ['date_outside']]]);
  });
});

describe('handing in by the rule', () => {
  it('is refused while a required document is missing, and says which in both languages', () => {
    const act = () => mustHoldWhatIsNeeded(assignment(), two, judge(assignment(), two, facts(paper('e1', { read: read({ kind: 'order' }) }))));
    expect(act).toThrow(
      expect.objectContaining({ code: 'assignment.evidence_missing', data: { assignmentId: assignment().id, missing: 'plan', namedKk: 'Жоспар', namedRu: 'План' } }),
    );
  });

  it('names all of which one would do', () => {
    const either = {
      ...two,
      documents: two.documents.map((document) => ({ ...document, required: false })),
      alternatives: [{ anyOf: ['order', 'plan'], required: true, when: { kk: 'ә', ru: 'а' } }],
    };
    expect(() => mustHoldWhatIsNeeded(assignment(), either, judge(assignment(), either, facts()))).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ missing: 'one-of-1', namedRu: 'Приказ / План' }) }),
    );
  });

  it('leaves to people what is doubtful', () => {
    const evaluation = judge(assignment(), rule, facts(paper('e1', { verdict: 'failed' })));
    expect(refusalOf(() => mustHoldWhatIsNeeded(assignment(), rule, evaluation))).toBeUndefined();
  });
});

describe('a body without facts', () => {
  it.each([
    ['does not say so', rule, false, undefined],
    ['files the form', { ...rule, zeroCase: true }, true, { needsPaper: true }],
    ['files nothing', { ...rule, zeroCase: true, zeroCaseFiles: 'nothing' as const }, true, { needsPaper: false }],
  ])('%s', (_, of, isStated, expected) => {
    expect(noFactsBy(assignment(), of, isStated)).toEqual(expected);
  });

  it('may not say so where the rule does not know the case', () => {
    expect(refusalOf(() => noFactsBy(assignment(), rule, true))).toBe('assignment.no_zero_case');
  });
});
