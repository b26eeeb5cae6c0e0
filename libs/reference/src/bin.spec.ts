import { isValidBin } from './bin.js';

describe('the control digit of a BIN', () => {
  // Published numbers of three banks and companies.
  it.each(['940140000385', '971240001315', '020240000555'])('accepts %s', (bin) => {
    expect(isValidBin(bin)).toBe(true);
  });

  it.each([
    ['940140000384', 'wrong control digit'],
    ['490140000385', 'two digits exchanged'],
    ['941340000385', 'month 13'],
    ['940110000385', 'kind of entity 1'],
    ['94014000038', 'eleven digits'],
    ['9401400003855', 'thirteen digits'],
    ['94014000038a', 'a letter'],
    ['', 'nothing'],
  ])('refuses %j: %s', (bin) => {
    expect(isValidBin(bin)).toBe(false);
  });

  it('takes the second weights when the first give 10', () => {
    expect(numbersOf('00014000030').filter(isValidBin)).toEqual(['000140000304']);
  });

  it('exists for no digit when both give 10: such a number is never issued', () => {
    expect(numbersOf('00014000033').filter(isValidBin)).toEqual([]);
  });
});

const numbersOf = (eleven: string): string[] => Array.from({ length: 10 }, (_, digit) => `${eleven}${digit}`);
