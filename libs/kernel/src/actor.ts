/** Roles of the programme; the same names are realm roles of the identity server. */
export const ROLES = [
  'executor',
  'coordinator',
  'compliance-officer',
  'ethics-officer',
  'head',
  'curator',
  'agency-admin',
  'analyst',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/** Why a subtask is secret: data on whistle-blowers, tax secrecy. */
export type Secrecy = 'restricted' | 'tax';

/** @param secrecy as facts and documents carry it; `none` and, in what is older than secrecy, an empty text: it is not secret */
export function isSecret(secrecy: string): boolean {
  return secrecy !== 'none' && secrecy !== '';
}

export interface Membership {
  organisationId: string;
  role: Role;
}

/** A person together with the roles that are in force now. Always an argument, never ambient. */
export interface Actor {
  /** Subject of the token: the person's id in the identity server. */
  id: string;
  name: string;
  memberships: readonly Membership[];
  /** Reasons of secrecy whose name lists have the person; absent = none. */
  cleared?: readonly Secrecy[];
  /** The membership by which he does what he is doing; absent before something was allowed. */
  under?: Membership;
}

/** What a service itself does (clocks, listeners), as the author of an event. */
export const SYSTEM: Actor = { id: 'system', name: 'Aigaq', memberships: [] };

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.memberships.some((membership) => roles.includes(membership.role));
}

/** The bodies in which the actor holds one of the roles; with no role named, all bodies. */
export function rootsOf(actor: Actor, ...roles: readonly Role[]): string[] {
  const held = actor.memberships.filter(({ role }) => roles.length === 0 || roles.includes(role));
  return [...new Set(held.map(({ organisationId }) => organisationId))];
}
