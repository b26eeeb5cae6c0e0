import type { Actor, Membership } from '@aigaq/kernel';
import { under } from './under.js';

const DISTRICT = 'akimat-kostanay-auliekol';
const REGION = 'akimat-kostanay';
const thing = { organisationId: DISTRICT, scope: [DISTRICT, REGION, 'cgo-mf', 'agency'] };
const executor: Membership = { organisationId: DISTRICT, role: 'executor' };
const region: Membership = { organisationId: REGION, role: 'coordinator' };
const ministry: Membership = { organisationId: 'cgo-mf', role: 'coordinator' };
const curator: Membership = { organisationId: 'agency', role: 'curator' };
const actor = (...memberships: Membership[]): Actor => ({ id: 'p', name: 'P', memberships });

describe('the membership by which somebody acts', () => {
  it.each<[string, Membership[], Membership | undefined]>([
    ['the only one', [region], region],
    ['the own body before the one above', [region, executor], executor],
    ['the nearer of two above', [ministry, region], region],
    ['the whole country last', [curator, ministry], ministry],
    ['the whole country', [curator], curator],
    ['none of a sibling', [{ organisationId: 'akimat-kostanay-other', role: 'executor' }], undefined],
    ['none of a role that may not', [{ organisationId: DISTRICT, role: 'auditor' }, executor], executor],
  ])('is %s', (_, held, expected) => {
    expect(under(actor(...held), expected === curator || held.includes(curator) ? 'assignment.read' : 'assignment.submit', thing).under).toEqual(expected);
  });

  it('is the one whose role may, where no body is concerned', () => {
    const admin: Membership = { organisationId: 'agency', role: 'agency-admin' };
    expect(under(actor({ organisationId: 'agency', role: 'analyst' }, admin), 'card.manage').under).toEqual(admin);
  });
});
