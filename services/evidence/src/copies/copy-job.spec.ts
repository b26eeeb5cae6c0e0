import { type CopyJob, copyName, copyState } from './copy-job.js';

const job = (state: CopyJob['state']): CopyJob => ({ id: 'e', state, holder: null, until: new Date(0), tries: 0 });

describe('the searchable copy', () => {
  it.each([
    ['waiting', undefined, 'making'],
    ['checked', undefined, 'none'],
    ['checked', job('planned'), 'making'],
    ['checked', job('working'), 'making'],
    ['checked', job('ready'), 'ready'],
    ['unreadable', job('impossible'), 'impossible'],
  ] as const)('of a paper that is %s is told as it stands', (state, given, told) => {
    expect(copyState({ state, secrecy: 'none' }, given)).toBe(told);
  });

  it.each(['restricted', 'tax'])('of a paper that is secret (%s) is withheld, whatever was made', (secrecy) => {
    expect(copyState({ state: 'checked', secrecy }, job('ready'))).toBe('withheld');
    expect(copyState({ state: 'checked', secrecy }, undefined)).toBe('withheld');
  });

  it.each([
    ['Бұйрық № 7.pdf', 'Бұйрық № 7 (searchable).pdf'],
    ['скан.2026.jpeg', 'скан.2026 (searchable).pdf'],
    ['без типа', 'без типа (searchable).pdf'],
  ])('of %s has a name of its own', (name, own) => expect(copyName(name)).toBe(own));
});
