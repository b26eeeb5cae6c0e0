import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import kk from './kk.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };

const SOURCES = join(process.cwd(), 'services/portal/src');
const FORMS = { kk: ['one', 'other'], ru: ['few', 'many', 'one', 'other'] };
const PLURAL = /_(one|few|many|other)$/;
const CALL = /\bt\(\s*(?:'([\w.-]+)'|`([^`]+)`)/g;
const CODED = /\bcoded\(\s*'(\w+)'/g;
// Keys chosen by a condition or handed on by name: any quoted text that looks like a key.
const QUOTED = /['`]([a-z]\w*(?:\.[\w-]+)+|proposed|loading|cancel|close|save)['`]/g;
const TEMPLATE = /`((?!http)[a-zA-Z]+\.[^`\s]*\$\{[^`]+)`/g;

function flat(tree: Tree, before = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  );
}

const texts = { kk: flat(kk), ru: flat(ru) };
const baseOf = (key: string): string => key.replace(PLURAL, '');
const basesOf = (language: 'kk' | 'ru'): string[] => [...new Set(texts[language].map(([key]) => baseOf(key)))].sort();

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
  .join('\n');

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`);
const literal = [...sources.matchAll(CALL)].map(([, key]) => key).filter((key) => key !== undefined);
const quoted = new Set([...literal, ...[...sources.matchAll(QUOTED)].map(([, key]) => key)]);
const patterns = [
  ...[...sources.matchAll(TEMPLATE)].map(([, template = '']) => patternOf(template)),
  ...[...sources.matchAll(CODED)].map(([, group = '']) => new RegExp(`^${group}\\.`)),
];
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

describe('texts for people', () => {
  it('have the same keys in Kazakh and in Russian', () => {
    expect(basesOf('kk')).toEqual(basesOf('ru'));
  });

  it.each(['kk', 'ru'] as const)('have every plural form in %s', (language) => {
    const plurals = Map.groupBy(texts[language].filter(([key]) => PLURAL.test(key) && !/\.other$/.test(key)), ([key]) => baseOf(key));
    const incomplete = [...plurals].filter(
      ([, forms]) => forms.map(([key]) => PLURAL.exec(key)?.[1]).sort().join() !== FORMS[language].join(),
    );
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });

  it('say nothing empty', () => {
    expect([...texts.kk, ...texts.ru].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('use the same values in both languages', () => {
    const russian = new Map(texts.ru);
    const different = texts.kk.filter(([key, text]) => {
      const other = russian.get(key);
      return other !== undefined && placeholders(other).join() !== placeholders(text).join();
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('exist for every key that the code names', () => {
    const known = new Set(basesOf('kk'));
    expect([...new Set(literal)].filter((key) => !known.has(key))).toEqual([]);
  });

  it('exist for every key that the code composes', () => {
    const known = basesOf('kk');
    expect(patterns.filter((pattern) => !known.some((key) => pattern.test(key))).map(String)).toEqual([]);
  });

  it('are all used', () => {
    const unused = basesOf('kk').filter((key) => !quoted.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});
