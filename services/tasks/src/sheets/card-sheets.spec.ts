import { readSheets, writeSheets } from '@aigaq/documents/tables';
import { type Card, cardSchema, loadCard } from '@aigaq/reference';
import fc from 'fast-check';
import { ADMIN, cardOf, edition, NOW, refusalOf, sample, SECOND_ADMIN, subtask } from '../../test/examples.js';
import { diffCards } from '../editions/card-diff.js';
import type { Edition } from '../editions/edition.js';
import { type Sheet, sheetsOf } from './card-sheets.js';
import { planSheetImport } from './sheet-import.js';

const kept = (change: Partial<Edition> = {}) => ({ ...edition({ cardVersion: 2, ...change }), version: 7 });
const plan = (state: Edition & { version: number }, sheets: readonly Sheet[], revision = 7) => planSheetImport(state, { revision, sheets }, ADMIN, NOW);
/** The sheets of a card, with some cells written otherwise. */
function written(state: Edition, ...cells: [sheet: string, row: number, column: string, text: string][]): Sheet[] {
  const sheets = sheetsOf(state).map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  for (const [name, row, column, text] of cells) {
    const rows = sheets.find((sheet) => sheet.name === name)!.rows;
    rows[row - 1]![rows[0]!.indexOf(column)] = text;
  }
  return sheets;
}

// What XML can carry; the form of a card takes spaces around a text away.
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((each) => each.trim()).filter((each) => each !== '' && !/\p{Cc}|\p{Cs}|\p{Cn}/u.test(each.replaceAll('\n', '')));
const both = fc.record({ kk: text, ru: text });
const status = fc.constantFrom('official' as const, 'proposed' as const);
const wanted = (id: string) =>
  fc.record({ id: fc.constant(id), kind: fc.constantFrom('order' as const, 'plan' as const), name: both, required: fc.boolean(), form: fc.option(text), approval: fc.constantFrom('required' as const, 'none' as const) }, { requiredKeys: ['id', 'kind', 'name', 'required', 'form'] });
const someSubtask = (code: string) =>
  fc
    .record({
      ...{ title: both, kkStatus: status, description: both, sourceText: text, notes: fc.array(both, { maxLength: 2 }) },
      related2022: fc.uniqueArray(fc.constantFrom('1.1.1', '1.1.2', '3.2')),
      ...{ text: both, kinds: fc.uniqueArray(fc.constantFrom('central' as const, 'quasi-state' as const), { minLength: 1 }) },
      documents: fc.tuple(wanted('one'), wanted('other')).chain((all) => fc.subarray(all)),
      ...{ zeroCase: fc.boolean(), isAssumed: fc.boolean(), period: fc.constantFrom('year' as const, 'half' as const) },
    })
    .map(({ text: who, kinds, documents, zeroCase, isAssumed, ...rest }) =>
      subtask({ ...rest, code, executors: { text: who }, audience: { kinds }, ...(isAssumed && { frequencyIsAssumed: true }), evidence: { ...subtask().evidence, signersByKind: {}, documents, zeroCase } }),
    );
const someCard = fc
  .tuple(fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }), both)
  .chain(([shape, title]) =>
    fc.tuple(...shape.map((tasks, p) => fc.tuple(...tasks.map((count, t) => fc.tuple(...Array.from({ length: count }, (_, s) => someSubtask(`${p + 1}.${t + 1}.${s + 1}`))))))).map((projects): Card => ({
      meta: { ...cardOf().meta, title, proposed: ['kk'] },
      projects: projects.map((tasks, p) => ({ code: `${p + 1}`, title, kkStatus: 'official', tasks: tasks.map((subtasks, t) => ({ code: `${p + 1}.${t + 1}`, title, kkStatus: 'proposed', subtasks: [...subtasks] })) })),
    })),
  )
  // As it is stored.
  .map((card) => JSON.parse(JSON.stringify(card)) as Card);

describe('a card as sheets', () => {
  it('comes back as it went, and gives the same sheets again, whatever card it is', () => {
    fc.assert(
      fc.property(someCard, (card) => {
        expect(cardSchema.safeParse(card).error).toBeUndefined();
        const state = kept({ card, dates: {} });
        const emptied = { ...state, card: cardOf(subtask({ code: '9.9.9' })) };
        const { faults, decision } = plan(emptied, sheetsOf(state));
        expect(faults).toEqual([]);
        expect(diffCards(state, decision!.next)).toEqual([]);
        expect(sheetsOf(decision!.next)).toEqual(sheetsOf(state));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is the same after it was an XLSX file, whatever card it is', async () => {
    await fc.assert(
      fc.asyncProperty(someCard, async (card) => {
        const sheets = sheetsOf(kept({ card }));
        const read = await readSheets(await writeSheets(sheets));
        expect(read.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
        expect(plan(kept({ card: cardOf(subtask()), dates: {} }), read).faults).toEqual(plan(kept({ card: cardOf(subtask()), dates: {} }), sheets).faults);
        expect(plan(kept({ card, dates: {} }), read.map((sheet) => (sheet.name === 'dates' ? { ...sheet, rows: [sheet.rows[0]!] } : sheet)))).toEqual({ faults: [], changes: [] });
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 60_000);

  it('of 2024 changes nothing when it is brought back', async () => {
    const state = kept({ card: loadCard('2024'), dates: {} });
    expect(plan(state, await readSheets(await writeSheets(sheetsOf(state))))).toEqual({ faults: [], changes: [] });
  });
});

describe('a draft from sheets', () => {
  it('takes over what was written, remembers who did it and tells it', () => {
    const { changes, decision } = plan(kept(), written(kept(), ['subtasks', 2, 'description_ru', 'Новое'], ['dates', 2, 'due_on', '2026-06-01']));
    expect(changes.map((change) => change.kind === 'changed' && [change.field, change.after])).toEqual([
      ['description', { kk: 'Сипаттама', ru: 'Новое' }],
      ['dates.2026', { opensOn: '2026-01-15', dueOn: '2026-06-01', lockedOn: '2026-06-12' }],
    ]);
    expect(decision?.events).toEqual([sample('CardEdited')]);
    expect(decision?.next.edits).toEqual([{ revision: 7, by: { id: ADMIN.id, name: ADMIN.name }, at: NOW, codes: ['1.1.2'] }]);
  });

  it.each<[string, [string, number, string, string], object]>([
    ['no code', ['subtasks', 2, 'code', ''], { sheet: 'subtasks', row: 2, column: 'code', code: 'no_code' }],
    ['a task that is not there', ['subtasks', 2, 'task', '7.7'], { sheet: 'subtasks', row: 2, column: 'task', code: 'unknown_parent', data: { value: '7.7' } }],
    ['no Kazakh text', ['subtasks', 2, 'title_kk', ' '], { sheet: 'subtasks', row: 2, column: 'title_kk', code: 'no_text' }],
    ['no Russian text', ['projects', 2, 'title_ru', ''], { sheet: 'projects', row: 2, column: 'title_ru', code: 'no_text' }],
    ['an unknown frequency', ['subtasks', 2, 'period', 'weekly'], { sheet: 'subtasks', row: 2, column: 'period', code: 'not_valid' }],
    ['an unknown kind of body', ['subtasks', 2, 'audience', 'central martian'], { sheet: 'subtasks', row: 2, column: 'audience.kinds.1', code: 'not_valid' }],
    ['neither yes nor no', ['documents', 2, 'required', 'maybe'], { sheet: 'subtasks', row: 2, column: 'evidence.documents.0.required', code: 'not_valid' }],
    ['a status that is none', ['tasks', 2, 'kk_status', 'x'], { sheet: 'tasks', row: 2, column: 'kk_status', code: 'not_valid' }],
    ['no JSON', ['rule', 2, 'value', '{'], { sheet: 'rule', row: 2, column: 'value', code: 'not_json' }],
    ['no JSON of a document', ['documents', 2, 'more', 'x'], { sheet: 'documents', row: 2, column: 'more', code: 'not_json' }],
    ['a day that is none', ['dates', 2, 'due_on', '29.05.2026'], { sheet: 'dates', row: 2, column: 'due_on', code: 'bad_day' }],
    ['days in disorder', ['dates', 2, 'due_on', '2027-01-01'], { sheet: 'dates', row: 2, column: 'due_on', code: 'disordered' }],
    ['a period that it has not', ['dates', 2, 'period', '2026-Q1'], { sheet: 'dates', row: 2, column: 'period', code: 'unknown_period' }],
    ['another year', ['card', 3, 'value', '2027'], { sheet: 'card', row: 0, column: 'value', code: 'other_year' }],
    ['another edition', ['card', 2, 'value', '2022'], { sheet: 'card', row: 0, column: 'value', code: 'other_edition' }],
    ['a column that nobody knows', ['tasks', 1, 'code', 'kod'], { sheet: 'tasks', row: 1, column: 'kod', code: 'unknown_column' }],
  ])('is refused with %s, and says where', (_, cell, expected) => {
    const { faults, changes, decision } = plan(kept(), written(kept(), cell));
    expect(faults).toContainEqual(expect.objectContaining(expected));
    expect([changes, decision]).toEqual([[], undefined]);
  });

  it('is refused without a sheet, and with one that nobody knows', () => {
    const sheets = sheetsOf(kept()).map((sheet) => (sheet.name === 'notes' ? { ...sheet, name: 'remarks' } : sheet));
    expect(plan(kept(), sheets).faults.map(({ sheet, code }) => [sheet, code])).toEqual([['remarks', 'unknown_sheet'], ['notes', 'missing_sheet']]);
  });

  it('is refused with a code that stands twice', () => {
    const state = kept({ card: cardOf(subtask(), subtask({ code: '1.1.3' })) });
    expect(plan(state, written(state, ['subtasks', 3, 'code', '1.1.2'])).faults).toContainEqual(expect.objectContaining({ sheet: 'subtasks', row: 3, code: 'twice' }));
  });

  it.each([
    ['of what others changed meanwhile', kept({ changedBy: SECOND_ADMIN }), 6, 'edition.changed_meanwhile'],
    ['under review', kept({ status: 'in-review' }), 7, 'edition.in_review'],
    ['published', kept({ status: 'published' }), 7, 'edition.published'],
  ] as const)('is refused: %s', (_, state, revision, code) => {
    expect(refusalOf(() => plan(state, sheetsOf(state), revision))).toBe(code);
  });
});
