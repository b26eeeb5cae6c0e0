import type { EvidenceView } from '@aigaq/api';
import { mistakesIn, registrationOf } from './registration.js';

const paper = { id: 'e1', check: { date: '2026-02-01' } } as EvidenceView;
const nothing = { from: null, until: '', address: '' };

describe('registering a document', () => {
  it.each([
    ['nothing is wrong', nothing, paper, []],
    ['no paper and no day', nothing, undefined, ['needPaper', 'needFrom']],
    ['the last day is before the first', { ...nothing, until: '2026-01-31' }, paper, ['disordered']],
    ['the address is none', { ...nothing, address: 'javascript:x' }, paper, ['badAddress']],
  ])('%s', (_, entered, given, mistakes) => {
    expect([...mistakesIn(entered, given)]).toEqual(mistakes);
  });

  it('proposes the day that was read on the paper and sends only what was entered', () => {
    expect(registrationOf(nothing, paper)).toEqual({ evidenceId: 'e1', validFrom: '2026-02-01' });
    expect(registrationOf({ from: '2026-03-01', until: '2027-03-01', address: 'https://a.kz/b' }, paper)).toEqual({
      evidenceId: 'e1',
      validFrom: '2026-03-01',
      validUntil: '2027-03-01',
      publicationUrl: 'https://a.kz/b',
    });
  });
});
