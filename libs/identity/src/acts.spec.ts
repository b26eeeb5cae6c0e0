import { type Actor, type Membership, ROLES } from '@aigaq/kernel';
import { type Act, ACTS, allow, authorise, covers, rootsFor, scopeFilter } from './acts.js';

const actor = (...memberships: Membership[]): Actor => ({ id: 'p', name: 'P', memberships });
const DISTRICT = 'akimat-kostanay-auliekol';
const REGION = 'akimat-kostanay';
const district = { organisationId: DISTRICT, scope: [DISTRICT, REGION, 'agency'] };
const executor = actor({ organisationId: DISTRICT, role: 'executor' });
const coordinator = actor({ organisationId: REGION, role: 'coordinator' });
const curator = actor({ organisationId: 'agency', role: 'curator' });
const nobody = actor();

describe('acts', () => {
  it.each(Object.keys(ACTS) as Act[])('%s names only roles that exist', (act) => {
    expect(Object.keys(ACTS[act]).filter((role) => !(ROLES as readonly string[]).includes(role))).toEqual([]);
  });

  it.each<[string, Actor, Act, boolean]>([
    ['the executor', executor, 'assignment.submit', true],
    ['the executor', executor, 'assignment.review', false],
    ['the executor', executor, 'card.manage', false],
    ['the coordinator', coordinator, 'assignment.review', true],
    ['the coordinator', coordinator, 'evidence.upload', true],
    ['the curator', curator, 'assignment.review', true],
    ['the curator', curator, 'audit.read', false],
    ['nobody', nobody, 'assignment.read', false],
  ])('%s: %s %s', (_who, who, act, expected) => {
    expect(allow(who, act)).toBe(expected);
    expect(covers(who, act, district)).toBe(expected);
  });

  it('refuses in words', () => {
    expect(() => authorise(executor, 'card.manage')).toThrow(expect.objectContaining({ kind: 'forbidden', code: 'act.forbidden' }));
  });

  it('reaches from an executor only to the own body', () => {
    expect(covers(executor, 'assignment.read', { organisationId: `${DISTRICT}-school`, scope: [`${DISTRICT}-school`, DISTRICT] })).toBe(false);
    expect(scopeFilter(executor, 'assignment.read')).toEqual({ organisationId: { $in: [DISTRICT] } });
  });

  it('reaches from a coordinator to all below, and not to the neighbour', () => {
    expect(covers(coordinator, 'assignment.read', { organisationId: 'akimat-abay', scope: ['akimat-abay', 'agency'] })).toBe(false);
    expect(scopeFilter(coordinator, 'assignment.read')).toEqual({ scope: { $in: [REGION] } });
    expect(rootsFor(coordinator, 'assignment.read')).toEqual([REGION]);
  });

  it('reaches from the Agency everywhere', () => {
    expect(scopeFilter(curator, 'evidence.read')).toEqual({});
    expect(rootsFor(curator, 'evidence.read')).toBe('all');
  });

  it('adds up several memberships, the wider one winning in the same body', () => {
    const both = actor(
      { organisationId: DISTRICT, role: 'executor' },
      { organisationId: REGION, role: 'executor' },
      { organisationId: REGION, role: 'coordinator' },
    );
    expect(scopeFilter(both, 'assignment.read')).toEqual({ $or: [{ organisationId: { $in: [DISTRICT] } }, { scope: { $in: [REGION] } }] });
    expect(rootsFor(both, 'assignment.read')).toEqual([DISTRICT, REGION]);
  });

  it('finds nothing for somebody without memberships, and does not find all', () => {
    expect(scopeFilter(nobody, 'assignment.read')).toEqual({ organisationId: { $in: [] } });
    expect(rootsFor(nobody, 'assignment.read')).toEqual([]);
  });
});
