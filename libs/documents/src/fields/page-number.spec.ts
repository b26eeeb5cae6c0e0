import { missingNumbers, pageNumberOn } from './page-number.js';

describe('printed page numbers', () => {
  it.each([
    ['2', 2],
    ['- 3 -', 3],
    ['12', 12],
    ['2024', null],
    ['2. Раздел', null],
  ])('%s is %s', (line, number) => {
    expect(pageNumberOn(line)).toBe(number);
  });

  it.each([
    [[null, 2, 3], []],
    [[null, 2, 4], [3]],
    [[null, 3], [2]],
    [[null, null, 3], []],
    [[null, null, 4], [3]],
    [[1, 2, 2], []],
  ])('of %j the numbers %j are missing', (printed, missing) => {
    expect(missingNumbers(printed)).toEqual(missing);
  });
});
