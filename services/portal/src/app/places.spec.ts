import type { MeView } from '@aigaq/api';
import { navigationOf, startPath } from './places.js';

type Held = MeView['memberships'][number];

const held = (role: Held['role'], id: string, kind: Held['organisation']['kind']): Held => ({
  role,
  organisation: { id, name: { kk: id, ru: id }, kind },
});
const me = (memberships: Held[], acts: string[] = []): MeView => ({ id: 'p', name: 'P', memberships, acts });

describe('where the day begins', () => {
  it.each<[string, Held[]]>([
    ['/queue', [held('executor', 'akimat-kostanay-auliekol', 'akimat-district')]],
    ['/review', [held('executor', 'akimat-kostanay', 'akimat-region'), held('coordinator', 'akimat-kostanay', 'akimat-region')]],
    ['/review', [held('curator', 'agency', 'agency')]],
    ['/card', [held('agency-admin', 'agency', 'agency')]],
    ['/overview/agency', [held('analyst', 'agency', 'agency')]],
    ['/overview/akimat-kostanay', [held('head', 'akimat-kostanay', 'akimat-region')]],
    ['/compliance/qs-1', [held('compliance-officer', 'qs-1', 'quasi-state')]],
    ['/audit', [held('auditor', 'agency', 'agency')]],
    ['/inbox', []],
  ])('%s', (path, memberships) => {
    expect(startPath(me(memberships))).toBe(path);
  });
});

describe('the menu', () => {
  it('offers what the person may do, and the inbox to everybody', () => {
    const executor = me([held('executor', 'a', 'akimat-district')], ['assignment.submit', 'overview.read']);
    expect(navigationOf(executor)).toEqual([
      { key: 'queue', path: '/queue' },
      { key: 'overview', path: '/overview/a' },
      { key: 'inbox', path: '/inbox' },
    ]);
    expect(navigationOf(me([])).map(({ key }) => key)).toEqual(['inbox']);
  });

  it('leads everybody who reads the card to its calendar', () => {
    expect(navigationOf(me([], ['card.read'])).map(({ path }) => path)).toEqual(['/calendar', '/inbox']);
  });

  it('leads to the register, accounts, recertification and name lists by their acts', () => {
    const acts = ['body.read', 'accounts.read', 'recertification.answer', 'clearance.manage'];
    expect(navigationOf(me([], acts)).map(({ path }) => path)).toEqual(['/bodies', '/accounts', '/recertification', '/clearances', '/inbox']);
  });
});
