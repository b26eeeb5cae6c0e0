import { allFacts } from '@aigaq/contracts';
import kk from '../../texts/kk.json' with { type: 'json' };
import ru from '../../texts/ru.json' with { type: 'json' };
import { RECORDED_ACTS } from './acts.js';
import { behalfOf, sentenceOf, valueText } from './sentence.js';

const facts = allFacts().map((type) => type.split('.').at(-1) ?? type).sort();
const texts = { kk, ru } as unknown as Record<'kk' | 'ru', Record<string, Record<string, string>>>;

describe('the words of the record', () => {
  it('name every fact in the filter', () => expect([...RECORDED_ACTS].sort()).toEqual(facts));

  it.each(['kk', 'ru'] as const)('have a name and a sentence for every fact in %s', (language) => {
    expect(facts.filter((fact) => !texts[language]['acts']?.[fact])).toEqual([]);
    expect(facts.filter((fact) => !/\{\{who\}\}.*\{\{thing\}\}/.test(texts[language]['recorded']?.[fact] ?? ''))).toEqual([]);
  });

  it('make a sentence of who, what and to which thing', () => {
    const coded = (group: string, code: string, values: Record<string, unknown> = {}): string => `${group}.${code} ${JSON.stringify(values)}`;
    const record = { type: 'ObjectRead', actor: { id: 'p1', name: 'Айгүл' }, thingId: 'e1', payload: { act: 'download', thing: 'evidence' } };
    expect(sentenceOf(record, { coded })).toBe('recorded.ObjectRead {"who":"Айгүл","thing":"e1","what":"thingKinds.evidence {}","context":"download"}');
  });

  it('say on whose behalf', () => {
    const words = { coded: (_: string, code: string) => code, say: ({ ru: text }: { ru: string }) => text };
    const organisation = { id: 'o', name: { kk: 'Әкімдік', ru: 'Акимат' }, kind: 'akimat-region' as const };
    expect(behalfOf({ under: { role: 'coordinator', organisationId: 'o', organisation } }, words)).toBe('coordinator, Акимат');
    expect(behalfOf({ under: { role: 'coordinator', organisationId: 'o', organisation: null } }, words)).toBe('coordinator, o');
    expect(behalfOf({ under: null }, words)).toBe('');
  });

  it.each([
    [null, 'audit.nothing'],
    ['', 'audit.nothing'],
    [0, '0'],
    [false, 'false'],
    [{ secret: true }, 'audit.secret'],
    [{ sha256: 'ab', bytes: 2_000 }, 'audit.large 2000'],
    [{ kk: 'Әкімдік', ru: 'Акимат' }, 'Акимат'],
    [['a'], '["a"]'],
  ])('show the value %j as %s', (value, text) => {
    const t = (key: string, values: { bytes?: string } = {}): string => [key, values.bytes].filter(Boolean).join(' ');
    expect(valueText(value, { t: t as never, say: ({ ru: russian }) => russian, number: String })).toBe(text);
  });
});
