import type { Language } from '../document.js';
import { languageOfBlock, spelling } from './spelling.js';

describe('the spelling of a name that the register knows', () => {
  it.each<[string, string, Language, string, string]>([
    ['Н.К. Нурсултан', 'Н.К. Нұрсұлтан', 'kk', 'Н.К. Нұрсұлтан', 'recognition lost two marks'],
    ['Ғ.Н. Оразалин', 'Г.Н. Оразалин', 'kk', 'Ғ.Н. Оразалин', 'recognition does not invent a mark'],
    ['Г.И. Жандасов', 'Г.И. Жандосов', 'kk', 'Г.И. Жандосов', 'one letter was misread'],
    ['К. Раисова', 'Қ. Раисова', 'ru', 'К. Раисова', 'a Russian text has no Kazakh letters'],
    ['Қ. Раисова', 'Қ. Раисова', 'ru', 'К. Раисова', 'nor when one was read'],
    ['Р. Идрисова', 'Р. Ыдырысова', 'ru', 'Р. Идрисова', 'the Russian spelling of a Kazakh name'],
    ['Г.И. Жандасов', 'Ғ.І. Жандосов', 'ru', 'Г.И. Жандосов', 'one letter of a Russian text was misread'],
  ])('%s for %s in %s is %s: %s', (read, registered, language, told) => {
    expect(spelling(read, registered, language)).toBe(told);
  });
});

describe('the language of a block', () => {
  it.each<[string, Language, Language]>([
    ['Руководитель управления', 'ru+kk', 'ru'],
    ['Ақмола облысының әкімі', 'ru+kk', 'kk'],
    ['Аким города', 'ru', 'ru'],
    ['Отырыс хатшысы', 'ru+kk', 'ru+kk'],
  ])('%s in a paper in %s: %s', (position, paper, language) => {
    expect(languageOfBlock(position, paper)).toBe(language);
  });
});
