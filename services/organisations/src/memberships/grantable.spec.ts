import type { OrganisationKind } from '@aigaq/api';
import type { Actor, Role } from '@aigaq/kernel';
import { type GrantPlace, mayGrant, refuseUngrantable } from './grantable.js';

const place = (id: string, kind: OrganisationKind, ...above: string[]): GrantPlace => ({ id, kind, scope: [id, ...above] });
const PLACES = {
  agency: place('agency', 'agency'),
  department: place('agency-department', 'agency-department', 'agency'),
  region: place('region', 'akimat-region', 'agency'),
  district: place('district', 'akimat-district', 'region', 'agency'),
  beside: place('other-region', 'akimat-region', 'agency'),
  belowBeside: place('other-district', 'akimat-district', 'other-region', 'agency'),
  entity: place('entity', 'quasi-state', 'region', 'agency'),
  supervised: place('entity-2', 'quasi-state', 'supervised:region'),
};
const actor = (...held: [Role, string][]): Actor => ({ id: 'me', name: 'Me', memberships: held.map(([role, organisationId]) => ({ role, organisationId })) });
const ROLES: Role[] = ['agency-admin', 'curator', 'analyst', 'auditor', 'coordinator', 'executor', 'ethics-officer', 'head', 'compliance-officer'];

describe('which roles may be given where', () => {
  const working: Role[] = ['executor', 'ethics-officer', 'head'];
  it.each<[string, Actor, keyof typeof PLACES, Role[]]>([
    ['an administrator', actor(['agency-admin', 'agency']), 'agency', ['agency-admin', 'curator', 'analyst', 'auditor', ...working]],
    ['an administrator', actor(['agency-admin', 'agency']), 'department', ['agency-admin', 'curator', 'analyst', 'auditor', ...working]],
    ['an administrator', actor(['agency-admin', 'agency']), 'district', ['coordinator', ...working]],
    ['an administrator', actor(['agency-admin', 'agency']), 'entity', ['coordinator', ...working, 'compliance-officer']],
    ['a coordinator', actor(['coordinator', 'region']), 'region', working],
    ['a coordinator', actor(['coordinator', 'region']), 'district', ['coordinator', ...working]],
    ['a coordinator', actor(['coordinator', 'region']), 'entity', ['coordinator', ...working, 'compliance-officer']],
    ['a coordinator', actor(['coordinator', 'region']), 'supervised', ['coordinator', ...working, 'compliance-officer']],
    ['a coordinator of an entity', actor(['coordinator', 'entity']), 'entity', [...working, 'compliance-officer']],
    ['a coordinator', actor(['coordinator', 'region']), 'agency', []],
    ['a coordinator', actor(['coordinator', 'region']), 'beside', []],
    ['a coordinator', actor(['coordinator', 'region']), 'belowBeside', []],
    ['a coordinator of a district', actor(['coordinator', 'district']), 'region', []],
    ['a coordinator who once got into the Agency', actor(['coordinator', 'agency']), 'department', []],
    ['who is a coordinator elsewhere and an executor here', actor(['coordinator', 'other-region'], ['executor', 'region']), 'region', []],
    ['a head', actor(['head', 'region']), 'district', []],
    ['a curator', actor(['curator', 'agency']), 'district', []],
    ['an auditor', actor(['auditor', 'agency']), 'agency', []],
    ['nobody', actor(), 'district', []],
  ])('%s (%j) in %s: %j', (_, by, where, expected) => {
    expect(ROLES.filter((role) => mayGrant(by, role, PLACES[where])).sort()).toEqual([...expected].sort());
  });

  it('never to oneself, not even by another of his roles', () => {
    const both = actor(['coordinator', 'region'], ['executor', 'district']);
    expect(() => refuseUngrantable(both, 'me', 'executor', PLACES.district)).toThrow(expect.objectContaining({ code: 'membership.own_person' }));
    expect(() => refuseUngrantable(both, 'other', 'executor', PLACES.district)).not.toThrow();
    expect(() => refuseUngrantable(both, 'other', 'curator', PLACES.district)).toThrow(expect.objectContaining({ code: 'membership.not_grantable' }));
  });
});
