import { readFileSync } from 'node:fs';
import { abolishChair, openChair } from './chair.js';
import { type Chairs, type Lifetime, noChairs } from './chairs.js';
import { appointHead, type HeadDraft } from './head.js';
import { viewChair, withVacancies } from './vacancy.js';

const sample = (name: string) => JSON.parse(readFileSync(new URL(`../../../../proto/organisations/v1/samples/${name}.json`, import.meta.url), 'utf8'));
const LIVING: Lifetime = { validFrom: '2021-01-01', validUntil: null };
const BODY = 'akimat-kostanay-auliekol';
const POSITION = { kk: 'Әулиекөл ауданы әкімінің орынбасары', ru: 'Заместитель акима Аулиекольского района' };
const DEPUTY = { level: 'deputy', position: POSITION, from: '2026-01-09' } as const;
const REASON = 'Штат сокращён решением маслихата';
const open = (...chairs: Parameters<typeof openChair>[1][]): Chairs => chairs.reduce((known, wanted) => openChair(known, wanted, LIVING).next, noChairs(BODY));
const holder = (id: string, from: string, until: string | null, fields: Partial<HeadDraft> = {}): HeadDraft => ({
  ...{ id, personName: { kk: id, ru: id }, position: POSITION, level: 'akim', acting: null, from, until },
  ...fields,
});
const akimat = (...holders: HeadDraft[]): Chairs =>
  holders.reduce((chairs, one) => appointHead(chairs, one, LIVING).next, open({ level: 'akim', position: POSITION, from: '2021-01-01' }));

describe('opening a chair', () => {
  it('gives it a place among those of its level and tells it', () => {
    const { next, events } = openChair(open({ ...DEPUTY, from: '2021-01-01' }), DEPUTY, LIVING);
    expect(next.chairs.map(({ id }) => id)).toEqual(['deputy-1', 'deputy-2']);
    expect(events).toEqual([sample('ChairOpened')]);
  });

  it.each(['first-head', 'akim', 'head-of-apparatus'] as const)('is done once for %s', (level) => {
    const known = open({ ...DEPUTY, level });
    expect(() => openChair(known, { ...DEPUTY, level, from: '2027-01-01' }, LIVING)).toThrow(expect.objectContaining({ code: 'chair.only_one' }));
  });

  it('is done again after the only one was abolished', () => {
    const { next } = abolishChair(open({ ...DEPUTY, level: 'akim' }), 'akim', { until: '2026-06-30', reason: REASON });
    expect(openChair(next, { ...DEPUTY, level: 'akim', from: '2026-07-01' }, LIVING).next.chairs.at(-1)).toMatchObject({ id: 'akim-2', until: null });
  });

  it('is refused in a closed body', () => {
    expect(() => openChair(noChairs(BODY), DEPUTY, { ...LIVING, validUntil: '2026-01-08' })).toThrow(expect.objectContaining({ code: 'head.body_closed' }));
  });
});

describe('abolishing a chair', () => {
  const known = openChair(open({ ...DEPUTY, from: '2021-01-01' }), DEPUTY, LIVING).next;

  it('is told', () => {
    const { next, events } = abolishChair(known, 'deputy-2', { until: '2026-06-30', reason: REASON });
    expect(next.chairs.map(({ until }) => until)).toEqual([null, '2026-06-30']);
    expect(events).toEqual([sample('ChairAbolished')]);
  });

  it('ends the time of those who sit there and leaves the past', () => {
    const acting = { orderNumber: '1', orderDate: '2026-06-01' };
    const chairs = akimat(holder('past', '2021-01-01', '2023-12-31'), holder('now', '2024-01-01', null), holder('acts', '2026-06-01', '2026-08-31', { acting }));
    const { next, events } = abolishChair(chairs, 'akim', { until: '2026-06-30', reason: REASON });
    expect(next.heads.map(({ until }) => until)).toEqual(['2023-12-31', '2026-06-30', '2026-06-30']);
    expect(events.map(({ type, payload }) => [type.split('.').at(-1), payload['headId'], payload['reason']])).toEqual([
      ['HeadAppointed', 'now', REASON],
      ['HeadAppointed', 'acts', REASON],
      ['ChairAbolished', undefined, REASON],
    ]);
  });

  it.each([
    ['chair.not_found', known, 'deputy-3', '2026-06-30'],
    ['chair.wrong_dates', known, 'deputy-2', '2026-01-08'],
    ['chair.abolished', abolishChair(known, 'deputy-2', { until: '2026-06-30', reason: REASON }).next, 'deputy-2', '2026-06-30'],
    ['chair.held_later', akimat(holder('later', '2026-07-01', null)), 'akim', '2026-06-30'],
  ] as [string, Chairs, string, string][])('is refused: %s', (code, chairs, chairId, until) => {
    expect(() => abolishChair(chairs, chairId, { until, reason: REASON })).toThrow(expect.objectContaining({ code }));
  });

  it('lets nobody sit there after its last day', () => {
    const { next } = abolishChair(akimat(), 'akim', { until: '2026-06-30', reason: REASON });
    const late = (until: string | null) => () => appointHead(next, holder('late', '2026-06-01', until, { chairId: 'akim' }), LIVING);
    expect(late(null)).toThrow(expect.objectContaining({ code: 'chair.abolished' }));
    expect(late('2026-06-30')).not.toThrow();
  });
});

describe('a vacant chair', () => {
  const order = { acting: { orderNumber: '7-ж', orderDate: '2026-01-06' } };
  const left = holder('left', '2021-01-01', '2025-12-31');
  const acts = holder('acts', '2026-01-09', '2026-02-28', order);
  const on = (chairs: Chairs, day: string, isLiving = true) => {
    const { vacant, vacantSince } = viewChair(chairs.chairs[0]!, chairs.heads, { day, isLiving });
    return [vacant, vacantSince];
  };

  it.each([
    ['before anybody was appointed', akimat(), '2026-01-01', true, null],
    ['while it is held', akimat(left), '2025-12-31', false, null],
    ['since its holder left', akimat(left), '2026-01-05', true, '2026-01-01'],
    ['not while somebody acts by order', akimat(left, acts), '2026-02-28', false, null],
    ['since the order ran out', akimat(left, acts), '2026-03-01', true, '2026-03-01'],
    ['not before it was opened', akimat(), '2020-12-31', false, null],
    ['with a holder who only comes', akimat(left, holder('next', '2026-05-01', null)), '2026-04-30', true, '2026-01-01'],
  ] as [string, Chairs, string, boolean, string | null][])('%s', (_, chairs, day, vacant, since) => {
    expect(on(chairs, day)).toEqual([vacant, since]);
  });

  it('is none in a body that is no more', () => expect(on(akimat(left), '2026-01-05', false)).toEqual([false, null]));

  it('shows its holders newest first', () => {
    const { chairs, heads } = akimat(left, acts);
    expect(viewChair(chairs[0]!, heads, { day: '2026-01-09', isLiving: true }).holders.map(({ id }) => id)).toEqual(['acts', 'left']);
  });

  it.each([
    ['2025-12-31', [], '2026-01-01'],
    ['2026-01-05', [{ chairId: 'akim', level: 'akim', position: POSITION, since: '2026-01-01' }], '2026-01-09'],
    ['2026-01-09', [], '2026-03-01'],
    ['2026-03-01', [{ chairId: 'akim', level: 'akim', position: POSITION, since: '2026-03-01' }], null],
  ])('is kept for the list as it is on %s, with the day of the next look', (day, vacancies, lookAgainOn) => {
    const { next } = withVacancies({ next: akimat(left, acts), events: [] }, day);
    expect(next).toMatchObject({ vacancies, hasVacancy: vacancies.length > 0, lookAgainOn });
  });

  it('is listed for those who answer for the body alone', () => {
    expect(withVacancies({ next: open(DEPUTY, { ...DEPUTY, level: 'ethics-officer' }), events: [] }, '2026-02-01').next.vacancies).toEqual([]);
  });
});
