import { readFileSync } from 'node:fs';
import { supervised } from '@aigaq/kernel';
import { type Body, type BodyDraft, registerBody, searchKey } from './body.js';

const sample = JSON.parse(
  readFileSync(new URL('../../../../proto/organisations/v1/samples/OrganisationRegistered.json', import.meta.url), 'utf8'),
);
const draft = (fields: Partial<BodyDraft>): BodyDraft => ({
  id: 'akimat-kostanay-auliekol',
  kind: 'akimat-district',
  name: { kk: 'Әулиекөл ауданының әкімдігі', ru: 'Акимат Аулиекольского района' },
  bin: null,
  parentId: 'akimat-kostanay',
  supervisorIds: [],
  regionId: 'kostanay',
  validFrom: '2021-01-01',
  ...fields,
});
const agency = registerBody(draft({ id: 'agency', kind: 'agency', parentId: null, regionId: null }), nothing()).next;
const region = registerBody(draft({ id: 'akimat-kostanay', kind: 'akimat-region', parentId: 'agency' }), under(agency)).next;
const ministry = registerBody(draft({ id: 'cgo-mf', kind: 'central', parentId: 'agency' }), under(agency)).next;
const entity = draft({ id: 'qs-980140900002', kind: 'quasi-state', bin: '980140900002', parentId: null });

function nothing() {
  return { parent: undefined, ancestors: [], supervisors: [] };
}
function under(parent: Body) {
  return { parent, ancestors: [parent], supervisors: [] };
}

describe('registering a body', () => {
  it('puts it into its place in the tree and tells all that a copy needs', () => {
    const { next, events } = registerBody(draft({}), under(region));
    expect(next).toEqual({
      ...draft({}),
      organisationId: 'akimat-kostanay-auliekol',
      ancestorIds: ['akimat-kostanay', 'agency'],
      validUntil: null,
      scope: ['akimat-kostanay-auliekol', 'akimat-kostanay', 'agency'],
      searchKey: 'әулиекөл ауданының әкімдігі акимат аулиекольского района',
    });
    expect(events).toEqual([sample]);
  });

  it('lets those who supervise an entity, and those above them, look at it', () => {
    const wanted = { ...entity, supervisorIds: ['akimat-kostanay', 'cgo-mf'] };
    const { next } = registerBody(wanted, { ...nothing(), supervisors: [region, ministry] });
    expect(next.scope).toEqual(['qs-980140900002', ...['akimat-kostanay', 'agency', 'cgo-mf'].map(supervised)]);
  });

  it.each([
    ['body.unknown_parent', draft({}), []],
    ['body.bad_bin', { ...entity, bin: '980140900003', supervisorIds: ['akimat-kostanay'] }, [region]],
    ['body.no_supervisor', entity, []],
    ['body.unknown_supervisor', { ...entity, supervisorIds: ['akimat-kostanay', 'cgo-mf'] }, [region]],
  ] as [string, BodyDraft, Body[]][])('is refused: %s', (code, refused, supervisors) => {
    expect(() => registerBody(refused, { ...nothing(), supervisors })).toThrow(expect.objectContaining({ code }));
  });
});

describe('what is searched', () => {
  it.each([
    ['  ҚОСТАНАЙ   Облысы ', 'қостанай облысы'],
    ['Королёв', 'королев'],
  ])('%j is %j', (text, key) => expect(searchKey(text)).toBe(key));
});
