import { refusalOf } from './import.js';
import { type Entered, NEW_BODY, registerBodyOf } from './register.js';

const whole: Entered = { ...NEW_BODY, id: 'office-1', kind: 'management', name: { kk: ' Басқарма', ru: 'Управление ' }, validFrom: '2026-01-01' };

describe('registering a body', () => {
  it('sends what was entered, and nothing for what was left empty', () => {
    expect(registerBodyOf(whole)).toEqual({
      id: 'office-1',
      kind: 'management',
      legalForm: null,
      name: { kk: 'Басқарма', ru: 'Управление' },
      shortName: { kk: '', ru: '' },
      bin: null,
      parentId: null,
      supervisorIds: [],
      regionId: null,
      validFrom: '2026-01-01',
    });
  });

  it.each<[string, Partial<Entered>]>([
    ['a kind', { kind: null }],
    ['a name in both languages', { name: { kk: 'Басқарма', ru: '' } }],
    ['a first day', { validFrom: '' }],
    ['a code of letters, digits and hyphens', { id: 'Кеңсе' }],
    ['twelve digits of the BIN', { bin: '12345' }],
  ])('asks for %s', (_, wrong) => {
    expect(registerBodyOf({ ...whole, ...wrong })).toBeUndefined();
  });
});

describe('a sheet to import', () => {
  it.each([
    ['bodies.XLSX', 1, undefined],
    ['bodies.csv', 10 * 1024 * 1024, undefined],
    ['bodies.csv', 10 * 1024 * 1024 + 1, 'tooLarge'],
    ['bodies.csv', 0, 'empty'],
    ['bodies.xls', 1, 'wrongType'],
  ])('%s of %s bytes: %s', (name, size, refusal) => {
    expect(refusalOf({ name, size })).toBe(refusal);
  });
});
