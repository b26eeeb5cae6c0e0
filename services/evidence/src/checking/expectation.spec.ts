import { type ChairHolder, expectationOf } from './expectation.js';

const rule = { kinds: ['order'], signers: ['first-head', 'deputy'], signersByKind: { 'akimat-district': ['akim'] }, approval: 'none', stamp: 'optional' };
const holder = (fields: Partial<ChairHolder>): ChairHolder => ({
  personName: { kk: 'А.Б. Серіков', ru: 'А.Б. Сериков' },
  position: { kk: 'Аудан әкімі', ru: 'Аким района' },
  level: 'akim',
  acting: null,
  from: '2021-01-01',
  until: null,
  ...fields,
});

describe('what a paper is measured by', () => {
  it.each([
    [['order', 'protocol'], ['order', 'protocol']],
    [['order', 'schedule'], []],
    [['publication'], []],
    [[], []],
  ])('kinds of the card %j are kinds of the reader %j', (kinds, expected) =>
    expect(expectationOf({ ...rule, kinds }, 'central', []).kinds).toEqual(expected),
  );

  it('takes the levels of the kind of body before the general ones', () => {
    const holders = [holder({}), holder({ level: 'deputy', personName: { kk: 'Б', ru: 'Б' } })];
    expect(expectationOf(rule, 'akimat-district', holders).signatories.map(({ name }) => name)).toEqual(['А.Б. Сериков', 'А.Б. Серіков']);
    expect(expectationOf(rule, 'central', holders).signatories).toEqual([
      { name: 'Б', position: 'Аким района', role: 'deputy', level: 'deputy', from: '2021-01-01' },
    ]);
  });

  it.each(['ethics-officer', 'compliance-officer'])('knows an officer where the rule names him: %s', (level) => {
    const officer = holder({ level, personName: { kk: 'К.Е. Ысқақова', ru: 'К.Е. Искакова' } });
    expect(expectationOf({ ...rule, signers: [level] }, 'quasi-state', [holder({ level: 'first-head' }), officer]).signatories).toMatchObject([
      { name: 'К.Е. Искакова', role: 'head' },
      { name: 'К.Е. Ысқақова', role: 'head' },
    ]);
    expect(expectationOf(rule, 'quasi-state', [officer]).signatories).toEqual([]);
  });

  it('knows those who left with their last day, and those who act for somebody', () => {
    const acting = holder({ acting: { orderNumber: '7-ж' }, from: '2026-01-09', until: '2026-02-28' });
    expect(expectationOf(rule, 'akimat-district', [acting]).signatories).toEqual([
      { name: 'А.Б. Сериков', position: 'Аким района', role: 'acting', level: 'akim', from: '2026-01-09', until: '2026-02-28' },
      { name: 'А.Б. Серіков', position: 'Аудан әкімі', role: 'acting', level: 'akim', from: '2026-01-09', until: '2026-02-28' },
    ]);
  });

  it.each([
    ['required', 'required'],
    ['none', 'none'],
    ['', 'optional'],
  ])('approval %j means %s', (approval, expected) =>
    expect(expectationOf({ ...rule, approval }, 'central', [])).toMatchObject({ approval: expected, stamp: 'optional' }),
  );
});
