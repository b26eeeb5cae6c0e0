import type { OrganisationKind } from '@aigaq/api';
import type { Membership } from '../memberships/membership.js';
import { type Account, activateAccount, deactivateAccount, groupOf, openAccount, seePerson, standingOf, withStanding } from './account.js';
import { makeTemporaryPassword } from './temporary-password.js';

const BY = { id: 'admin', name: 'Админ' };
const NOW = new Date('2026-10-12T05:00:00Z');
const draft = { id: 'p', username: 'a.k', firstName: 'Әлия', lastName: 'Қасымова', patronymic: 'Ёжиковна', email: 'A.K@example.kz', locale: 'kk' as const, homeOrganisationId: 'district' };
const opened = openAccount(draft, { scope: ['district', 'region'] }, BY, { status: 'invited', wanted: null }).next;

describe('an account', () => {
  it('is opened with what it is found by', () => {
    expect(opened).toMatchObject({ emailKey: 'a.k@example.kz', organisationId: ['district'], scope: ['district', 'region'], settled: false });
    expect(opened.searchWords).toEqual(expect.arrayContaining(['example', 'kz']));
    expect(opened.searchWords).toHaveLength(7);
    expect(opened.sortKey).toBe('қасымова әлия p');
  });

  it('is active from the first visit on; the identity server need not hear of it', () => {
    const settled: Account = { ...opened, settled: true };
    expect(seePerson(settled, '2026-10-12', NOW)?.next).toMatchObject({ status: 'active', lastSeenOn: '2026-10-12', lastSeenAt: NOW, settled: true });
    const seen = { ...settled, status: 'active' as const, lastSeenOn: '2026-10-12' };
    expect(seePerson(seen, '2026-10-12', NOW)).toBeUndefined();
    expect(seePerson(seen, '2026-10-13', NOW)?.events).toEqual([]);
  });

  it('is deactivated once, and comes back as what it was', () => {
    const gone = deactivateAccount(opened, BY, 'Уволен').next;
    expect(gone).toMatchObject({ status: 'deactivated', reason: 'Уволен', changedBy: BY, settled: false, wanted: null });
    expect(() => deactivateAccount(gone, BY, 'Уволен')).toThrow(expect.objectContaining({ code: 'account.deactivated' }));
    expect(seePerson(gone, '2026-10-12', NOW)).toBeUndefined();
    expect(activateAccount(gone, BY).next.status).toBe('invited');
    expect(activateAccount({ ...gone, lastSeenOn: '2026-10-01' }, BY).next.status).toBe('active');
    expect(() => activateAccount(opened, BY)).toThrow(expect.objectContaining({ code: 'account.not_deactivated' }));
  });
});

describe('what follows from the roles of a day', () => {
  const held = (organisationId: string, role: Membership['role'], from: string, until: string | null): Membership => ({
    id: `p:${organisationId}:${role}`,
    personId: 'p',
    personName: 'Әлия Қасымова',
    locale: 'kk',
    email: 'a.k@example.kz',
    organisationId,
    role,
    from,
    until,
  });
  const places = new Map([
    ['district', { kind: 'akimat-district' as const, scope: ['district', 'region'] }],
    ['entity', { kind: 'quasi-state' as const, scope: ['entity', 'region', 'ministry'] }],
  ]);
  const roles = [held('district', 'executor', '2026-01-01', '2026-10-12'), held('entity', 'compliance-officer', '2026-10-20', null)];
  const reach = { organisationId: ['district', 'entity'], scope: ['district', 'entity', 'ministry', 'region'] };

  it.each([
    ['2026-10-12', { ...reach, roles: ['executor'], groups: ['akimat'], nextChange: '2026-10-13' }],
    ['2026-10-13', { ...reach, roles: [], groups: [], nextChange: '2026-10-20' }],
    ['2026-10-20', { ...reach, roles: ['compliance-officer'], groups: ['quasi-state'], nextChange: null }],
  ])('on %s: %j', (day, expected) => {
    expect(standingOf(opened, roles, places, day)).toEqual(expected);
  });

  it('changes the account only when it is another', () => {
    const standing = standingOf(opened, roles, places, '2026-10-12');
    const next = withStanding({ ...opened, settled: true }, standing)?.next;
    expect(next).toMatchObject({ ...standing, settled: false });
    expect(next && withStanding({ ...next, settled: true }, standing)).toBeUndefined();
  });
});

describe('the group of a person', () => {
  it.each<[OrganisationKind, string]>([
    ['agency', 'agency'],
    ['agency-department', 'agency'],
    ['central', 'cgo'],
    ['committee', 'cgo'],
    ['territorial-body', 'cgo'],
    ['akimat-region', 'akimat'],
    ['akimat-rural', 'akimat'],
    ['management', 'akimat'],
    ['other', 'cgo'],
    ['quasi-state', 'quasi-state'],
  ])('of a body of the kind %s: %s', (kind, group) => expect(groupOf(kind)).toBe(group));
});

describe('a temporary password', () => {
  it('satisfies the policy of the realm and is another each time', () => {
    const made = Array.from({ length: 200 }, makeTemporaryPassword);
    expect(new Set(made).size).toBe(200);
    expect(made.every((password) => password.length >= 10 && /[A-Z]/.test(password) && /[a-z]/.test(password) && /\d/.test(password))).toBe(true);
  });
});
