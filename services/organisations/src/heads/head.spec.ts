import { readFileSync } from 'node:fs';
import { appointHead, appointHeads, type Chairs, type Head, headOf } from './head.js';

const sample = JSON.parse(readFileSync(new URL('../../../../proto/organisations/v1/samples/HeadAppointed.json', import.meta.url), 'utf8'));
const LIVING = { validFrom: '2021-01-01', validUntil: null };
const NOBODY: Chairs = { id: 'akimat-kostanay-auliekol', heads: [] };

const acting: Head = headOf('akimat-kostanay-auliekol:2', {
  personName: { kk: 'А.Б. Серіков', ru: 'А.Б. Сериков' },
  position: { kk: 'Әулиекөл ауданы әкімінің м.а.', ru: 'И.о. акима Аулиекольского района' },
  level: 'akim',
  acting: { orderNumber: '7-ж', orderDate: '2026-01-06' },
  from: '2026-01-09',
  until: '2026-02-28',
});
const head = (id: string, fields: Partial<Head> = {}): Head => ({
  id,
  chairId: fields.level ?? 'akim',
  personName: { kk: id, ru: id },
  position: { kk: 'Аким', ru: 'Аким' },
  level: 'akim',
  acting: null,
  from: '2024-01-01',
  until: null,
  ...fields,
});

describe('appointing a head', () => {
  it('enters him with the order by which he acts and tells it', () => {
    expect(appointHead(NOBODY, acting, LIVING)).toEqual({ next: { ...NOBODY, heads: [acting] }, events: [sample] });
  });

  it('ends the time of the one before on the day before, and tells both', () => {
    const before = { ...NOBODY, heads: [head('old'), head('deputy', { level: 'deputy' })] };
    const { next, events } = appointHead(before, head('new', { from: '2026-03-01' }), LIVING);
    expect(next.heads.map(({ id, until }) => [id, until])).toEqual([
      ['old', '2026-02-28'],
      ['deputy', null],
      ['new', null],
    ]);
    expect(events.map(({ payload }) => [payload['headId'], payload['until']])).toEqual([
      ['old', '2026-02-28'],
      ['new', undefined],
    ]);
  });

  it.each([
    ['somebody who acts by order', head('new', { from: '2026-03-01', acting: { orderNumber: '1', orderDate: '2026-02-27' } })],
    ['another deputy', head('new', { from: '2026-03-01', level: 'deputy' })],
    ['one of an earlier time', head('new', { from: '2020-01-01', until: '2023-12-31' })],
  ])('leaves the holder in the chair beside %s', (_, added) => {
    const before = { ...NOBODY, heads: [head('old', { level: added.level })] };
    expect(appointHead(before, added, LIVING).next.heads[0]).toEqual(before.heads[0]);
  });

  it.each([
    ['head.wrong_dates', head('a', { until: '2023-12-31' }), LIVING],
    ['head.body_closed', head('a'), { validFrom: '2021-01-01', validUntil: '2023-12-31' }],
    ['head.already_appointed', head('old'), LIVING],
    ['head.already_appointed', head('other-id', { personName: { kk: 'old', ru: 'old' } }), LIVING],
  ])('is refused: %s', (code, refused, body) => {
    expect(() => appointHead({ ...NOBODY, heads: [head('old')] }, refused, body)).toThrow(expect.objectContaining({ code }));
  });

  it('imports a history oldest first', () => {
    const { next } = appointHeads(NOBODY, [head('second', { from: '2025-01-01' }), head('first')], LIVING);
    expect(next.heads.map(({ id, until }) => [id, until])).toEqual([
      ['first', '2024-12-31'],
      ['second', null],
    ]);
  });
});
