import { readFileSync } from 'node:fs';
import { type Chairs, type Head, type Lifetime, noChairs } from './chairs.js';
import { appointHead, appointHeads, endTenure, type HeadDraft, headDraft } from './head.js';

const sample = JSON.parse(readFileSync(new URL('../../../../proto/organisations/v1/samples/HeadAppointed.json', import.meta.url), 'utf8'));
const LIVING: Lifetime = { validFrom: '2021-01-01', validUntil: null };
const BODY = 'akimat-kostanay-auliekol';
const ACTING = { orderNumber: '7-ж', orderDate: '2026-01-06' };
const REASON = 'Переведён на другую работу';

const acting = headDraft(`${BODY}:2`, {
  personName: { kk: 'А.Б. Серіков', ru: 'А.Б. Сериков' },
  position: { kk: 'Әулиекөл ауданы әкімінің м.а.', ru: 'И.о. акима Аулиекольского района' },
  level: 'akim',
  acting: ACTING,
  from: '2026-01-09',
  until: '2026-02-28',
});
const draft = (id: string, fields: Partial<HeadDraft> = {}): HeadDraft => ({
  id,
  personName: { kk: id, ru: id },
  position: { kk: 'Аким', ru: 'Аким' },
  level: 'akim',
  acting: null,
  from: '2024-01-01',
  until: null,
  ...fields,
});
/** The register after these appointments, one after another. */
const after = (...drafts: HeadDraft[]): Chairs => drafts.reduce((chairs, one) => appointHead(chairs, one, LIVING).next, noChairs(BODY));
const times = ({ heads }: Chairs) => heads.map(({ id, chairId, until }) => [id, chairId, until]);
const deputy = (id: string, position: string, fields: Partial<HeadDraft> = {}) => draft(id, { level: 'deputy', position: { kk: position, ru: position }, ...fields });

describe('appointing a head', () => {
  it('enters him with the order by which he acts and tells it, and opens the chair where there was none', () => {
    const { next, events } = appointHead(noChairs(BODY), acting, LIVING);
    expect(events).toEqual([sample]);
    expect(next.chairs).toEqual([{ id: 'akim', level: 'akim', position: acting.position, from: '2026-01-09', until: null }]);
    expect(next.heads).toEqual([{ ...acting, chairId: 'akim' }]);
  });

  it('ends the time of the one before on the day before, and tells both', () => {
    const before = after(draft('old'), draft('deputy', { level: 'deputy' }));
    const { next, events } = appointHead(before, draft('new', { from: '2026-03-01' }), LIVING);
    expect(times(next)).toEqual([
      ['old', 'akim', '2026-02-28'],
      ['deputy', 'deputy-1', null],
      ['new', 'akim', null],
    ]);
    expect(events.map(({ payload }) => [payload['headId'], payload['until']])).toEqual([
      ['old', '2026-02-28'],
      ['new', undefined],
    ]);
  });

  it.each([
    ['somebody who acts by order', draft('new', { from: '2026-03-01', acting: ACTING })],
    ['one of an earlier time', draft('new', { from: '2020-01-01', until: '2023-12-31' })],
    ['one of another level', draft('new', { level: 'head-of-apparatus' })],
  ])('leaves the holder in the chair beside %s', (_, added) => {
    const before = after(draft('old'));
    expect(appointHead(before, added, LIVING).next.heads[0]).toEqual(before.heads[0]);
  });

  it('makes a chair as old as its oldest holder', () => {
    expect(after(draft('old'), draft('older', { from: '2020-01-01', until: '2023-12-31' })).chairs).toMatchObject([{ from: '2020-01-01' }]);
  });

  it('takes the chair of a deputy by the position, and opens one for another position', () => {
    const deputies = after(deputy('economy', 'По экономике'), deputy('social', 'По соцвопросам'), deputy('next', 'по экономике ', { from: '2025-01-01' }));
    expect(times(deputies)).toEqual([
      ['economy', 'deputy-1', '2024-12-31'],
      ['social', 'deputy-2', null],
      ['next', 'deputy-1', null],
    ]);
  });

  it('gives a chair opened again a name of its own', () => {
    const abolished = { ...after(draft('old', { until: '2024-12-31' })) };
    const again = { ...abolished, chairs: abolished.chairs.map((chair) => ({ ...chair, until: '2024-12-31' })) };
    expect(times(appointHead(again, draft('new', { from: '2026-01-01' }), LIVING).next).at(-1)).toEqual(['new', 'akim-2', null]);
  });

  it.each([
    ['head.wrong_dates', draft('a', { until: '2023-12-31' }), LIVING],
    ['head.body_closed', draft('a'), { ...LIVING, validUntil: '2023-12-31' }],
    ['head.already_appointed', draft('old'), LIVING],
    ['head.already_appointed', draft('other-id', { personName: { kk: 'old', ru: 'old' } }), LIVING],
    ['head.overlap', draft('another', { from: '2024-01-01' }), LIVING],
    ['head.overlap', draft('another', { from: '2023-01-01' }), LIVING],
    ['head.unknown_chair', draft('a', { chairId: 'akim-7' }), LIVING],
    ['head.unknown_chair', draft('a', { chairId: 'akim', level: 'deputy' }), LIVING],
  ])('is refused: %s', (code, refused, body) => {
    const before = after(draft('old', { personName: { kk: 'А. old', ru: 'А. old' } }));
    const named = refused.personName.ru === 'old' ? { ...refused, personName: { kk: 'А.Б. Old', ru: 'Old А.Б.' } } : refused;
    expect(() => appointHead(before, named, body)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['А.Б. Серіков', 'Сериков Аскар Болатович', '2026-03-01'],
    ['С.Ә. Қожахметов', 'С. Кожахметов', '2024-01-01'],
  ])('knows the holder in another spelling: %s is %s', (kk, ru, from) => {
    const before = after(draft('old', { personName: { kk, ru: kk } }));
    expect(() => appointHead(before, draft('again', { personName: { kk: ru, ru }, from }), LIVING)).toThrow(
      expect.objectContaining({ code: 'head.already_appointed', data: { headId: 'old', from: '2024-01-01' } }),
    );
  });

  it('refuses a holder beside one whose end is settled later: nothing is corrected silently', () => {
    const before = after(draft('old', { until: '2026-12-31' }));
    expect(() => appointHead(before, draft('new', { from: '2026-03-01' }), LIVING)).toThrow(expect.objectContaining({ code: 'head.overlap' }));
  });

  it('refuses two who act in one chair on one day, not one after the other', () => {
    const before = after(draft('holder'), acting);
    const second = { ...acting, id: 'second', personName: { kk: 'Б', ru: 'Б' } };
    expect(() => appointHead(before, { ...second, from: '2026-02-28', until: null }, LIVING)).toThrow(expect.objectContaining({ code: 'head.acting_twice' }));
    expect(times(appointHead(before, { ...second, from: '2026-03-01', until: null }, LIVING).next)).toHaveLength(3);
  });

  it('asks which chair where several fit', () => {
    const two = after(deputy('one', 'Заместитель'));
    const chairs = { ...two, chairs: [...two.chairs, { ...two.chairs[0]!, id: 'deputy-2' }] };
    const third = deputy('three', 'Заместитель', { from: '2025-01-01' });
    expect(() => appointHead(chairs, third, LIVING)).toThrow(expect.objectContaining({ code: 'head.chair_needed' }));
    expect(times(appointHead(chairs, { ...third, chairId: 'deputy-2' }, LIVING).next).at(-1)).toEqual(['three', 'deputy-2', null]);
  });

  it('imports a history oldest first', () => {
    const { next } = appointHeads(noChairs(BODY), [draft('second', { from: '2025-01-01' }), draft('first')], LIVING);
    expect(times(next)).toEqual([
      ['first', 'akim', '2024-12-31'],
      ['second', 'akim', null],
    ]);
  });
});

describe('ending the time of a head', () => {
  const chairs = after(draft('holder'), acting);
  const end = (headId: string, until: string) => endTenure(chairs, headId, { until, reason: REASON });

  it('settles the last day and tells it with the reason', () => {
    const { next, events } = end('holder', '2026-03-31');
    expect(times(next)[0]).toEqual(['holder', 'akim', '2026-03-31']);
    expect(events.map(({ payload }) => payload)).toMatchObject([{ headId: 'holder', chairId: 'akim', until: '2026-03-31', reason: REASON }]);
  });

  it('may be earlier than the order of acting says', () => {
    const acts = (head: Head) => head.id === acting.id;
    expect(end(acting.id, '2026-01-31').next.heads.find(acts)?.until).toBe('2026-01-31');
  });

  it.each([
    ['head.not_found', 'nobody', '2026-03-31'],
    ['head.wrong_dates', 'holder', '2023-12-31'],
    ['head.already_ended', acting.id, '2026-02-28'],
    ['head.already_ended', acting.id, '2026-05-01'],
  ])('is refused: %s (%s, %s)', (code, headId, until) => {
    expect(() => end(headId, until)).toThrow(expect.objectContaining({ code }));
  });
});
