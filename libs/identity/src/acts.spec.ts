import { type Actor, type Membership, type Role, ROLES, supervised } from '@aigaq/kernel';
import { type Act, ACTS, allow, audienceOf, authorise, covers, type Relation, RELATIONS, relationsTo, rootsFor, scopeFilter, type Scoped } from './acts.js';

const actor = (...memberships: Membership[]): Actor => ({ id: 'p', name: 'P', memberships });
const DISTRICT = 'akimat-kostanay-auliekol';
const REGION = 'akimat-kostanay';
const district: Scoped = { organisationId: DISTRICT, scope: [DISTRICT, REGION, 'agency'] };
const region: Scoped = { organisationId: REGION, scope: [REGION, 'agency'] };
const neighbour: Scoped = { organisationId: 'akimat-abay', scope: ['akimat-abay', 'agency'] };
/** Supervised by the region. */
const entity: Scoped = { organisationId: 'qs-1', scope: ['qs-1', supervised(REGION), supervised('agency')] };
const executor = actor({ organisationId: DISTRICT, role: 'executor' });
const coordinator = actor({ organisationId: REGION, role: 'coordinator' });
const curator = actor({ organisationId: 'agency', role: 'curator' });
const nobody = actor();

describe('the table of acts', () => {
  it.each(Object.keys(ACTS) as Act[])('%s names only roles and relations that exist', (act) => {
    const row: Partial<Record<string, readonly Relation[]>> = ACTS[act];
    expect(Object.keys(row).filter((role) => !(ROLES as readonly string[]).includes(role))).toEqual([]);
    expect(Object.values(row).flat().filter((relation) => !RELATIONS.includes(relation as Relation))).toEqual([]);
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
});

describe('the relations of a body to a thing', () => {
  it.each<[string, string, Scoped, Relation[]]>([
    ['its own body', DISTRICT, district, ['own', 'all']],
    ['a body above it', REGION, district, ['below', 'all']],
    ['a body below it', DISTRICT, region, ['all']],
    ['a neighbour', 'akimat-abay', district, ['all']],
    ['its supervisor', REGION, entity, ['supervised', 'all']],
    ['a body above its supervisor', 'agency', entity, ['supervised', 'all']],
    ['a neighbour of its supervisor', 'akimat-abay', entity, ['all']],
  ])('%s', (_who, body, thing, expected) => {
    expect(relationsTo(body, thing)).toEqual(expected);
  });
});

describe('the reach of a role', () => {
  it('is the own body for an executor', () => {
    expect(covers(executor, 'assignment.read', { organisationId: `${DISTRICT}-school`, scope: [`${DISTRICT}-school`, DISTRICT] })).toBe(false);
    expect(scopeFilter(executor, 'assignment.read')).toEqual({ organisationId: { $in: [DISTRICT] } });
  });

  it('is the whole line for a coordinator, and not the neighbour', () => {
    expect([region, district, entity, neighbour].map((thing) => covers(coordinator, 'assignment.read', thing))).toEqual([true, true, true, false]);
    expect(scopeFilter(coordinator, 'assignment.read')).toEqual({ scope: { $in: [REGION, supervised(REGION)] } });
    expect(rootsFor(coordinator, 'assignment.read')).toEqual([REGION]);
  });

  it('leaves out the own body where one judges', () => {
    expect([region, district, entity, neighbour].map((thing) => covers(coordinator, 'assignment.review', thing))).toEqual([false, true, true, false]);
    expect(scopeFilter(coordinator, 'assignment.review')).toEqual({
      $or: [{ scope: { $in: [supervised(REGION)] } }, { scope: REGION, organisationId: { $ne: REGION } }],
    });
  });

  it('is the country for the Agency', () => {
    expect(scopeFilter(curator, 'evidence.read')).toEqual({});
    expect(rootsFor(curator, 'evidence.read')).toBe('all');
  });

  it('adds up over several memberships, the wider one winning in the same body', () => {
    const both = actor(
      { organisationId: DISTRICT, role: 'executor' },
      { organisationId: REGION, role: 'executor' },
      { organisationId: REGION, role: 'coordinator' },
    );
    expect(scopeFilter(both, 'assignment.read')).toEqual({
      $or: [{ organisationId: { $in: [DISTRICT] } }, { scope: { $in: [REGION, supervised(REGION)] } }],
    });
    expect(rootsFor(both, 'assignment.read')).toEqual([DISTRICT, REGION]);
  });

  it('is nothing for somebody without memberships, and not everything', () => {
    expect(scopeFilter(nobody, 'assignment.read')).toEqual({ organisationId: { $in: [] } });
    expect(rootsFor(nobody, 'assignment.read')).toEqual([]);
  });
});

describe('those who may do something with a thing', () => {
  it('are named body by body with the roles that reach it from there', () => {
    expect(audienceOf('assignment.read', entity)).toEqual([
      { organisationId: 'qs-1', roles: [...ROLES] },
      { organisationId: REGION, roles: ['coordinator', 'head', 'curator', 'agency-admin', 'analyst', 'auditor'] },
      { organisationId: 'agency', roles: ['coordinator', 'head', 'curator', 'agency-admin', 'analyst', 'auditor'] },
    ]);
    expect(audienceOf('assignment.review', region)).toEqual([
      { organisationId: REGION, roles: ['curator'] },
      { organisationId: 'agency', roles: ['coordinator', 'curator'] },
    ]);
  });
});

describe('the filter of a query', () => {
  const bodies = [DISTRICT, REGION, 'akimat-abay', 'qs-1', 'agency'];
  const things = [district, region, neighbour, entity];
  const people = bodies.flatMap((organisationId) => ROLES.map((role: Role) => actor({ organisationId, role })));
  const pairs = people.flatMap((one, place) => [one, actor(...one.memberships, ...people[(place * 7 + 3) % people.length]!.memberships)]);

  it.each(Object.keys(ACTS) as Act[])('finds for %s what the rule covers, whoever asks', (act) => {
    for (const who of pairs) {
      const found = things.filter((thing) => fits(thing, scopeFilter(who, act)));
      expect({ who, found }).toEqual({ who, found: things.filter((thing) => covers(who, act, thing)) });
    }
  });
});

/** As the database reads the condition. */
function fits(thing: Scoped, filter: object): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    if (field === '$or') {
      return (wanted as object[]).some((each) => fits(thing, each));
    }
    const values = field === 'scope' ? thing.scope : [thing.organisationId];
    const { $in, $ne } = wanted as { $in?: string[]; $ne?: string };
    return $ne === undefined ? values.some((value) => ($in ?? [wanted]).includes(value)) : !values.includes($ne);
  });
}
