import type { Found, PaperCheck } from './evidence.js';
import { paperSummary } from './paper-summary.js';

const found = (code: string, outcome: Found['outcome']): Found => ({ code, outcome, page: 1, box: null, data: {} });
const check = (change: Partial<PaperCheck> = {}): PaperCheck => ({
  ...{ verdict: 'passed', kind: 'order', number: '7', date: '2026-02-01', language: 'ru', signatory: 'А.Б. Сериков', milliseconds: 1, findings: [], pages: [] },
  ...change,
});
const holder = (name: string, level: string, from = '2026-01-01', until?: string) => ({ name, position: 'Аким', role: 'head' as const, level, from, ...(until && { until }) });

describe('what a rule is judged by', () => {
  it('is empty where the machine read nothing', () => {
    expect(paperSummary(check({ kind: null, number: null, date: null, signatory: null }))).toEqual({
      ...{ kind: '', number: '', date: '', signature: '', signer: '', signerLevel: '', approval: '', stamp: '', isPoor: false },
    });
  });

  it.each([
    ['signature', [found('signature', 'passed')], 'found'],
    ['signature', [found('electronic_signature', 'passed')], 'found'],
    ['signature', [found('signature', 'passed'), found('unsigned', 'failed')], 'absent'],
    ['signature', [found('signature', 'passed'), found('pasted_facsimile', 'person')], 'unsure'],
    ['signature', [found('block_not_found', 'person')], 'unsure'],
    ['signer', [found('signatory', 'passed')], 'found'],
    ['signer', [found('other_signatory', 'failed')], 'absent'],
    ['signer', [found('name_not_read', 'person')], 'unsure'],
    ['signer', [found('signatory_unknown', 'person')], ''],
    ['approval', [found('approval_block', 'passed')], 'found'],
    ['approval', [found('missing_approval', 'failed')], 'absent'],
    ['stamp', [found('missing_stamp', 'person')], 'unsure'],
    ['stamp', [found('number', 'note')], ''],
  ] as const)('%s of %j is %s', (what, findings, seen) => {
    expect(paperSummary(check({ findings: [...findings] }))[what]).toBe(seen);
  });

  it('says that a copy is poor', () => {
    expect(paperSummary(check({ findings: [found('low_quality', 'person')] })).isPoor).toBe(true);
  });

  it.each([
    ['who was in office', [holder('А.Б. Сериков', 'deputy', '2025-01-01', '2025-12-31'), holder('А.Б. Сериков', 'akim')], 'akim'],
    ['nobody of that name', [holder('К.К. Омаров', 'akim')], ''],
  ])('knows the level of the one who signed: %s', (_, signatories, level) => {
    const detail = { expected: { kinds: [], approval: 'none' as const, stamp: 'optional' as const, signatories }, blocks: [], marks: [] };
    expect(paperSummary(check({ findings: [found('signatory', 'passed')], detail })).signerLevel).toBe(level);
    expect(paperSummary(check({ findings: [found('signatory', 'passed')] })).signerLevel).toBe('');
    expect(paperSummary(check({ findings: [found('other_signatory', 'failed')], detail })).signerLevel).toBe('');
  });
});
