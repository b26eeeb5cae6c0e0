import { NAME_PAIRS } from '../test/name-pairs.js';
import { comparePersons, isSamePerson } from './same-person.js';

describe.each(Object.entries(NAME_PAIRS))('two names: %s', (_, pairs) => {
  it.each([...pairs])('«%s» and «%s»: %s', (one, other, likeness) => {
    expect([comparePersons(one, other), comparePersons(other, one)]).toEqual([likeness, likeness]);
    expect(isSamePerson(one, other)).toBe(likeness === 'same');
  });
});

describe('the table', () => {
  const pairs = Object.values(NAME_PAIRS).flat();

  it('has enough of both, and none twice', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(220);
    expect(pairs.filter(([, , likeness]) => likeness !== 'same').length).toBeGreaterThanOrEqual(60);
    expect(new Set(pairs.map(([one, other]) => `${one}|${other}`)).size).toBe(pairs.length);
  });

  it('holds for every name against itself, but for a bare surname', () => {
    const names = [...new Set(pairs.flatMap(([one, other]) => [one, other]))];
    expect(names.filter((name) => comparePersons(name, name) === 'different')).toEqual(['', 'А.Б.']);
  });
});
