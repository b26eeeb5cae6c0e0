import type { Evidence, PaperCheck } from './evidence.js';
import { recordCheck } from './evidence.js';
import { recordPreliminary } from './preliminary.js';

const now = new Date('2026-10-12T05:00:08Z');
const check = { verdict: 'passed', findings: [] } as unknown as PaperCheck;
const waiting = { id: 'e1', uploadedBy: { id: 'p', name: 'P' }, state: 'waiting', check: null } as unknown as Evidence;
const preliminary = { check: { ...check, checkedAt: now }, pagesRead: 2 };

describe('what a long paper says before all of it is read', () => {
  it('is kept beside the check that is to come, and told to nobody', () => {
    expect(recordPreliminary(waiting, { pagesRead: 2, check }, now)).toEqual({ next: { ...waiting, preliminary }, events: [] });
  });

  it('stays while further pages are read', () => {
    const later = new Date('2026-10-12T05:01:00Z');
    expect(recordPreliminary({ ...waiting, preliminary }, { pagesRead: 40 }, later)?.next.preliminary).toEqual({ ...preliminary, pagesRead: 40 });
  });

  it('gives way to the whole check, and to the word that the paper cannot be read', () => {
    const known = { ...waiting, preliminary };
    expect(recordCheck(known, check, now)?.next).toEqual({ ...waiting, state: 'checked', check: { ...check, checkedAt: now } });
    expect(recordCheck(known, null, now)?.next).not.toHaveProperty('preliminary');
  });

  it.each([
    ['after the whole check', { ...waiting, state: 'checked' as const }, { pagesRead: 2, check }],
    ['without a first verdict', waiting, { pagesRead: 2 }],
  ])('is nothing %s', (_, evidence, news) => {
    expect(recordPreliminary(evidence, news, now)).toBeUndefined();
  });
});
