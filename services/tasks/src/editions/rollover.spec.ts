import { ADMIN, cardOf, edition, NOW, refusalOf, SECOND_ADMIN, subtask, TITLE } from '../../test/examples.js';
import { editCard } from './card-edits.js';
import { compareEditions } from './comparison.js';
import type { Edition } from './edition.js';
import { rollOver } from './rollover.js';

const second = { id: SECOND_ADMIN.id, name: SECOND_ADMIN.name };
const [a, b] = [subtask({ code: '1.1.1' }), subtask()];
const inForce = edition({ id: '2024:2', cardVersion: 2, status: 'published', publishedAt: NOW, card: cardOf(a, b) });
const next = rollOver(inForce, '2026', SECOND_ADMIN).next;

describe('rolling an edition over to the next', () => {
  it('makes the first draft of the new one, with a map of all codes and without days', () => {
    const { meta, projects } = inForce.card;
    expect(next).toEqual({
      ...edition({ id: '2026', edition: '2026', card: { meta: { ...meta, edition: '2026' }, projects }, year: null, dates: {}, changedBy: second }),
      rollover: { fromEdition: '2024', fromVersion: 2, reference: '2024', origins: { '1.1.1': ['1.1.1'], '1.1.2': ['1.1.2'] } },
    });
  });

  it('tells from what it was made', () => {
    expect(rollOver(inForce, '2026', ADMIN).events).toMatchObject([{ type: 'aigaq.tasks.v1.CardDraftBegun', payload: { edition: '2026', version: 1, fromEdition: '2024', fromVersion: 2 } }]);
  });

  it('goes on with the dates of the reference data from which the first one came', () => {
    expect(rollOver({ ...next, status: 'published' }, '2028', ADMIN).next.rollover).toMatchObject({ fromEdition: '2026', reference: '2024' });
  });

  it('is of a published edition', () => expect(refusalOf(() => rollOver(edition(), '2026', ADMIN))).toBe('edition.not_published'));
});

const edited = (...edits: Parameters<typeof editCard>[1]['edits']): Edition => editCard({ ...next, version: 1 }, { revision: 1, edits }, ADMIN, NOW).next;
const named = (code: string, title = TITLE) => ({ code, title });

describe('comparing two editions', () => {
  it('matches by the map', () => {
    expect(compareEditions(inForce, next)).toEqual(['1.1.1', '1.1.2'].map((code) => ({ kind: 'matched', after: named(code), before: [named(code)], changes: [] })));
  });

  it('says what is changed, added, removed', () => {
    const text = { kk: 'Жаңа', ru: 'Новое' };
    const later = edited(
      { act: 'change', code: '1.1.1', fields: { description: text } },
      { act: 'add', level: 'subtask', parent: '1.1', code: '1.1.3', title: text, like: '1.1.1' },
      { act: 'remove', level: 'subtask', code: '1.1.2' },
    );
    expect(compareEditions(inForce, later)).toEqual([
      { kind: 'changed', after: named('1.1.1'), before: [named('1.1.1')], changes: [expect.objectContaining({ field: 'description', after: text })] },
      { kind: 'added', after: named('1.1.3', text), before: [], changes: [] },
      { kind: 'removed', after: null, before: [named('1.1.2')], changes: [] },
    ]);
  });

  it('follows the map when it is edited', () => {
    const later = edited({ act: 'map', code: '1.1.1', from: ['1.1.1', '1.1.2'] }, { act: 'map', code: '1.1.2', from: [] });
    expect(compareEditions(inForce, later).map(({ kind, before }) => [kind, before.map(({ code }) => code)])).toEqual([['matched', ['1.1.1', '1.1.2']], ['added', []]]);
  });

  it('of the pilot goes by what the card of 2024 says, ranges too', () => {
    const pilot = edition({ id: '2022', edition: '2022', card: cardOf(...['2.1.1', '2.1.2', '2.1.3', '4.1.8'].map((code) => subtask({ code }))) });
    const card = cardOf(subtask({ code: '1.3.1', related2022: ['2.1.1-2.1.2', '9.9.9'] }), subtask({ code: '2.5.2', related2022: ['4.1.8'] }));
    expect(compareEditions(pilot, edition({ card })).map(({ kind, after, before }) => [kind, after?.code, before.map(({ code }) => code)])).toEqual([
      ['matched', '1.3.1', ['2.1.1', '2.1.2']],
      ['changed', '2.5.2', ['4.1.8']],
      ['removed', undefined, ['2.1.3']],
    ]);
  });

  it('of editions that know nothing of each other goes by the code', () => {
    expect(compareEditions(edition({ edition: '2020', card: cardOf(a) }), edition({ card: cardOf(a, b) })).map(({ kind }) => kind)).toEqual(['matched', 'added']);
  });

  it.each([['of a subtask that is not there', next, '9.9.9', 'edition.unknown_code'], ['of an edition that grew out of none', edition(), '1.1.2', 'edition.no_map']] as const)('has no map %s', (_, state, code, refusal) => {
    expect(refusalOf(() => editCard({ ...state, version: 1 }, { revision: 1, edits: [{ act: 'map', code, from: [] }] }, ADMIN, NOW))).toBe(refusal);
  });
});
