import { ADMIN, cardOf, edition, NOW, refusalOf, sample, subtask } from '../../test/examples.js';
import { sendForReview } from './edition-life.js';
import { importEdition, setDates, versionId } from './edition.js';

const source = { edition: '2024', card: cardOf(subtask()), hash: 'h1' };
const days = { period: '2026', opensOn: '2026-01-15', dueOn: '2026-05-29', lockedOn: '2026-06-12' };
const proposed = { '1.1.2': [days] };
const SET = { code: 'date.set_by_agency', data: {} };
const said = { ...days, reasons: { opens: SET, due: SET, locked: SET } };

describe('importing an edition', () => {
  it('makes a draft without days and tells it', () => {
    expect(importEdition(undefined, source, ADMIN, NOW)).toEqual({
      next: edition({ year: null, dates: {} }),
      events: [sample('CardImported')],
    });
  });

  it('changes nothing when the data are the same, published or not', () => {
    expect(importEdition(edition(), source, ADMIN, NOW)).toBeUndefined();
    expect(importEdition(edition({ status: 'published' }), source, ADMIN, NOW)).toBeUndefined();
  });

  it('replaces a draft and keeps its days', () => {
    const { next } = importEdition(edition(), { ...source, hash: 'h2' }, ADMIN, NOW) ?? {};
    expect(next).toEqual(edition({ sourceHash: 'h2' }));
  });

  it('drops days of periods that the new card does not have', () => {
    const card = cardOf(subtask({ period: 'half' }), subtask({ code: '1.1.3' }));
    const { next } = importEdition(edition(), { ...source, card, hash: 'h2' }, ADMIN, NOW) ?? {};
    expect(next?.dates).toEqual({});
  });

  it('never touches a published edition', () => {
    expect(refusalOf(() => importEdition(edition({ status: 'published' }), { ...source, hash: 'h2' }, ADMIN, NOW))).toBe('edition.published');
  });
});

describe('the id of a version', () => {
  it.each([[1, '2024'], [2, '2024:2'], [11, '2024:11']])('of version %d is %s', (version, id) => expect(versionId('2024', version)).toBe(id));
});

describe('setting the days of a card', () => {
  it('takes the proposed ones for the year and tells it', () => {
    expect(setDates(edition({ year: null, dates: {} }), 2026, proposed, [], ADMIN)).toEqual({
      next: edition(),
      events: [{ ...sample('CardDatesSet'), payload: { edition: '2024', year: 2026, version: 1 } }],
    });
  });

  it('lets changes overrule the proposed ones', () => {
    const changed = { ...days, dueOn: '2026-06-01' };
    expect(setDates(edition(), 2026, proposed, [{ subtask: '1.1.2', ...changed }], ADMIN)).toEqual({
      next: edition({ dates: { '1.1.2': [{ ...said, dueOn: '2026-06-01' }] } }),
      events: [sample('CardDatesSet')],
    });
  });

  it.each([
    ['opens', { opensOn: '2026-01-16' }, ['date.set_by_agency', 'rule', 'rule']],
    ['is due, with what is counted from it', { dueOn: '2026-06-01' }, ['rule', 'date.set_by_agency', 'date.set_by_agency']],
    ['locks', { lockedOn: '2026-06-15' }, ['rule', 'rule', 'date.set_by_agency']],
    ['stays as it is', {}, ['rule', 'rule', 'rule']],
  ])('keeps the reasons of the days that stay: it %s', (_, change, codes) => {
    const rule = { code: 'rule', data: {} };
    const ruled = { '1.1.2': [{ ...days, reasons: { opens: rule, due: rule, locked: rule } }] };
    const [set] = setDates(edition({ dates: ruled }), 2026, {}, [{ subtask: '1.1.2', ...days, ...change }], ADMIN).next.dates['1.1.2'] ?? [];
    expect([set?.reasons?.opens.code, set?.reasons?.due.code, set?.reasons?.locked.code]).toEqual(codes);
  });

  it('keeps earlier changes of the year, and forgets them for another year', () => {
    const kept = edition({ dates: { '1.1.2': [{ ...days, dueOn: '2026-06-01' }] } });
    expect(setDates(kept, 2026, proposed, [], ADMIN).next.dates).toEqual(kept.dates);
    const next = { '1.1.2': [{ period: '2027', opensOn: '2027-01-15', dueOn: '2027-05-28', lockedOn: '2027-06-11' }] };
    expect(setDates(kept, 2027, next, [], ADMIN).next).toMatchObject({ year: 2027, dates: next });
  });

  it('keeps the periods in order', () => {
    const halves = edition({ card: cardOf(subtask({ period: 'half' })), dates: {} });
    const half = (period: string) => ({ ...days, period, subtask: '1.1.2' });
    const { dates } = setDates(halves, 2026, {}, [half('2026-H2'), half('2026-H1')], ADMIN).next;
    expect(dates['1.1.2']?.map(({ period }) => period)).toEqual(['2026-H1', '2026-H2']);
  });

  it.each([
    ['an unknown subtask', { subtask: '9.9.9' }, 'edition.unknown_period'],
    ['a period of another year', { period: '2025' }, 'edition.unknown_period'],
    ['a period of another frequency', { period: '2026-Q1' }, 'edition.unknown_period'],
    ['due before it opens', { dueOn: '2026-01-14' }, 'edition.dates_disordered'],
    ['locked before it is due', { lockedOn: '2026-05-28' }, 'edition.dates_disordered'],
  ])('refuses %s', (_, change, code) => {
    expect(refusalOf(() => setDates(edition(), 2026, proposed, [{ subtask: '1.1.2', ...days, ...change }], ADMIN))).toBe(code);
  });

  it('accepts that all three are one day', () => {
    const one = { period: '2026', opensOn: '2026-05-29', dueOn: '2026-05-29', lockedOn: '2026-05-29' };
    expect(refusalOf(() => setDates(edition(), 2026, proposed, [{ subtask: '1.1.2', ...one }], ADMIN))).toBeUndefined();
  });

  it('asks for no days of what is done per person or per analysis', () => {
    const card = cardOf(subtask(), subtask({ code: '1.1.3', period: 'analysis' }), subtask({ code: '1.1.4', period: 'person' }));
    expect(sendForReview(edition({ card }), ADMIN).next.status).toBe('in-review');
    const change = { subtask: '1.1.3', ...days, period: '2026-analysis-7' };
    expect(refusalOf(() => setDates(edition({ card }), 2026, proposed, [change], ADMIN))).toBe('edition.unknown_period');
  });

  it.each([
    ['published', { status: 'published' }, 'edition.published'],
    ['under review', { status: 'in-review' }, 'edition.in_review'],
    ['an amendment of another year', { cardVersion: 2, year: 2025 }, 'edition.other_year'],
  ] as const)('is refused when it is %s', (_, change, code) => {
    expect(refusalOf(() => setDates(edition(change), 2026, proposed, [], ADMIN))).toBe(code);
  });
});
