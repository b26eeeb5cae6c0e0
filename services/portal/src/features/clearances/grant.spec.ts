import { grantOf } from './grant.js';

const found = (value: string) => [{ value, label: value }];
const whole = { person: found('p1'), body: found('agency'), secrecy: 'tax' as const, from: '2026-01-01', until: '', basis: ' Приказ № 1 ' };

describe('a line of a name list', () => {
  it('says who, for which body, what for, from when and by what', () => {
    expect(grantOf(whole)).toEqual({ personId: 'p1', organisationId: 'agency', secrecy: 'tax', from: '2026-01-01', until: null, basis: 'Приказ № 1' });
  });

  it.each([
    ['a person', { ...whole, person: [] }],
    ['a body', { ...whole, body: [] }],
    ['a reason of secrecy', { ...whole, secrecy: null }],
    ['an order', { ...whole, basis: ' ' }],
    ['days in their order', { ...whole, until: '2025-12-31' }],
  ])('asks for %s', (_, entered) => {
    expect(grantOf(entered)).toBeUndefined();
  });
});
