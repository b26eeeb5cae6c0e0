import type { AssignmentView, EvidenceView } from '@aigaq/api';
import { proposed, whatIsMissing } from './missing.js';

const paper = (version: number, given: { kind?: string | null; verdict?: 'passed' | 'person' | 'failed'; state?: EvidenceView['state'] } = {}) =>
  ({
    id: `e${version}`,
    version,
    fileName: `scan-${version}.pdf`,
    state: given.state ?? 'checked',
    check: given.state === 'waiting' ? null : { kind: given.kind ?? null, verdict: given.verdict ?? 'passed' },
  }) as EvidenceView;

const order = { kind: 'order', name: { kk: 'бұйрық', ru: 'приказ' }, required: true, form: null };
const plan = { kind: 'plan', name: { kk: 'жоспар', ru: 'план' }, required: false, form: null };
const rule = { documents: [order, plan] } as unknown as AssignmentView['rule'];

describe('what is missing before handing in', () => {
  it.each([
    ['no paper', [], ['noFile']],
    ['a paper that is being read', [paper(1, { state: 'waiting' })], ['reading']],
    ['a paper of another kind', [paper(1, { kind: 'letter' })], ['kind']],
    ['a failed one', [paper(1, { kind: 'order', verdict: 'failed' })], ['failed']],
    ['one for a person to look at', [paper(1, { kind: 'order', verdict: 'person' })], ['person']],
    ['nothing', [paper(1, { kind: 'order' })], []],
  ])('says: %s', (_, papers, codes) => {
    expect(whatIsMissing(rule, papers).map(({ code }) => code)).toEqual(codes);
  });

  it('lets nothing rest on what the ends of a long paper say while the rest is read', () => {
    const preliminary = { pagesRead: 2, check: { kind: 'order', verdict: 'passed' } } as EvidenceView['preliminary'];
    expect(whatIsMissing(rule, [{ ...paper(1, { state: 'waiting' }), preliminary }])).toEqual([{ code: 'reading', blocks: true, name: 'scan-1.pdf' }]);
  });

  it('blocks only what the service would refuse', () => {
    expect(whatIsMissing(rule, [paper(1, { kind: 'letter', verdict: 'failed' })]).some(({ blocks }) => blocks)).toBe(false);
    expect(whatIsMissing(rule, []).every(({ blocks }) => blocks)).toBe(true);
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
