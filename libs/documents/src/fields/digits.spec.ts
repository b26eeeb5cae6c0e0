import { differByLikeDigits } from './digits.js';

describe('digits that are mistaken for each other', () => {
  it.each([
    ['2023-12-06', '2025-12-06', true],
    ['283-П', '285-П', true],
    ['3', '5', true],
    ['61-к', '66-к', false],
    ['65-н', '56-н', false],
    ['3', '4', false],
    ['12', '12', false],
    ['12', '129', false],
  ])('%s and %s: %s', (a, b, are) => {
    expect(differByLikeDigits(a, b)).toBe(are);
  });
});
