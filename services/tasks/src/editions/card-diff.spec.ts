import type { CardChange } from '@aigaq/api';
import { loadCard } from '@aigaq/reference';
import fc from 'fast-check';
import { cardOf, edition, subtask, TITLE } from '../../test/examples.js';
import { diffCards } from './card-diff.js';
import type { Edition } from './edition.js';

const other = { kk: 'Басқа', ru: 'Другое' };
const of = (...subtasks: Parameters<typeof cardOf>) => edition({ card: cardOf(...subtasks) });
const [a, b, c] = [subtask({ code: '1.1.1' }), subtask({ code: '1.1.2' }), subtask({ code: '1.1.3' })];
const changed = (field: string, before: unknown, after: unknown, code = '1.1.2'): CardChange => ({ kind: 'changed', level: 'subtask', code, title: TITLE, field, before, after });

describe('the difference of two cards', () => {
  it('of the same is nothing', () => expect(diffCards(edition(), edition())).toEqual([]));

  it.each<[string, Partial<Parameters<typeof subtask>[0] & object>, CardChange[]]>([
    ['a text, in both languages', { description: other }, [changed('description', { kk: 'Сипаттама', ru: 'Описание' }, other)]],
    ['who does it', { executors: { text: other } }, [changed('executors.text', { kk: 'Барлығы', ru: 'Все' }, other)]],
    ['the audience', { audience: { kinds: ['central'] } }, [changed('audience.kinds', ['akimat-region', 'akimat-district', 'quasi-state'], ['central'])]],
    ['how often', { period: 'half' }, [changed('period', 'year', 'half')]],
    ['the rule, field by field', { evidence: { ...subtask().evidence, stamp: 'required', signersByKind: {} } }, [
      changed('evidence.signersByKind.akimat-district', ['akim', 'head-of-apparatus'], null),
      changed('evidence.stamp', 'optional', 'required'),
    ]],
    ['what was absent', { frequencyIsAssumed: true }, [changed('frequencyIsAssumed', null, true)]],
  ])('names %s', (_, change, expected) => {
    const found = diffCards(edition(), of(subtask(change)));
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it('names the title as it is now', () => {
    expect(diffCards(edition(), of(subtask({ title: other })))).toEqual([{ ...changed('title', TITLE, other), title: other }]);
  });

  it('names days, period by period', () => {
    const days = { opensOn: '2026-01-15', dueOn: '2026-05-29', lockedOn: '2026-06-12' };
    const later = { ...days, dueOn: '2026-06-01' };
    expect(diffCards(edition(), edition({ dates: { '1.1.2': [{ period: '2026', ...later }] } }))).toEqual([changed('dates.2026', days, later)]);
    expect(diffCards(edition(), edition({ dates: {} }))).toEqual([changed('dates.2026', days, null)]);
  });

  it('names what came and what went, with where it stood', () => {
    const named = { level: 'subtask', title: TITLE, parent: '1.1' } as const;
    expect(diffCards(of(a, b), of(b, c))).toEqual([
      { kind: 'added', code: '1.1.3', ...named },
      { kind: 'removed', code: '1.1.1', ...named },
    ]);
  });

  it('names what moved, and no more than that', () => {
    const moved = (code: string, from: number, to: number) => ({ kind: 'moved', level: 'subtask', code, title: TITLE, before: { parent: '1.1', position: from }, after: { parent: '1.1', position: to } });
    expect(diffCards(of(a, b, c), of(c, a, b))).toEqual([moved('1.1.3', 3, 1)]);
    expect(diffCards(of(a, b, c), of(b, c))).toEqual([expect.objectContaining({ kind: 'removed' })]);
  });

  it('names what stands under another task', () => {
    const card = cardOf(a, b);
    const [project] = card.projects;
    const [task] = project!.tasks;
    const later = { ...card, projects: [{ ...project!, tasks: [{ ...task!, subtasks: [a] }, { ...task!, code: '1.2', subtasks: [b] }] }] };
    expect(diffCards(of(a, b), edition({ card: later }))).toEqual([
      expect.objectContaining({ kind: 'added', level: 'task', code: '1.2' }),
      expect.objectContaining({ kind: 'moved', code: '1.1.2', before: { parent: '1.1', position: 2 }, after: { parent: '1.2', position: 1 } }),
    ]);
  });

  it('names what is said of the whole card', () => {
    const card = cardOf(subtask());
    const found = diffCards(edition(), edition({ card: { ...card, meta: { ...card.meta, version: '2' } } }));
    expect(found).toEqual([{ kind: 'changed', level: 'card', code: '2024', title: card.meta.title, field: 'meta.version', before: '1', after: '2' }]);
  });

  it('of any two cards is nothing only if they are equal, and mirrors itself', () => {
    const whole = edition({ card: loadCard('2024'), dates: {} });
    const codes = whole.card.projects.flatMap(({ tasks }) => tasks.flatMap(({ subtasks }) => subtasks.map(({ code }) => code)));
    const without = (gone: readonly string[]): Edition => ({
      ...whole,
      card: { ...whole.card, projects: whole.card.projects.map((p) => ({ ...p, tasks: p.tasks.map((t) => ({ ...t, subtasks: t.subtasks.filter(({ code }) => !gone.includes(code)) })) })) },
    });
    fc.assert(
      fc.property(fc.subarray(codes), fc.subarray(codes), (some, others) => {
        const [one, two] = [without(some), without(others)];
        const there = diffCards(one, two);
        const back = diffCards(two, one);
        expect(there.filter(({ kind }) => kind === 'added').map(({ code }) => code).sort()).toEqual(some.filter((code) => !others.includes(code)).sort());
        expect(back.filter(({ kind }) => kind === 'removed').map(({ code }) => code).sort()).toEqual(there.filter(({ kind }) => kind === 'added').map(({ code }) => code).sort());
        expect(there.filter(({ kind }) => kind === 'moved' || kind === 'changed')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
