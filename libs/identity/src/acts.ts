import { type Actor, errorTable, type Role } from '@aigaq/kernel';

/** How far a role reaches: its own body; that body and all that has it in `scope` (subtree and supervised); the whole country. */
export type Relation = 'own' | 'below' | 'all';

type Row = Readonly<Partial<Record<Role, Relation>>>;

const AGENCY_READS = { curator: 'all', 'agency-admin': 'all', analyst: 'all', auditor: 'all' } as const;
const BODY_READS = {
  executor: 'own',
  coordinator: 'below',
  'compliance-officer': 'own',
  'ethics-officer': 'own',
  head: 'below',
} as const;

/** Who may do what, and where. A role that is not named may not. */
export const ACTS = {
  'card.manage': { 'agency-admin': 'all' },
  'rollout.run': { 'agency-admin': 'all' },
  'assignment.read': { ...BODY_READS, ...AGENCY_READS },
  // Instruction 2024: for a body without an account its superior body uploads; hence coordinators act below themselves.
  'assignment.submit': { executor: 'own', coordinator: 'below', 'compliance-officer': 'own', 'ethics-officer': 'own' },
  'assignment.review': { coordinator: 'below', curator: 'all' },
  'evidence.upload': { executor: 'own', coordinator: 'below', 'compliance-officer': 'own', 'ethics-officer': 'own' },
  'evidence.read': { ...BODY_READS, ...AGENCY_READS },
  // What people said of papers, for measuring the reader again.
  'examples.export': { 'agency-admin': 'all', analyst: 'all' },
  // Likewise the supervising state body registers for a quasi-state entity without an account.
  'compliance.register': { 'compliance-officer': 'own', coordinator: 'below' },
  'compliance.read': { ...BODY_READS, ...AGENCY_READS },
  'overview.read': { ...BODY_READS, ...AGENCY_READS },
  'audit.read': { auditor: 'all' },
  'audit.export': { auditor: 'all' },
  // Bodies, their names, relations and chairs.
  'body.read': { ...BODY_READS, ...AGENCY_READS },
  'body.manage': { 'agency-admin': 'all' },
  'body.export': { coordinator: 'below', 'agency-admin': 'all', analyst: 'all' },
  'heads.manage': { coordinator: 'below', 'agency-admin': 'all' },
  // Who works in the system for a body. Who may give which role is a rule of its own (organisations, memberships/grantable.ts).
  'accounts.read': { coordinator: 'below', head: 'below', 'agency-admin': 'all', auditor: 'all' },
  'accounts.manage': { coordinator: 'below', 'agency-admin': 'all' },
  'recertification.begin': { 'agency-admin': 'all' },
  'recertification.answer': { coordinator: 'below', 'agency-admin': 'all' },
  // The name lists of what is secret.
  'clearance.manage': { 'agency-admin': 'all' },
} as const satisfies Record<string, Row>;

export type Act = keyof typeof ACTS;

/** A thing that belongs to a body: `scope` is that body, its ancestors and its supervisors. */
export interface Scoped {
  organisationId: string;
  scope: readonly string[];
}

type In = { $in: string[] };
export type ScopeFilter =
  | Record<string, never>
  | { organisationId: In }
  | { scope: In }
  | { $or: [{ organisationId: In }, { scope: In }] };

export const actErrors = errorTable('act', { forbidden: ['forbidden', 'Your role does not allow this.'] });

interface Reach {
  all: boolean;
  own: string[];
  below: string[];
}

function reach(actor: Actor, act: Act): Reach {
  const row: Row = ACTS[act];
  const bodies = (relation: Relation): string[] => [
    ...new Set(actor.memberships.filter(({ role }) => row[role] === relation).map(({ organisationId }) => organisationId)),
  ];
  const below = bodies('below');
  return { all: bodies('all').length > 0, own: bodies('own').filter((id) => !below.includes(id)), below };
}

/** May the actor do this in some body at all? For menus and for acts that belong to no body. */
export function allow(actor: Actor, act: Act): boolean {
  return actor.memberships.some(({ role }) => (ACTS[act] as Row)[role] !== undefined);
}

/** As `allow`, throwing `act.forbidden`. */
export function authorise(actor: Actor, act: Act): void {
  if (!allow(actor, act)) {
    throw actErrors.forbidden({ act });
  }
}

/** The bodies in which the actor may do this, or `all`. */
export function rootsFor(actor: Actor, act: Act): string[] | 'all' {
  const { all, own, below } = reach(actor, act);
  return all ? 'all' : [...own, ...below];
}

/** May the actor do this with this very thing? */
export function covers(actor: Actor, act: Act, thing: Scoped): boolean {
  const { all, own, below } = reach(actor, act);
  return all || own.includes(thing.organisationId) || below.some((root) => thing.scope.includes(root));
}

/** The condition that a query adds to its own; who holds nothing finds nothing. */
export function scopeFilter(actor: Actor, act: Act): ScopeFilter {
  const { all, own, below } = reach(actor, act);
  if (all) {
    return {};
  }
  const inOwn = { organisationId: { $in: own } };
  const inBelow = { scope: { $in: below } };
  if (below.length === 0) {
    return inOwn;
  }
  return own.length === 0 ? inBelow : { $or: [inOwn, inBelow] };
}
