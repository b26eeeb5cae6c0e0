import type { EvidenceView } from '@aigaq/api';
import { proposed, whatIsMissing } from './missing.js';

const paper = (version: number, given: { kind?: string | null; verdict?: 'passed' | 'person' | 'failed'; state?: EvidenceView['state'] } = {}) =>
  ({
    id: `e${version}`,
    version,
    fileName: `scan-${version}.pdf`,
    state: given.state ?? 'checked',
    check: given.state === 'waiting' ? null : { kind: given.kind ?? null, verdict: given.verdict ?? 'passed' },
  }) as EvidenceView;

const order = { state: 'met' as const, name: 'приказ' };
const absent = { state: 'missing' as const, name: 'приказ' };

describe('what is missing before handing in', () => {
  it.each([
    ['no paper', [], ['noFile']],
    ['a paper that is being read', [paper(1, { state: 'waiting' })], ['reading']],
    ['a failed one', [paper(1, { kind: 'order', verdict: 'failed' })], ['failed']],
    ['one for a person to look at', [paper(1, { kind: 'order', verdict: 'person' })], ['person']],
    ['nothing', [paper(1, { kind: 'order' })], []],
  ])('says: %s', (_, papers, codes) => {
    expect(whatIsMissing([order], papers).map(({ code }) => code)).toEqual(codes);
  });

  it('lets nothing rest on what the ends of a long paper say while the rest is read', () => {
    const preliminary = { pagesRead: 2, check: { kind: 'order', verdict: 'passed' } } as EvidenceView['preliminary'];
    expect(whatIsMissing([order], [{ ...paper(1, { state: 'waiting' }), preliminary }])).toEqual([{ code: 'reading', blocks: true, name: 'scan-1.pdf' }]);
  });

  it('is a document that the rule requires, when nothing is being read', () => {
    expect(whatIsMissing([absent], [paper(1, { kind: 'letter' })])).toEqual([{ code: 'document', blocks: true, name: 'приказ' }]);
    expect(whatIsMissing([absent], [paper(1, { state: 'waiting' })]).map(({ code }) => code)).toEqual(['reading']);
  });

  it.each([
    ['the form that is filed then', [], true, ['noFile']],
    ['nothing where nothing is filed', [], false, []],
    ['nothing with the form', [paper(1)], true, []],
  ])('is, when there are no facts: %s', (_, papers, needsPaper, codes) => {
    expect(whatIsMissing([absent], papers, { isStated: true, needsPaper }).map(({ code }) => code)).toEqual(codes);
  });

  it('blocks only what the service would refuse', () => {
    expect(whatIsMissing([order], [paper(1, { kind: 'letter', verdict: 'failed' })]).some(({ blocks }) => blocks)).toBe(false);
    expect(whatIsMissing([order], []).every(({ blocks }) => blocks)).toBe(true);
  });
});

describe('papers proposed for handing in', () => {
  it.each([
    ['the newest of every kind', [paper(1, { kind: 'order' }), paper(2, { kind: 'plan' }), paper(3, { kind: 'order' })], ['e3', 'e2']],
    ['not an older one of unknown kind', [paper(1), paper(2, { kind: 'order' })], ['e2']],
    ['the newest, though nobody knows what it is', [paper(1, { kind: 'order' }), paper(2)], ['e2', 'e1']],
  ])('are %s', (_, papers, ids) => {
    expect(proposed(papers).map(({ id }) => id)).toEqual(ids);
  });
});
