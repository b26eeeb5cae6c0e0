import { coverOf, pairsOf } from './cover.js';
import { tokensOf } from './tokens.js';

const TEXT = 'Ответственное подразделение проводит внутренний анализ коррупционных рисков и представляет руководителю справку с рекомендациями';
const OTHER = 'Комиссия рассматривает обращения граждан, обсуждает кандидатуры резерва, утверждает протокол заседания большинством присутствующих голосов';
const cover = (words: string, others: string) => coverOf(tokensOf(words.split(' ')), pairsOf(tokensOf(others.split(' '))));

describe('how far a text is found in another', () => {
  it('is wholly in itself', () => expect(cover(TEXT, TEXT)).toEqual({ share: 1, foreign: 0, misread: 0 }));

  it.each([
    ['at their begin', true, TEXT.replace('подразделение', 'нодразделение').replace('анализ', 'знализ').replace('справку', 'еправку')],
    ['at their end', false, TEXT.replace('подразделение', 'подразделенне').replace('рисков', 'рискоз').replace('рекомендациями', 'рекомендацнями')],
  ])('is wholly in itself when recognition mistakes letters of words %s', (_where, isTold, read) => {
    const found = cover(TEXT, read);
    expect(found).toMatchObject({ share: 1, foreign: 0 });
    expect(found.misread > 0).toBe(isTold);
  });

  it('is foreign where other words stand in a row', () => {
    expect(cover(`${TEXT} ${OTHER}`, TEXT)).toMatchObject({ foreign: tokensOf(OTHER.split(' ')).words.length });
    expect(cover(OTHER, TEXT)).toMatchObject({ share: 0 });
  });
});
