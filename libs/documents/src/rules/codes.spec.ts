import { readFileSync } from 'node:fs';
import { documentKinds } from '../document.js';
import { findingCodes } from './codes.js';

const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../texts/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(([name]) => name).sort();

describe('the catalogue of findings', () => {
  const wanted = Object.entries(findingCodes).flatMap(([code, outcomes]) => outcomes.map((outcome) => `${code}.${outcome}`));
  const [kk, ru] = [catalogue('kk'), catalogue('ru')];

  it.each([['kk', kk], ['ru', ru]])('%s has a sentence for every finding and a name for every kind', (_, texts) => {
    const keys = Object.keys(texts).filter((key) => !/^(file|reason)\./u.test(key));
    expect(keys.sort()).toEqual([...wanted, ...documentKinds.map((kind) => `kind_name.${kind}`)].sort());
  });

  it('says the same in both languages', () => {
    expect(Object.keys(kk)).toEqual(Object.keys(ru));
    for (const key of Object.keys(ru)) expect([key, placeholders(kk[key]!)]).toEqual([key, placeholders(ru[key]!)]);
  });
});
