import { rule, wanted } from '../test/examples.js';
import { acceptsOf, countOf, evidenceRule, signersFor, signersOf } from './index.js';

describe('the form of a rule', () => {
  const either = (anyOf: string[], underSecrecy?: string) => [{ anyOf, required: true, when: { ru: 'а', kk: 'ә' }, ...(underSecrecy && { underSecrecy }) }];

  it.each([
    ['one document', rule()],
    ['nothing to upload', rule({ documents: [], signers: [] })],
    ['one of two', rule({ documents: [wanted('a', { required: false }), wanted('b', { required: false })], alternatives: either(['a', 'b'], 'b') })],
    ['so many', rule({ documents: [wanted('a', { count: { min: 2, max: 2 } })] })],
  ])('takes %s', (_, value) => {
    expect(evidenceRule.safeParse(value).success).toBe(true);
  });

  it.each([
    ['the same id twice', rule({ documents: [wanted('a'), wanted('a')] })],
    ['a choice of what is not there', rule({ documents: [wanted('a', { required: false })], alternatives: either(['a', 'b']) })],
    ['a stand-in that is not there', rule({ documents: [wanted('a', { required: false }), wanted('b', { required: false })], alternatives: either(['a', 'b'], 'c') })],
    ['a choice between what is required anyway', rule({ documents: [wanted('a'), wanted('b')], alternatives: either(['a', 'b']) })],
    ['days of what is not there', rule({ dateWindow: { appliesTo: ['x'], daysBeforePeriodStart: 0, daysAfterPeriodEnd: 0 } })],
    ['days of nothing', rule({ dateWindow: { appliesTo: [], daysBeforePeriodStart: 0, daysAfterPeriodEnd: 0 } })],
    ['more at least than at most', rule({ documents: [wanted('a', { count: { min: 3, max: 2 } })] })],
    ['none at least', rule({ documents: [wanted('a', { count: { min: 0, max: 2 } })] })],
    ['an empty name', rule({ documents: [wanted('a', { name: { ru: 'а', kk: ' ' } })] })],
    ['an id with a blank', rule({ documents: [wanted('a b')] })],
    ['an unknown field', { ...rule(), color: 'red' }],
  ])('refuses %s', (_, value) => {
    expect(evidenceRule.safeParse(value).success).toBe(false);
  });
});

describe('what a document leaves to the rule', () => {
  it('is who signs: by kind of body, by document, nobody for a link', () => {
    const of = rule();
    expect(signersFor(of, 'central')).toEqual(['first-head', 'deputy']);
    expect(signersOf(of, wanted('a'), 'akimat-district')).toEqual(['akim', 'head-of-apparatus']);
    expect(signersOf(of, wanted('a', { signers: [] }), 'akimat-district')).toEqual([]);
    expect(signersOf(of, wanted('a', { accepts: ['link'] }), 'central')).toEqual([]);
    expect(signersOf(of, wanted('a', { accepts: ['file', 'link'] }), 'central')).toEqual(['first-head', 'deputy']);
  });

  it('is at least one file', () => {
    expect([countOf(wanted('a')), acceptsOf(wanted('a'))]).toEqual([{ min: 1, max: null }, ['file']]);
  });
});
