import { type Body, entitledOn, type Head, isLiving, reportingLine, reportsTo } from './body.js';

const body = (id: string, fields: Partial<Body> = {}): Body => ({
  id,
  kind: 'central',
  name: { kk: id, ru: id },
  names: [],
  legalForm: null,
  successorIds: [],
  bin: null,
  parentId: null,
  ancestorIds: [],
  supervisorIds: [],
  regionId: null,
  validFrom: '2022-01-01',
  validUntil: null,
  ...fields,
});

const agency = body('agency', { kind: 'agency' });
const region = body('akimat-kostanay', { parentId: 'agency', ancestorIds: ['agency'] });
const district = body('akimat-kostanay-auliekol', { parentId: region.id, ancestorIds: [region.id, 'agency'] });
const ministry = body('cgo-mf', { parentId: 'agency', ancestorIds: ['agency'] });
const entity = body('qs-1', { kind: 'quasi-state', supervisorIds: [region.id, ministry.id] });

describe('the reporting line', () => {
  it.each([
    ['the Agency reports to nobody', agency, [], null, []],
    ['a region reports to the Agency', region, [], 'agency', ['agency']],
    ['a district reports to its region', district, [], region.id, [region.id, 'agency']],
    ['an entity reports to its first supervisor', entity, [ministry, region], region.id, [region.id, 'agency']],
    ['an entity whose supervisor is not known yet', entity, [], region.id, [region.id]],
  ] as [string, Body, Body[], string | null, string[]][])('%s', (_, one, supervisors, first, line) => {
    expect(reportsTo(one)).toBe(first);
    expect(reportingLine(one, supervisors)).toEqual(line);
  });
});

describe('who was entitled to sign on a day', () => {
  const head = (id: string, level: Head['level'], from: string, until: string | null): Head => ({
    id,
    organisationId: district.id,
    chairId: level,
    personName: { kk: id, ru: id },
    position: { kk: id, ru: id },
    level,
    acting: null,
    from,
    until,
  });
  const heads = [
    head('retired', 'akim', '2023-01-01', '2026-03-31'),
    head('present', 'akim', '2026-04-01', null),
    head('apparatus', 'head-of-apparatus', '2025-01-01', null),
  ];

  it.each([
    ['2026-03-31', ['akim'], ['retired']],
    ['2026-04-01', ['akim'], ['present']],
    ['2026-04-01', ['akim', 'head-of-apparatus'], ['present', 'apparatus']],
    ['2022-12-31', ['akim', 'head-of-apparatus'], []],
    ['2026-04-01', ['deputy'], []],
  ] as [string, Head['level'][], string[]][])('on %s of %j: %j', (day, levels, ids) => {
    expect(entitledOn(heads, day, levels).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a living body', () => {
  it.each([
    ['2021-12-31', false],
    ['2022-01-01', true],
    ['2026-10-31', true],
    ['2026-11-01', false],
  ])('on %s: %s', (day, living) => {
    expect(isLiving(body('x', { validUntil: '2026-10-31' }), day)).toBe(living);
  });
});
