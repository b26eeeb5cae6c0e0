import { endsWithNumber, isPartOf, numberOnLine, sameNumber } from './numbers.js';

describe('the number printed on a line', () => {
  it.each([
    ['№ 125-ө', '125-ө'],
    ['№48', '48'],
    ['Исх. № 01-12/345', '01-12/345'],
    ['Исх. Мо 4-2/77', '4-2/77'],
    ['Шығ. № 3-8/1120', '3-8/1120'],
    ['«12» марта 2022 года № 102', '102'],
    ['№ 17-П от 22.04.2024', '17-П'],
    ['Ке 101', '101'],
  ])('%s gives %s', (line, number) => {
    expect(numberOnLine(line)).toBe(number);
  });

  it.each(['приказом Председателя Агентства № 21', 'Приложение №6 к Инструкции', 'Номер документа', ''])('%s gives none', (line) => {
    expect(numberOnLine(line)).toBeNull();
  });
});

describe('equal numbers', () => {
  it.each([
    ['125-е', '125-ө'],
    ['125-0', '125-ө'],
    ['9-к', '9-қ'],
    ['56–н', '56-h'],
    ['3-8/1120', 'З-8/1120'],
  ])('%s is %s', (a, b) => {
    expect(sameNumber(a, b)).toBe(true);
  });

  it('another order of digits is another number', () => {
    expect(sameNumber('65-н', '56-н')).toBe(false);
  });
});

describe('a number that was read in part', () => {
  it.each([
    ['19', '19-13/1660', true],
    ['1660', '19-13/1660', true],
    ['19-13/1660', '19-13/1660', false],
    ['20', '19-13/1660', false],
  ])('%s of %s: %s', (read, whole, is) => {
    expect(isPartOf(read, whole)).toBe(is);
  });
});

describe('a number whose sign was not read', () => {
  it.each([
    ['1е 132', '132', false],
    ['№132', '132', true],
    ['Ке 132', '132', true],
    ['4132', '132', false],
    ['приказ 132', '132', false],
  ])('%s ends with %s: %s', (text, number, is) => {
    expect(endsWithNumber(text, number)).toBe(is);
  });
});
