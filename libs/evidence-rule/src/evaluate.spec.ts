import { facts, paper, rule, wanted } from '../test/examples.js';
import { type EvidencePaper, type EvidenceRule, evaluateRule, missingOf, type RuleFacts } from './index.js';

const link = (id: string): EvidencePaper => paper(id, { medium: 'link', kind: null, verdict: null, signature: null, signer: null, approval: null, stamp: null });
const state = (of: EvidenceRule, papers: readonly EvidencePaper[], change: Partial<RuleFacts> = {}) =>
  evaluateRule(of, facts(papers, change)).requirements.map(({ id, state: said, reasons, evidenceIds }) => [id, said, reasons.map(({ code }) => code), evidenceIds]);

describe('one paper and the document that is wanted', () => {
  it.each<[string, Partial<EvidencePaper>, Partial<EvidenceRule>, string, string[]]>([
    ['of the kind, signed', {}, {}, 'met', []],
    ['of another kind', { kind: 'letter' }, {}, 'missing', ['absent', 'kind_differs']],
    ['of another kind, but hardly readable', { kind: 'letter', isPoor: true }, {}, 'doubtful', ['kind_differs']],
    ['of no kind that was read', { kind: null }, {}, 'doubtful', ['kind_unsure']],
    ['read as a note where a reference note is wanted', { kind: 'note' }, { documents: [wanted('a', { kind: 'reference-note' })] }, 'met', []],
    ['any, where the reader knows no such kind', {}, { documents: [wanted('a', { kind: 'report-form' })] }, 'doubtful', ['kind_unsure']],
    ['still being read', { verdict: null, kind: null, signature: null }, {}, 'doubtful', ['unread']],
    ['unsigned', { verdict: 'failed', signature: 'absent' }, {}, 'doubtful', ['unsigned']],
    ['perhaps signed', { verdict: 'person', signature: 'unsure' }, {}, 'doubtful', ['signature_unsure']],
    ['unsigned where nobody signs', { signature: 'absent', signer: 'absent', stamp: 'absent' }, { signers: [], signersByKind: {}, stamp: 'required' }, 'met', []],
    ['signed by one who may', { signerLevel: 'deputy' }, {}, 'met', []],
    ['signed by one who may not', { signerLevel: 'akim' }, {}, 'doubtful', ['signer_not_entitled']],
    ['signed by somebody else', { signer: 'absent', verdict: 'failed' }, {}, 'doubtful', ['signer_not_entitled']],
    ['signed by nobody knows whom', { signer: 'unsure' }, {}, 'doubtful', ['signer_unsure']],
    ['approved as it has to be', {}, { approval: 'required' }, 'met', []],
    ['not approved', { approval: 'absent' }, { approval: 'required' }, 'doubtful', ['approval_missing']],
    ['perhaps approved', { approval: 'unsure' }, { approval: 'required' }, 'doubtful', ['approval_unsure']],
    ['not approved, which the document asks for itself', { approval: 'absent' }, { documents: [wanted('a', { approval: 'required' })] }, 'doubtful', ['approval_missing']],
    ['not approved, which the document does not ask for', { approval: 'absent' }, { approval: 'required', documents: [wanted('a', { approval: 'none' })] }, 'met', []],
    ['without a stamp', { stamp: 'absent' }, { stamp: 'required' }, 'doubtful', ['stamp_missing']],
    ['perhaps stamped', { stamp: 'unsure' }, { stamp: 'required' }, 'doubtful', ['stamp_unsure']],
    ['without a stamp that nobody asks for', { stamp: 'absent' }, {}, 'met', []],
    ['on another form', { form: 'APP1' }, { documents: [wanted('a', { form: 'APP2' })] }, 'doubtful', ['form_differs']],
    ['on the form', { form: 'APP2' }, { documents: [wanted('a', { form: 'APP2' })] }, 'met', []],
    ['on a form where none is asked for', { form: 'APP2' }, {}, 'met', []],
    ['about which the machine is unsure', { verdict: 'person' }, {}, 'doubtful', ['verdict_person']],
    ['that the machine failed, nobody says why', { verdict: 'failed' }, {}, 'doubtful', ['verdict_failed']],
    ['that failed, and of unknown kind', { verdict: 'failed', kind: null }, {}, 'doubtful', ['kind_unsure', 'verdict_failed']],
    ['of which everything is secret', { signature: null, signer: null, approval: null, stamp: null, kind: null }, { approval: 'required', stamp: 'required' }, 'doubtful', ['kind_unsure']],
    ['in place of a link', {}, { documents: [wanted('a', { kind: 'publication', accepts: ['link'] })] }, 'doubtful', ['link_wanted']],
  ])('%s', (_, given, change, said, codes) => {
    const [requirement] = state(rule(change), [paper('p', given)]);
    expect(requirement?.slice(1, 3)).toEqual([said, codes]);
  });

  it.each<[string, EvidenceRule['documents'][number]['accepts'], string]>([
    ['a link where a link is wanted', ['link'], 'met'],
    ['a link where either will do', ['file', 'link'], 'met'],
    ['a link where a file is wanted', undefined, 'missing'],
  ])('%s', (_, accepts, said) => {
    const documents = [wanted('a', { kind: 'publication', ...(accepts && { accepts }) })];
    expect(state(rule({ documents, signers: [] }), [link('p')])[0]?.[1]).toBe(said);
  });

  it('names what differs', () => {
    const [requirement] = evaluateRule(rule(), facts([paper('p', { kind: 'letter' })])).requirements;
    expect(requirement?.reasons).toEqual([
      { code: 'absent', data: {} },
      { code: 'kind_differs', data: { wanted: 'order', found: 'letter' } },
    ]);
  });

  it('asks the kind of the body who may sign', () => {
    const akim = [paper('p', { signerLevel: 'akim' })];
    expect(state(rule(), akim, { bodyKind: 'akimat-district' })[0]?.[1]).toBe('met');
    expect(state(rule(), akim, { bodyKind: 'central' })[0]?.[1]).toBe('doubtful');
  });

  it('asks the document itself first who may sign', () => {
    const documents = [wanted('a', { signers: ['ethics-officer'] })];
    expect(state(rule({ documents }), [paper('p', { signerLevel: 'ethics-officer' })])[0]?.[1]).toBe('met');
    expect(state(rule({ documents }), [paper('p', { signerLevel: 'deputy' })])[0]?.[1]).toBe('doubtful');
  });
});

describe('the day on a document', () => {
  const dated = (change: object = {}) => rule({ dateWindow: { appliesTo: ['order'], daysBeforePeriodStart: 0, daysAfterPeriodEnd: 0, ...change } });
  it.each<[string, object, string | null, string[]]>([
    ['the first day of the period', {}, '2026-01-01', []],
    ['the last one', {}, '2026-06-30', []],
    ['a day before', {}, '2025-12-31', ['date_outside']],
    ['a day after', {}, '2026-07-01', ['date_outside']],
    ['unknown', {}, null, ['date_unknown']],
    ['within the days before', { daysBeforePeriodStart: 10 }, '2025-12-22', []],
    ['before the days before', { daysBeforePeriodStart: 10 }, '2025-12-21', ['date_outside']],
    ['within the working days before', { daysBeforePeriodStart: 10, unit: 'working-day' }, '2025-12-18', []],
    ['before the working days before', { daysBeforePeriodStart: 10, unit: 'working-day' }, '2025-12-17', ['date_outside']],
    ['within the working days after', { daysAfterPeriodEnd: 3, unit: 'working-day' }, '2026-07-03', []],
    ['after the working days after', { daysAfterPeriodEnd: 3, unit: 'working-day' }, '2026-07-04', ['date_outside']],
    ['the day it opens', { relativeTo: 'clocks' }, '2026-06-01', []],
    ['the day it is due', { relativeTo: 'clocks' }, '2026-07-10', []],
    ['before it opens', { relativeTo: 'clocks' }, '2026-05-31', ['date_outside']],
    ['of another document', { appliesTo: ['other'] }, '2020-01-01', []],
  ])('%s', (_, change, date, codes) => {
    expect(state(dated(change), [paper('p', { date })])[0]?.[2]).toEqual(codes);
  });

  it('says between which days', () => {
    const [requirement] = evaluateRule(dated(), facts([paper('p', { date: '2020-01-01' })])).requirements;
    expect(requirement?.reasons).toEqual([{ code: 'date_outside', data: { date: '2020-01-01', from: '2026-01-01', until: '2026-06-30' } }]);
  });
});

describe('how many papers', () => {
  const many = (min: number, max: number | null, required = true) => rule({ documents: [wanted('order', { required, count: { min, max } })] });
  const papers = (...ids: string[]) => ids.map((id) => paper(id));

  it.each<[string, EvidenceRule, string[], string, string[], string[]]>([
    ['none', rule(), [], 'missing', [], []],
    ['fewer than needed', many(2, null), ['a'], 'missing', ['a'], []],
    ['as many as needed', many(2, 2), ['a', 'b'], 'met', ['a', 'b'], []],
    ['more than needed', many(2, null), ['a', 'b', 'c'], 'met', ['a', 'b', 'c'], []],
    ['more than wanted', many(1, 2), ['a', 'b', 'c'], 'met', ['a', 'b'], ['c']],
    ['none of what is optional', many(1, null, false), [], 'not-needed', [], []],
    ['one of what is optional', many(2, null, false), ['a'], 'met', ['a'], []],
  ])('%s', (_, of, ids, said, counted, unplaced) => {
    const { requirements, unplacedIds } = evaluateRule(of, facts(papers(...ids)));
    expect([requirements[0]?.state, requirements[0]?.evidenceIds, unplacedIds]).toEqual([said, counted, unplaced]);
  });

  it('says how many there are of how many', () => {
    const [requirement] = evaluateRule(many(3, null), facts(papers('a'))).requirements;
    expect(requirement?.reasons).toEqual([{ code: 'not_enough', data: { found: '1', needed: '3' } }]);
  });

  it('counts a paper once', () => {
    const two = rule({ documents: [wanted('order'), wanted('second')] });
    expect(state(two, papers('a')).map(([, said]) => said)).toEqual(['met', 'missing']);
    expect(state(two, papers('a', 'b')).map(([, said]) => said)).toEqual(['met', 'met']);
  });

  it('gives each document the paper that suits it', () => {
    const two = rule({ documents: [wanted('list', { kind: 'list' }), wanted('order')] });
    expect(state(two, [paper('a'), paper('b', { kind: null })])).toEqual([
      ['list', 'doubtful', ['kind_unsure'], ['b']],
      ['order', 'met', [], ['a']],
    ]);
  });

  it('prefers the better of two papers, and shows both', () => {
    expect(state(rule(), [paper('a', { signature: 'absent', verdict: 'failed' }), paper('b')])).toEqual([['order', 'met', [], ['a', 'b']]]);
  });

  it('is met when one of several optional papers is good', () => {
    const optional = rule({ documents: [wanted('order', { required: false })] });
    expect(state(optional, [paper('a', { signature: 'absent' }), paper('b')])[0]?.[1]).toBe('met');
    expect(state(optional, [paper('a', { signature: 'absent' })])[0]?.slice(1, 3)).toEqual(['doubtful', ['unsigned']]);
  });

  it('leaves aside what nothing asks for', () => {
    expect(evaluateRule(rule(), facts([paper('a'), paper('b', { kind: 'letter' })]))).toMatchObject({ unplacedIds: ['b'] });
  });
});

describe('one of several documents', () => {
  const documents = [wanted('link', { kind: 'publication', required: false, accepts: ['link'] }), wanted('note', { kind: 'note', required: false })];
  const either = (required: boolean, underSecrecy?: string) =>
    rule({ documents, alternatives: [{ anyOf: ['link', 'note'], required, when: { ru: 'тайна', kk: 'құпия' }, ...(underSecrecy && { underSecrecy }) }] });
  const note = paper('n', { kind: 'note' });

  it.each<[string, EvidenceRule, EvidencePaper[], string, string[]]>([
    ['neither', either(true), [], 'missing', ['absent']],
    ['neither, and none is needed', either(false), [], 'not-needed', []],
    ['the one', either(true), [link('l')], 'met', []],
    ['the other', either(true), [note], 'met', []],
    ['the note in place of the link', either(true, 'note'), [note], 'doubtful', ['instead_of_publication']],
    ['both', either(true, 'note'), [note, link('l')], 'met', []],
    ['a paper of another kind, which may be a printed page', either(true, 'note'), [paper('x', { kind: 'letter' })], 'doubtful', ['link_wanted']],
  ])('%s', (_, of, papers, said, codes) => {
    expect(state(of, papers).map((each) => each.slice(0, 3))).toEqual([['one-of-1', said, codes]]);
  });

  it('names the documents that meet it', () => {
    expect(evaluateRule(either(true), facts([])).requirements[0]).toMatchObject({ documents: ['link', 'note'], needed: 1 });
  });
});

describe('a body without facts', () => {
  const zero = (change: Partial<EvidenceRule> = {}) => rule({ documents: [wanted('report', { kind: 'report-form', form: 'APP2' })], zeroCase: true, ...change });

  it.each<[string, EvidenceRule, EvidencePaper[], boolean, unknown[]]>([
    ['files the form', zero(), [paper('f')], true, [['no-facts', 'doubtful', ['kind_unsure'], ['f']], ['report', 'not-needed', [], []]]],
    ['has not signed it', zero(), [paper('f', { signature: 'absent' })], true, [['no-facts', 'doubtful', ['kind_unsure', 'unsigned'], ['f']], ['report', 'not-needed', [], []]]],
    ['has not filed it', zero(), [], true, [['no-facts', 'missing', ['absent'], []], ['report', 'not-needed', [], []]]],
    ['need not file anything', zero({ zeroCaseFiles: 'nothing' }), [], true, [['no-facts', 'doubtful', ['no_facts_stated'], []], ['report', 'not-needed', [], []]]],
    ['does not say so', zero(), [], false, [['report', 'missing', ['absent'], []]]],
    ['says so where the rule knows no such case', zero({ zeroCase: false }), [], true, [['report', 'missing', ['absent'], []]]],
  ])('%s', (_, of, papers, hasNoFacts, said) => {
    expect(state(of, papers, { hasNoFacts })).toEqual(said);
  });

  it('that files nothing has its papers shown as not asked for', () => {
    expect(evaluateRule(zero({ zeroCaseFiles: 'nothing' }), facts([paper('f')], { hasNoFacts: true })).unplacedIds).toEqual(['f']);
  });
});

describe('what keeps evidence from being handed in', () => {
  it('is what is missing, not what is doubtful', () => {
    const two = rule({ documents: [wanted('order'), wanted('protocol', { kind: 'protocol' })] });
    expect(missingOf(evaluateRule(two, facts([paper('a', { verdict: 'person' })]))).map(({ id }) => id)).toEqual(['protocol']);
  });

  it('is nothing where nothing is uploaded', () => {
    expect(evaluateRule(rule({ documents: [] }), facts([]))).toEqual({ requirements: [], unplacedIds: [] });
  });
});
