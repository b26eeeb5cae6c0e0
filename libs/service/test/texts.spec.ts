import { globSync, readFileSync } from 'node:fs';
import { Catalogue, LANGUAGES } from '../src/index.js';

const SOURCES = globSync('{libs,services}/*/src/**/*.ts', { exclude: (path) => /\.spec\.|node_modules|\/dist/.test(String(path)) });

/** Codes of the `errorTable(…)` calls and of errors made by hand in a source. */
function codesIn(source: string): string[] {
  const tables = [...source.matchAll(/errorTable\(\s*'([\w.-]+)',\s*\{([\s\S]*?)\n?\s*\}\s*(?:as const)?,?\s*\)/g)];
  const tabled = tables.flatMap(([, thing, rows = '']) =>
    [...rows.matchAll(/^\s*'?(\w+)'?:\s*\[|[{,]\s*(\w+):\s*\[\s*'/gm)].map(([, atStart, inline]) => `${thing}.${atStart ?? inline}`),
  );
  const single = [...source.matchAll(/new DomainError\(\s*'\w+',\s*'([\w.]+)'/g)].map(([, code = '']) => code);
  return [...tabled, ...single];
}

const codes = new Set(SOURCES.flatMap((path) => codesIn(readFileSync(path, 'utf8'))));
const catalogue = Catalogue.read();

describe('texts of errors', () => {
  it('are looked for in all sources', () => {
    expect(codesIn("errorTable('a', {\n  b: ['invalid', 'x'],\n  c_d: [\n 'conflict', 'y' ],\n});")).toEqual(['a.b', 'a.c_d']);
    expect(codesIn("errorTable('a', { b: ['invalid', 'x'] })")).toEqual(['a.b']);
    expect(codes).toContain('aggregate.conflict');
  });

  it.each(LANGUAGES)('are complete in %s', (language) => {
    expect([...codes].filter((code) => !catalogue.has(language, code)).sort()).toEqual([]);
  });

  it.each(LANGUAGES)('stand once in %s', (language) => {
    const files = globSync(`libs/service/texts/*.${language}.json`);
    const all = files.flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });

  it('have the same codes and placeholders in both languages', () => {
    expect(catalogue.codes('kk')).toEqual(catalogue.codes('ru'));
    const placeholders = (language: 'kk' | 'ru', code: string): string[] => [...(catalogue.raw(language, code) ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    const unequal = catalogue.codes('kk').filter((code) => placeholders('kk', code).join() !== placeholders('ru', code).join());
    expect(unequal).toEqual([]);
  });
});
