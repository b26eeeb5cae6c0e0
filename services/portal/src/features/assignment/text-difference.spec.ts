import { differenceOf } from './text-difference.js';

describe('what changed between two texts', () => {
  it('is told by words, in Kazakh and Russian', () => {
    expect(differenceOf('Бұйрық № 12\nбекітілсін', 'Бұйрық № 187-ө бекітілсін')).toEqual([
      { kind: 'same', text: 'Бұйрық №' },
      { kind: 'removed', text: '12' },
      { kind: 'added', text: '187-ө' },
      { kind: 'same', text: 'бекітілсін' },
    ]);
  });

  it.each([
    ['nothing where only spaces differ', 'Приказ  об\nутверждении', 'Приказ об утверждении', [{ kind: 'same', text: 'Приказ об утверждении' }]],
    ['all where there was nothing', '', 'Приказ', [{ kind: 'added', text: 'Приказ' }]],
    ['nothing of nothing', '', '', []],
  ])('is %s', (_, before, after, expected) => expect(differenceOf(before, after)).toEqual(expected));
});
