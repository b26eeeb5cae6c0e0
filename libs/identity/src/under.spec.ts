import type { Actor, Membership } from '@aigaq/kernel';
import { under } from './under.js';

const thing = { organisationId: 'district', scope: ['district', 'region', 'agency'] };
const actor = (...memberships: Membership[]): Actor => ({ id: 'p1', name: 'Айгүл', memberships });

describe('the membership by which somebody acts', () => {
  it.each<[string, Membership[], string | undefined]>([
    ['the one in the body itself', [{ organisationId: 'region', role: 'coordinator' }, { organisationId: 'district', role: 'executor' }], 'executor'],
    ['the one above it', [{ organisationId: 'district', role: 'analyst' }, { organisationId: 'region', role: 'coordinator' }], 'coordinator'],
    ['none in a body beside it', [{ organisationId: 'other', role: 'executor' }], undefined],
    ['none of a role that may not', [{ organisationId: 'district', role: 'auditor' }], undefined],
  ])('is %s', (_, memberships, role) => expect(under(actor(...memberships), 'assignment.submit', thing).under?.role).toBe(role));

  it('is the one whose role may, where no body is concerned', () => {
    const admin = { organisationId: 'agency', role: 'agency-admin' } as const;
    expect(under(actor({ organisationId: 'agency', role: 'analyst' }, admin), 'card.manage').under).toEqual(admin);
  });

  it('reaches the whole country where the role does', () => {
    const curator = { organisationId: 'agency', role: 'curator' } as const;
    expect(under(actor(curator), 'assignment.review', { organisationId: 'x', scope: ['x'] }).under).toEqual(curator);
  });
});
