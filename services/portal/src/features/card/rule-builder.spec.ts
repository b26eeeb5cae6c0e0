import type { EvidenceRule } from '@aigaq/api';
import { changeDocument, countFrom, isComplete, isInChoice, windowOf, withDocument, withoutDocument, withWindow, withZeroCase, zeroCaseOf } from './rule-builder.js';

const name = { kk: 'Бұйрық', ru: 'Приказ' };
const document = (id: string, change: object = {}) => ({ id, kind: 'order' as const, name, required: true, form: null, ...change });
const rule = (change: Partial<EvidenceRule> = {}): EvidenceRule => ({
  ...{ documents: [document('a')], alternatives: [], signers: [], signersByKind: {}, approval: 'none', stamp: 'optional', accepts: ['file'], dateWindow: null, zeroCase: false },
  ...change,
});
const when = { kk: 'ә', ru: 'а' };

describe('building a rule', () => {
  it('adds documents under ids that are free', () => {
    const two = withDocument(withDocument(rule()));
    expect(two.documents.map(({ id }) => id)).toEqual(['a', 'document-1', 'document-2']);
    expect(withDocument(withoutDocument(two, 'document-1')).documents.map(({ id }) => id)).toEqual(['a', 'document-2', 'document-1']);
    expect([isComplete(rule()), isComplete(two)]).toEqual([true, false]);
  });

  it('takes a document away with everything that refers to it', () => {
    const whole = rule({
      documents: [document('a'), document('b', { accepts: ['link'] }), document('c')],
      alternatives: [{ anyOf: ['b', 'c'], required: true, when }],
      dateWindow: { appliesTo: ['c'], daysBeforePeriodStart: 1, daysAfterPeriodEnd: 2 },
    });
    expect([isInChoice(whole, 'b'), isInChoice(whole, 'a')]).toEqual([true, false]);
    expect(withoutDocument(whole, 'c')).toMatchObject({ alternatives: [], dateWindow: null, accepts: ['file', 'link'] });
    expect(withoutDocument(whole, 'a')).toMatchObject({ alternatives: whole.alternatives, dateWindow: whole.dateWindow });
  });

  it('accepts what its documents accept', () => {
    expect(changeDocument(rule(), 'a', { accepts: ['link'] }).accepts).toEqual(['link']);
    expect(changeDocument(rule(), 'a', { accepts: ['file', 'link'] }).accepts).toEqual(['file', 'link']);
  });

  it.each([
    [1, null, undefined],
    [2, null, { min: 2, max: null }],
    [1, 1, { min: 1, max: 1 }],
    [3, 2, { min: 3, max: 3 }],
  ])('counts from %s to %s', (min, max, count) => {
    expect(countFrom(min, max)).toEqual(count);
  });

  it('looks at days from the period or the clocks', () => {
    const dated = withWindow(rule({ documents: [document('a'), document('b', { accepts: ['link'] })] }), 'clocks');
    expect(dated.dateWindow).toEqual({ appliesTo: ['a'], daysBeforePeriodStart: 0, daysAfterPeriodEnd: 0, relativeTo: 'clocks' });
    expect([windowOf(dated), windowOf(withWindow(dated, 'period')), windowOf(withWindow(dated, 'none'))]).toEqual(['clocks', 'period', 'none']);
  });

  it.each(['none', 'form', 'nothing'] as const)('knows the case without facts: %s', (zero) => {
    expect(zeroCaseOf(withZeroCase(rule(), zero))).toBe(zero);
    expect(zeroCaseOf(withZeroCase(withZeroCase(rule(), 'nothing'), zero))).toBe(zero);
  });
});
