import type { EvidencePaper, EvidenceRule, RuleFacts, WantedDocument } from '../src/index.js';

export const name = (ru: string) => ({ ru, kk: `${ru} (қаз.)` });

export function wanted(id: string, change: Partial<WantedDocument> = {}): WantedDocument {
  return { id, kind: 'order', name: name(id), required: true, form: null, ...change };
}

export function rule(change: Partial<EvidenceRule> = {}): EvidenceRule {
  return {
    documents: [wanted('order')],
    alternatives: [],
    signers: ['first-head', 'deputy'],
    signersByKind: { 'akimat-district': ['akim', 'head-of-apparatus'] },
    approval: 'none',
    stamp: 'optional',
    accepts: ['file'],
    dateWindow: null,
    zeroCase: false,
    ...change,
  };
}

export function paper(id: string, change: Partial<EvidencePaper> = {}): EvidencePaper {
  return {
    ...{ id, medium: 'file', verdict: 'passed', kind: 'order', number: '1', date: '2026-05-20', signerLevel: null, form: null, isPoor: false },
    ...{ signature: 'found', signer: 'found', approval: 'found', stamp: 'found' },
    ...change,
  };
}

/** Counts as if Saturday and Sunday were the only days off. */
export function workingDay(day: string, count: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  for (let left = Math.abs(count); left > 0; ) {
    moved.setUTCDate(moved.getUTCDate() + Math.sign(count));
    left -= [0, 6].includes(moved.getUTCDay()) ? 0 : 1;
  }
  return moved.toISOString().slice(0, 10);
}

export function facts(papers: readonly EvidencePaper[], change: Partial<RuleFacts> = {}): RuleFacts {
  return {
    papers,
    bodyKind: 'central',
    period: { from: '2026-01-01', until: '2026-06-30' },
    clocks: { from: '2026-06-01', until: '2026-07-10' },
    hasNoFacts: false,
    workingDay,
    ...change,
  };
}
