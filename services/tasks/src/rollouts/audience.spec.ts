import { loadBodyGroups, loadOrganisations } from '@aigaq/reference';
import fc from 'fast-check';
import { audienceOf, expandGroup, isInAudience } from './audience.js';

const body = (id: string, kind: string, regionId: string | null = null, supervisorIds?: string[]) => ({ id, kind, regionId, supervisorIds });
const BODIES = [
  body('mj', 'central'),
  body('mf', 'central'),
  body('kostanay', 'akimat-region', 'kostanay'),
  body('zhambyl', 'akimat-region', 'zhambyl'),
  body('auliekol', 'akimat-district', 'kostanay'),
  body('of-ministry', 'quasi-state', 'kostanay', ['mf', 'kostanay']),
  body('of-region', 'quasi-state', 'kostanay', ['kostanay']),
  body('of-nobody', 'quasi-state', 'kostanay'),
];
const GROUPS = [
  { id: 'group-central', members: { kinds: ['central' as const] }, note: '' },
  { id: 'group-open', members: null, note: '' },
];
const ids = (audience: Parameters<typeof audienceOf>[0]) => audienceOf(audience, BODIES, GROUPS).map(({ id }) => id);

describe('whom a subtask concerns', () => {
  it.each<[string, Parameters<typeof audienceOf>[0], string[]]>([
    ['one kind', { kinds: ['central'] }, ['mj', 'mf']],
    ['several kinds, in the order of the bodies', { kinds: ['akimat-district', 'akimat-region'] }, ['kostanay', 'zhambyl', 'auliekol']],
    ['kinds of one region', { kinds: ['akimat-region', 'akimat-district'], regions: ['kostanay'] }, ['kostanay', 'auliekol']],
    ['nobody of the centre when a region is named', { kinds: ['central'], regions: ['kostanay'] }, []],
    ['kinds on one level', { kinds: ['akimat-region', 'akimat-district'], levels: ['local'] }, ['auliekol']],
    ['entities that a central body supervises, whoever else does', { kinds: ['quasi-state'], levels: ['central'] }, ['of-ministry']],
    ['entities below a region', { kinds: ['quasi-state'], levels: ['regional'] }, ['of-region']],
    ['all entities when no level is named', { kinds: ['quasi-state'] }, ['of-ministry', 'of-region', 'of-nobody']],
    ['one body by name', { kinds: [], include: ['mj'] }, ['mj']],
    ['a body by name besides a kind, wherever it is', { kinds: ['akimat-district'], regions: ['kostanay'], include: ['zhambyl'] }, ['zhambyl', 'auliekol']],
    ['a kind without one', { kinds: ['central'], exclude: ['mf'] }, ['mj']],
    ['never one that is left out, though it is named', { kinds: ['central'], include: ['mf'], exclude: ['mf'] }, ['mj']],
    ['a group by name', { kinds: ['akimat-district'], include: ['group-central'] }, ['mj', 'mf', 'auliekol']],
    ['a kind without a group', { kinds: ['central', 'akimat-district'], exclude: ['group-central'] }, ['auliekol']],
    ['nobody for a group that is open', { kinds: [], include: ['group-open'] }, []],
    ['nobody for a name that is not known', { kinds: [], include: ['nobody'] }, []],
  ])('%s', (_, audience, expected) => {
    expect(ids(audience)).toEqual(expected);
  });

  it('is decided for each body by itself as for all together', () => {
    const some = fc.record({
      kinds: fc.subarray(['central', 'akimat-region', 'akimat-district', 'quasi-state'] as const, { minLength: 1 }),
      ...Object.fromEntries(['include', 'exclude'].map((name) => [name, fc.option(fc.subarray([...BODIES.map(({ id }) => id), 'group-central'], { minLength: 1 }), { nil: undefined })])),
      levels: fc.option(fc.subarray(['central', 'regional', 'local'] as const, { minLength: 1 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(some, (audience) => {
        const together = audienceOf(audience as never, BODIES, GROUPS);
        expect(BODIES.filter((each) => isInAudience(audience as never, each, { bodies: BODIES, groups: GROUPS }))).toEqual(together);
      }),
    );
  });
});

describe('the group executors of the sources', () => {
  const bodies = loadOrganisations().map(({ id, kind, region, supervisor }) => ({ id, kind, regionId: region, ...(supervisor && { supervisorIds: [supervisor] }) }));
  const counted = (id: string) => expandGroup(loadBodyGroups().find((group) => group.id === id)!, bodies);

  it.each([
    ['group-central', 25],
    ['group-akimats', 17 + 3 + 189 + 38],
    ['group-interested-bodies', 25 + 17 + 3],
    ['group-support-bodies', 25],
  ])('%s stands for %i bodies', (id, count) => {
    expect(counted(id)).toHaveLength(count);
  });

  it('knows national companies by the central body that supervises them', () => {
    const companies = counted('group-national-companies');
    expect(companies.length).toBeGreaterThan(0);
    expect(companies.filter(({ kind, supervisorIds }) => kind !== 'quasi-state' || !supervisorIds?.[0]?.startsWith('cgo-'))).toEqual([]);
  });
});
