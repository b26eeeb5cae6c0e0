import { day } from '@aigaq/calendar';
import { loadRiskPicture } from '@aigaq/reference';
import { refusalOf, sample } from '../../test/examples.js';
import { isStale, newestOfEach, type RiskPicture, sectionOf, stagesFrom, updateSection } from './picture.js';

const rules = loadRiskPicture();
const empty: RiskPicture = { id: 'kostanay', updated: [], entries: [] };
const actor = { id: 'p-department', name: 'Ерлан Сағынбаев', memberships: [] };
const by = { actor, organisationId: 'agency-department-kostanay', now: new Date('2024-10-01T04:00:00Z'), today: day('2024-10-01'), rules };
const entry = { risk: 'Закупки из одного источника', source: 'external-analysis', since: '2024-09-20' };
const update = (number: number, change: object = {}) => updateSection(empty, sectionOf(number, rules), { note: 'Раздел обновлён', ...change }, by);

describe('bringing a section of the picture of risks up to date', () => {
  it('keeps who, when and what was done, and the entries of what is written; tells it', () => {
    const { next, events } = update(3, { entries: [entry] });
    expect(events).toEqual([sample('PictureSectionUpdated')]);
    expect(next).toEqual({ id: 'kostanay', updated: [{ number: 3, on: '2024-10-01', by: { id: actor.id, name: actor.name }, organisationId: by.organisationId, note: 'Раздел обновлён' }], entries: [entry] });
  });

  it('leaves the other sections as they were', () => {
    const before = update(3, { entries: [entry] }).next;
    const { next } = updateSection(before, sectionOf(1, rules), { note: 'Должности обновлены' }, by);
    expect(next.updated.map(({ number }) => number)).toEqual([3, 1]);
    expect(next.entries).toEqual([entry]);
  });

  it.each<[string, () => unknown, string]>([
    ['that there is not', () => update(4), 'picture.unknown_section'],
    ['that follows from the analyses, with entries', () => update(1, { entries: [entry] }), 'picture.no_entries'],
    ['that is written, without', () => update(3), 'picture.entries_wanted'],
    ['with an entry that rests on nothing known', () => update(3, { entries: [{ ...entry, source: 'rumour' }] }), 'picture.unknown_source'],
  ])('is refused of one %s', (_what, act, code) => {
    expect(refusalOf(act)).toBe(code);
  });
});

describe('what a section shows', () => {
  it.each([
    [1, ['note-signed', 'plan-approved', 'published', 'monitored', 'done']],
    [2, ['plan-approved', 'published', 'monitored', 'done']],
    [3, []],
  ])('section %i: analyses from the stage that the rules name', (number, stages) => {
    expect(stagesFrom(sectionOf(number, rules))).toEqual(stages);
  });

  it('takes of each object of a body the newest analysis', () => {
    const of = (organisationId: string, object: string, start: string) => ({ organisationId, object, start });
    const found = newestOfEach([of('a', 'Отдел', '2023-03-01'), of('a', 'отдел', '2024-03-01'), of('a', 'Другой', '2022-03-01'), of('b', 'Отдел', '2023-03-01'), of('b', 'Отдел', '2022-01-01')]);
    expect(found.map(({ organisationId, start }) => [organisationId, start])).toEqual([['a', '2024-03-01'], ['a', '2022-03-01'], ['b', '2023-03-01']]);
  });

  it.each<[string, string | null, (string | null)[], boolean]>([
    ['nothing is there', null, [], false],
    ['a list is there and nobody has said anything', null, ['2024-09-01'], true],
    ['it was brought up to date on the day of the list', '2024-09-01', ['2024-09-01'], false],
    ['a list came later', '2024-09-01', ['2024-08-01', '2024-09-02'], true],
    ['an analysis has no list', '2024-09-01', [null], false],
  ])('is behind when %s', (_what, updatedOn, listed, expected) => {
    expect(isStale(updatedOn === null ? null : day(updatedOn), listed.map((text) => (text === null ? null : day(text))))).toBe(expected);
  });
});
