import { supervised } from '@aigaq/kernel';
import type { KeptBody } from './body-changes.js';
import type { Sight } from '../ordered-index.js';
import { RegisterIndex } from './register-index.js';

const TODAY = '2026-10-12';
type BodySight = Sight<KeptBody>;
const ALL: BodySight = { roots: 'all', sees: () => true };
const under = (root: string): BodySight => ({ roots: [root], sees: ({ scope }) => scope.includes(root) || scope.includes(supervised(root)) });

const body = (id: string, fields: Partial<KeptBody> = {}): [string, { value: KeptBody }] => [
  id,
  {
    value: {
    ...{ id, organisationId: id, kind: 'akimat-district', legalForm: null, bin: null, regionId: null, validFrom: '2021-01-01', validUntil: null },
    ...{ successorIds: [], names: [], parents: [], supervisors: [], name: { kk: id, ru: id }, shortName: { kk: '', ru: '' } },
    ...{ parentId: null, ancestorIds: [], supervisorIds: [], scope: [id], searchWords: [], turnsOn: null, version: 1 },
    ...fields,
    },
  },
];
const index = new RegisterIndex(
  new Map([
    body('region-b', { kind: 'akimat-region', scope: ['region-b'] }),
    body('region-a', { kind: 'akimat-region', regionId: 'a', searchWords: ['қостанай', 'облысы'] }),
    body('district-2', { parentId: 'region-a', regionId: 'a', scope: ['district-2', 'region-a'], searchWords: ['қостанай', 'ауданы'] }),
    body('district-1', { parentId: 'region-a', regionId: 'a', scope: ['district-1', 'region-a'], searchWords: ['костанайский', 'район'] }),
    body('closed', { parentId: 'region-b', scope: ['closed', 'region-b'], validUntil: '2025-12-31', successorIds: ['district-1'] }),
    body('company', { kind: 'quasi-state', supervisorIds: ['region-a'], scope: ['company', supervised('region-a')] }),
  ]),
);
const query = { limit: 50, closed: false };
const ids = (sight: BodySight, more: object = {}): string[] => index.page(sight, { ...query, ...more }, TODAY).map(({ id }) => id);

describe('a list of bodies', () => {
  it.each<[string, BodySight, object, string[]]>([
    ['the country in order, without what was closed', ALL, {}, ['company', 'district-1', 'district-2', 'region-a', 'region-b']],
    ['what is under a body, and what it supervises', under('region-a'), {}, ['company', 'district-1', 'district-2', 'region-a']],
    ['what was closed too', under('region-b'), { closed: true }, ['closed', 'region-b']],
    ['what follows a cursor, and one more than asked for', ALL, { cursor: 'company', limit: 1 }, ['district-1', 'district-2']],
    ['children', ALL, { parentId: 'region-a' }, ['district-1', 'district-2']],
    ['what has neither superior nor supervisor', ALL, { parentId: 'none' }, ['region-a', 'region-b']],
    ['what a body supervises', ALL, { supervisorId: 'region-a' }, ['company']],
    ['one kind of one region', ALL, { kind: 'akimat-district', regionId: 'a' }, ['district-1', 'district-2']],
    ['beginnings of words', ALL, { search: 'ҚОСТ' }, ['district-2', 'region-a']],
    ['all words of a search', ALL, { search: 'қостанай аудан' }, ['district-2']],
    ['nothing where no word begins so', ALL, { search: 'станай' }, []],
    ['nothing of signs alone', ALL, { search: '«»' }, []],
    ['of what was searched only what may be seen', under('region-b'), { search: 'қостанай' }, []],
  ])('has %s', (_, sight, more, expected) => expect(ids(sight, more)).toEqual(expected));
});

describe('one body', () => {
  it('is found by those who may see it', () => {
    expect(index.find('district-1', under('region-a'))?.id).toBe('district-1');
    expect(index.find('district-1', under('region-b'))).toBeUndefined();
    expect(index.find('nothing', ALL)).toBeUndefined();
  });

  it('has living children or not, and comes out of those that it succeeded', () => {
    expect([index.hasChildren('region-a', TODAY), index.hasChildren('region-b', TODAY), index.hasChildren('region-b', '2025-12-31')]).toEqual([true, false, true]);
    expect(index.predecessorsOf('district-1').map(({ id }) => id)).toEqual(['closed']);
  });
});
