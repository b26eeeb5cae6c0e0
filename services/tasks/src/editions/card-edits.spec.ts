import type { CardEdit } from '@aigaq/api';
import { subtasksOf } from '@aigaq/reference';
import { ADMIN, cardOf, edition, NOW, refusalOf, sample, SECOND_ADMIN, subtask, TITLE } from '../../test/examples.js';
import { diffCards } from './card-diff.js';
import { editCard } from './card-edits.js';
import type { Edition } from './edition.js';

const [a, b, c] = ['1.1.1', '1.1.2', '1.1.3'].map((code) => subtask({ code }));
const draft = (change: Partial<Edition> = {}) => ({ ...edition({ card: cardOf(a!, b!, c!), cardVersion: 2, ...change }), version: 7 });
const edit = (...edits: CardEdit[]) => editCard(draft(), { revision: 7, edits }, ADMIN, NOW);
const text = { kk: 'Жаңа', ru: 'Новое' };
const days = { period: '2026', opensOn: '2026-02-01', dueOn: '2026-06-01', lockedOn: '2026-06-15' };
const codesOf = (state: Edition) => subtasksOf(state.card).map(({ code }) => code);

describe('editing a draft', () => {
  it('changes what is named, remembers who did it and tells it', () => {
    const decision = edit({ act: 'change', code: '1.1.2', fields: { description: text, audience: ['central'], executors: text, notes: [text] } });
    const changed = { ...b!, description: text, audience: { kinds: ['central' as const] }, executors: { text }, notes: [text] };
    const by = { id: ADMIN.id, name: ADMIN.name };
    expect(decision).toEqual({
      next: { ...draft(), card: cardOf(a!, changed, c!), changedBy: by, edits: [{ revision: 7, by, at: NOW, codes: ['1.1.2'] }] },
      events: [sample('CardEdited')],
    });
  });

  it('leaves the state that it was made from as it was', () => {
    const state = draft();
    editCard(state, { revision: 7, edits: [{ act: 'remove', level: 'subtask', code: '1.1.2' }, { act: 'name', level: 'project', code: '1', title: text }] }, ADMIN, NOW);
    expect(state).toEqual(draft());
  });

  it.each<[string, CardEdit[], string[]]>([
    ['to the front', [{ act: 'move', level: 'subtask', code: '1.1.3', parent: '1.1', position: 1 }], ['1.1.3', '1.1.1', '1.1.2']],
    ['to the end', [{ act: 'move', level: 'subtask', code: '1.1.1', parent: '1.1', position: 3 }], ['1.1.2', '1.1.3', '1.1.1']],
    ['away', [{ act: 'remove', level: 'subtask', code: '1.1.2' }], ['1.1.1', '1.1.3']],
    ['under a new task', [
      { act: 'add', level: 'task', parent: '1', code: '1.2', title: text },
      { act: 'move', level: 'subtask', code: '1.1.1', parent: '1.2', position: 1 },
    ], ['1.1.2', '1.1.3', '1.1.1']],
    ['away, and its emptied task and project after it', [
      ...['1.1.1', '1.1.2', '1.1.3'].map((code): CardEdit => ({ act: 'remove', level: 'subtask', code })),
      { act: 'remove', level: 'task', code: '1.1' },
      { act: 'remove', level: 'project', code: '1' },
    ], []],
  ])('moves a subtask %s', (_, edits, codes) => expect(codesOf(edit(...edits).next)).toEqual(codes));

  it('adds a subtask after the pattern of another, with its days', () => {
    const { next } = edit({ act: 'dates', code: '1.1.2', dates: [days] }, { act: 'add', level: 'subtask', parent: '1.1', code: '1.1.4', title: text, like: '1.1.2' });
    expect(subtasksOf(next.card).at(-1)).toEqual(subtask({ code: '1.1.4', title: text, description: text, sourceText: text.ru, sourceLines: '' }));
    expect(next.dates['1.1.4']).toEqual([expect.objectContaining(days)]);
  });

  it('adds a project', () => {
    expect(edit({ act: 'add', level: 'project', parent: null, code: '2', title: text }).next.card.projects.at(-1)).toEqual({ code: '2', title: text, kkStatus: 'proposed', tasks: [] });
  });

  it('drops days of periods that are no more', () => {
    expect(edit({ act: 'change', code: '1.1.2', fields: { period: 'half' } }).next.dates).toEqual({});
  });

  it.each<[string, CardEdit, string]>([
    ['a code that is not there', { act: 'change', code: '9.9.9', fields: {} }, 'edition.unknown_code'],
    ['a name for what is not there', { act: 'name', level: 'task', code: '1.1.1', title: text }, 'edition.unknown_code'],
    ['days for what is not there', { act: 'dates', code: '9.9.9', dates: [] }, 'edition.unknown_code'],
    ['days of a period that it has not', { act: 'dates', code: '1.1.2', dates: [{ ...days, period: '2026-Q1' }] }, 'edition.unknown_period'],
    ['days in disorder', { act: 'dates', code: '1.1.2', dates: [{ ...days, dueOn: '2026-01-01' }] }, 'edition.dates_disordered'],
    ['a code that is taken', { act: 'add', level: 'subtask', parent: '1.1', code: '1.1.2', title: text, like: '1.1.1' }, 'edition.code_taken'],
    ['a subtask without a pattern', { act: 'add', level: 'subtask', parent: '1.1', code: '1.1.9', title: text }, 'edition.unknown_code'],
    ['a subtask under a project', { act: 'add', level: 'subtask', parent: '1', code: '1.1.9', title: text, like: '1.1.1' }, 'edition.wrong_parent'],
    ['a project under a project', { act: 'move', level: 'project', code: '1', parent: '1', position: 1 }, 'edition.wrong_parent'],
    ['that a task goes with what is below it', { act: 'remove', level: 'task', code: '1.1' }, 'edition.not_empty'],
    ['that a project goes with what is below it', { act: 'remove', level: 'project', code: '1' }, 'edition.not_empty'],
  ])('refuses %s, and all edits with it', (_, wrong, code) => {
    expect(refusalOf(() => edit({ act: 'name', level: 'project', code: '1', title: text }, wrong))).toBe(code);
  });

  it.each([['published', 'edition.published'], ['in-review', 'edition.in_review']] as const)('is refused when it is %s', (status, code) => {
    expect(refusalOf(() => editCard(draft({ status }), { revision: 7, edits: [] }, ADMIN, NOW))).toBe(code);
  });

  it('says what others changed meanwhile', () => {
    const made = (revision: number, by: { id: string; name: string }, ...codes: string[]) => ({ revision, by, at: NOW, codes });
    const edits = [made(4, ADMIN, '1.1.1'), made(5, SECOND_ADMIN, '1.1.2'), made(6, SECOND_ADMIN, '1.1.2', '1.1.3')];
    const stale = { revision: 5, edits: [{ act: 'change', code: '1.1.2', fields: { description: text } }] as CardEdit[] };
    try {
      editCard(draft({ edits }), stale, ADMIN, NOW);
      throw new Error('let through');
    } catch (error) {
      expect(error).toMatchObject({ code: 'edition.changed_meanwhile', data: { edition: '2024', revision: 7, by: SECOND_ADMIN.name, codes: '1.1.2, 1.1.3' } });
    }
  });

  it('is what the difference of both says', () => {
    const { next } = edit({ act: 'name', level: 'task', code: '1.1', title: text }, { act: 'remove', level: 'subtask', code: '1.1.3' });
    expect(diffCards(draft(), next)).toEqual([
      { kind: 'changed', level: 'task', code: '1.1', title: text, field: 'title', before: { kk: 'Атауы', ru: 'Название' }, after: text },
      { kind: 'removed', level: 'subtask', code: '1.1.3', title: TITLE, parent: '1.1' },
    ]);
  });
});
