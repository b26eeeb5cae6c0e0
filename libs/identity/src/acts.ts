import { type Actor, errorTable, type Role, ROLES, supervised, unmarked } from '@aigaq/kernel';

/**
 * Where a role reaches, seen from the body in which it is held:
 * own = that body; below = what is under it in the tree, without itself; supervised = the bodies that it, or a body below it, supervises,
 * with all that is under these; all = the whole country, and what belongs to no body.
 */
export const RELATIONS = ['own', 'below', 'supervised', 'all'] as const;
export type Relation = (typeof RELATIONS)[number];

type Row = Readonly<Partial<Record<Role, readonly Relation[]>>>;

const OWN = ['own'] as const;
/** What is answered for from above: nobody judges the work of his own body. */
const BELOW = ['below', 'supervised'] as const;
/** The whole line of which a body is the head. Supervised with it, because "quasi-state -> supervising state body" is where reports go. */
const LINE = ['own', 'below', 'supervised'] as const;
const COUNTRY = ['all'] as const;

const AGENCY_READS = { curator: COUNTRY, 'agency-admin': COUNTRY, analyst: COUNTRY, auditor: COUNTRY } as const;
/** An executor works for one body; a coordinator and a head see "what is stuck below". */
const BODY_READS = {
  executor: OWN,
  coordinator: LINE,
  'compliance-officer': OWN,
  'ethics-officer': OWN,
  head: LINE,
} as const;
/**
 * Who hands in. "A body without an account: its superior body uploads on its behalf; a quasi-state entity without one: the supervising
 * state body"; hence coordinators along their whole line.
 */
const HANDS_IN = { executor: OWN, coordinator: LINE, 'compliance-officer': OWN, 'ethics-officer': OWN } as const;

/**
 * Who may do what, and where. A role that is not named may not. The guards, the menus of the portal, docs/access.md and the tests of
 * access come from here.
 */
export const ACTS = {
  // The card is the same for everybody who works with it; it belongs to no body.
  'card.read': {
    ...{ executor: COUNTRY, coordinator: COUNTRY, 'compliance-officer': COUNTRY, 'ethics-officer': COUNTRY, head: COUNTRY },
    ...AGENCY_READS,
  },
  'card.manage': { 'agency-admin': COUNTRY },
  // That an amendment was taken note of, for a body or on its behalf.
  'card.acknowledge': HANDS_IN,
  'rollout.run': { 'agency-admin': COUNTRY },
  // The working-day calendar; everybody who reads the card reads it.
  'calendar.manage': { 'agency-admin': COUNTRY },
  'assignment.read': { ...BODY_READS, ...AGENCY_READS },
  'assignment.submit': HANDS_IN,
  // "The region's coordinator, then the Agency's curator, accept or return it"; which of them has the turn is said by the chain.
  'assignment.review': { coordinator: BELOW, curator: COUNTRY },
  // Project 1: whoever is named by the body plans its analysis and records its steps; the body above does it for those without an account.
  'analysis.read': { ...BODY_READS, ...AGENCY_READS },
  'analysis.manage': { executor: OWN, coordinator: LINE, 'compliance-officer': OWN },
  // Published on the site of every region: whoever works in the programme may look. Who keeps which section is a rule of its own.
  'picture.read': {
    ...{ executor: COUNTRY, coordinator: COUNTRY, 'compliance-officer': COUNTRY, 'ethics-officer': COUNTRY, head: COUNTRY },
    ...AGENCY_READS,
  },
  'picture.update': { executor: OWN, coordinator: OWN, curator: OWN },
  'evidence.upload': HANDS_IN,
  'evidence.read': { ...BODY_READS, ...AGENCY_READS },
  // What people said of papers, for measuring the reader again.
  'examples.export': { 'agency-admin': COUNTRY, analyst: COUNTRY },
  // The entity itself, and for one without an account the supervising state body (or the body above it).
  'compliance.register': { 'compliance-officer': OWN, coordinator: LINE },
  'compliance.read': { ...BODY_READS, ...AGENCY_READS },
  'overview.read': { ...BODY_READS, ...AGENCY_READS },
  'audit.read': { auditor: COUNTRY },
  'audit.export': { auditor: COUNTRY },
  // Bodies, their names, relations and chairs.
  'body.read': { ...BODY_READS, ...AGENCY_READS },
  'body.manage': { 'agency-admin': COUNTRY },
  'body.export': { coordinator: LINE, 'agency-admin': COUNTRY, analyst: COUNTRY },
  // Without the heads of an entity its papers cannot be checked, and where it has no account nobody but its supervisor can enter them.
  'heads.manage': { coordinator: LINE, 'agency-admin': COUNTRY },
  // Who works in the system for a body. Who may give which role is a rule of its own (organisations, memberships/grantable.ts).
  'accounts.read': { coordinator: LINE, head: LINE, 'agency-admin': COUNTRY, auditor: COUNTRY },
  // Never above or beside. Supervised too: somebody has to open the first account of an entity, and it is for its supervisor to know whose.
  'accounts.manage': { coordinator: LINE, 'agency-admin': COUNTRY },
  'recertification.begin': { 'agency-admin': COUNTRY },
  'recertification.answer': { coordinator: LINE, 'agency-admin': COUNTRY },
  // The name lists of what is secret.
  'clearance.manage': { 'agency-admin': COUNTRY },
} as const satisfies Record<string, Row>;

export type Act = keyof typeof ACTS;

/** A thing that belongs to a body: `scope` is what `scopeOf` of @aigaq/directory gives for that body. */
export interface Scoped {
  organisationId: string;
  scope: readonly string[];
}

type Condition = { organisationId: { $in: string[] } } | { scope: { $in: string[] } } | { scope: string; organisationId: { $ne: string } };
export type ScopeFilter = Record<string, never> | Condition | { $or: Condition[] };

export const actErrors = errorTable('act', { forbidden: ['forbidden', 'Your role does not allow this.'] });

/** Where a role in a body reaches. */
function relationsOf(role: Role, act: Act): readonly Relation[] {
  return (ACTS[act] as Row)[role] ?? [];
}

/** The bodies from which the actor has the act, with their relations; the same body is named once. */
function reach(actor: Actor, act: Act): Map<string, Set<Relation>> {
  const reached = new Map<string, Set<Relation>>();
  for (const { organisationId, role } of actor.memberships) {
    const relations = relationsOf(role, act);
    if (relations.length > 0) {
      reached.set(organisationId, new Set([...(reached.get(organisationId) ?? []), ...relations]));
    }
  }
  return reached;
}

/** May the actor do this in some body at all? For menus and for acts that belong to no body. */
export function allow(actor: Actor, act: Act): boolean {
  return actor.memberships.some(({ role }) => relationsOf(role, act).length > 0);
}

/** As `allow`, throwing `act.forbidden`. */
export function authorise(actor: Actor, act: Act): void {
  if (!allow(actor, act)) {
    throw actErrors.forbidden({ act });
  }
}

/** The bodies from which the actor may do this, or `all`. */
export function rootsFor(actor: Actor, act: Act): string[] | 'all' {
  const reached = reach(actor, act);
  return [...reached.values()].some((relations) => relations.has('all')) ? 'all' : [...reached.keys()];
}

/** May the actor do this with this very thing? */
export function covers(actor: Actor, act: Act, thing: Scoped): boolean {
  return actor.memberships.some(({ organisationId, role }) => {
    const relations = relationsOf(role, act);
    return relations.length > 0 && relationsTo(organisationId, thing).some((relation) => relations.includes(relation));
  });
}

/** All relations in which a body stands to the body of a thing; `all` is one of everybody's. */
export function relationsTo(bodyId: string, { organisationId, scope }: Scoped): Relation[] {
  const holds: Record<Relation, boolean> = {
    own: bodyId === organisationId,
    below: bodyId !== organisationId && scope.includes(bodyId),
    supervised: scope.includes(supervised(bodyId)),
    all: true,
  };
  return RELATIONS.filter((relation) => holds[relation]);
}

/** Who may do this with the thing: the bodies, each with the roles that have the act from there. */
export function audienceOf(act: Act, thing: Scoped): { organisationId: string; roles: Role[] }[] {
  const bodies = [...new Set(thing.scope.map(unmarked))];
  const named = bodies.map((organisationId) => {
    const relations = relationsTo(organisationId, thing);
    return { organisationId, roles: ROLES.filter((role) => relationsOf(role, act).some((relation) => relations.includes(relation))) };
  });
  return named.filter(({ roles }) => roles.length > 0);
}

/** The condition that a query adds to its own; who holds nothing finds nothing. */
export function scopeFilter(actor: Actor, act: Act): ScopeFilter {
  if (rootsFor(actor, act) === 'all') {
    return {};
  }
  const conditions = conditionsOf([...reach(actor, act)]);
  const [first = { organisationId: { $in: [] } }, ...others] = conditions;
  return others.length === 0 ? first : { $or: conditions };
}

/** As few conditions as there are ways to reach: an index serves each. */
function conditionsOf(reached: readonly [string, ReadonlySet<Relation>][]): Condition[] {
  const having = (relation: Relation) => reached.filter(([, relations]) => relations.has(relation));
  const own = having('own').filter(([, relations]) => !relations.has('below')).map(([id]) => id);
  const whole = having('below').filter(([, relations]) => relations.has('own')).map(([id]) => id);
  const inScope = [...whole, ...having('supervised').map(([id]) => supervised(id))];
  return [
    ...(own.length > 0 ? [{ organisationId: { $in: own } }] : []),
    ...(inScope.length > 0 ? [{ scope: { $in: inScope } }] : []),
    ...having('below').flatMap(([id, relations]) => (relations.has('own') ? [] : [{ scope: id, organisationId: { $ne: id } }])),
  ];
}
