import { type Language, preferredLanguage } from './catalogue.js';

describe('choosing a language', () => {
  it.each<[string | undefined, Language]>([
    [undefined, 'kk'],
    ['', 'kk'],
    ['en-GB,en;q=0.9', 'kk'],
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,kk;q=0.8', 'ru'],
    ['kk;q=0.5, ru;q=0.8', 'ru'],
    ['en, kk;q=0.4', 'kk'],
    ['kk;q=0, ru;q=0.1', 'ru'],
    ['RU', 'ru'],
    [';;,,q=', 'kk'],
  ])('%s is %s', (header, language) => expect(preferredLanguage(header)).toBe(language));
});
