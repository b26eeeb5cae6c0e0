import { missingNumbers, pageNumberOn } from './page-number.js';

describe('printed page numbers', () => {
  it.each([
    ['2', 2],
    ['- 3 -', 3],
    ['12', 12],
    ['2 бет / стр. 2', 2],
    ['3 бет / стр. я 3', 3],
    ['стр. 4 из 6', 4],
    ['5-бет', 5],
    ['2 бет / стр. 3', null],
    ['2024', null],
    ['№ 12 б', null],
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
