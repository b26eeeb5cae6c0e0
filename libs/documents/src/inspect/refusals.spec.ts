import { readFileSync } from 'node:fs';
import { fileRefusals } from './refusals.js';

describe('refusals of files', () => {
  it.each(['kk', 'ru'])('have a sentence each in %s, and there is none too many', (language) => {
    const texts = JSON.parse(readFileSync(new URL(`../../texts/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
    expect(Object.keys(texts).filter((key) => key.startsWith('file.')).sort()).toEqual([...fileRefusals].sort());
  });
});
