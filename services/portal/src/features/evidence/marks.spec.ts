import type { EvidenceView, HistoryEntry } from '@aigaq/api';
import { boxBetween, findingsOf, remarksOn } from './marks.js';

const finding = (code: string, outcome: 'passed' | 'person' | 'failed' | 'note') =>
  ({ code, outcome, text: { kk: code, ru: code }, page: 1, box: null }) as const;

describe('what is drawn over a page', () => {
  it('lists the worst finding first', () => {
    const check = { findings: [finding('a', 'passed'), finding('b', 'note'), finding('c', 'failed'), finding('d', 'person')] };
    expect(findingsOf({ check } as unknown as EvidenceView).map(({ key }) => key)).toEqual(['c:2', 'd:3', 'a:0', 'b:1']);
  });

  it('has the remarks that are pinned to this paper only', () => {
    const step = (evidenceId: string | null) =>
      ({ remark: 'r', place: evidenceId === null ? null : { evidenceId, page: 2, box: [0.1, 0.2, 0.3, 0.4] } }) as unknown as HistoryEntry;
    expect(remarksOn('e1', [step(null), step('e2'), step('e1')])).toEqual([
      { key: 'remark:2', page: 2, box: [0.1, 0.2, 0.3, 0.4], tone: 'remark', text: 'r' },
    ]);
  });
});

describe('a place chosen by pointing', () => {
  it.each([
    ['a drag, from any corner', [0.6, 0.5], [0.2, 0.3], [0.2, 0.3, 0.6, 0.5]],
    ['a click', [0.5, 0.5], [0.5, 0.5], [0.42, 0.47, 0.58, 0.53]],
    ['a drag that leaves the page', [0.9, 0.9], [1.4, 1.2], [0.9, 0.9, 1, 1]],
  ] as const)('%s', (_, from, to, box) => {
    expect(boxBetween([...from], [...to])).toEqual(box);
  });
});
