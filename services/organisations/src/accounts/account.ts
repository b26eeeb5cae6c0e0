import { isDeepStrictEqual } from 'node:util';
import type { AccountStatus, OrganisationKind } from '@aigaq/api';
import { AccountOpenedSchema, AccountStatusChangedSchema, event, TemporaryPasswordSetSchema } from '@aigaq/contracts';
import type { Actor, Decision, Role } from '@aigaq/kernel';
import { wordsOf } from '../bodies/body.search.js';
import { dayAfter, type Membership, type Term } from '../memberships/membership.js';
import { accountErrors } from './account.errors.js';

/** What is written on the account of a new person. */
export interface AccountDraft {
  /** Becomes the `sub` of the person's tokens. */
  id: string;
  username: string;
  firstName: string;
  lastName: string;
  patronymic: string;
  email: string;
  locale: 'kk' | 'ru';
  homeOrganisationId: string;
}

export interface Account extends AccountDraft {
  /** Two addresses that differ in case only are one. */
  emailKey: string;
  status: AccountStatus;
  /** Why the status is what it is, in the words of the one who changed it, and who that was: what follows of it is done in his name. */
  reason: string;
  changedBy: By;
  /** The first role, which is a document of its own: kept here until it is granted. */
  wanted: Wanted | null;
  /** All bodies in which the person holds or held a role, and their scopes together: who sees the person is one question to one index. */
  organisationId: readonly string[];
  scope: readonly string[];
  /** What the identity server is to have. */
  roles: readonly Role[];
  groups: readonly string[];
  /** The day on which a role begins or is over by itself. */
  nextChange: string | null;
  /** Everything that follows from the account and its roles is done, and the identity server knows. */
  settled: boolean;
  /** What is searched: beginnings of words. */
  searchWords: readonly string[];
  /** Order of lists. */
  sortKey: string;
  lastSeenAt: Date | null;
  lastSeenOn: string | null;
}

export type By = Pick<Actor, 'id' | 'name'>;
export type Wanted = Term & { organisationId: string; role: Role };

/** The state of an account as it follows from its roles. */
export type Standing = Pick<Account, 'organisationId' | 'scope' | 'roles' | 'groups' | 'nextChange'>;

/** Enters a person. With a first role wanted, it is granted next. */
export function openAccount(draft: AccountDraft, body: { scope: readonly string[] }, by: By, { status, wanted }: Pick<Account, 'status' | 'wanted'>): Decision<Account> {
  const { id, username, firstName, lastName, email, locale, homeOrganisationId } = draft;
  const next: Account = {
    ...draft,
    emailKey: email.toLowerCase(),
    status,
    reason: '',
    changedBy: namesOf(by),
    wanted,
    organisationId: [homeOrganisationId],
    scope: body.scope,
    roles: [],
    groups: [],
    nextChange: null,
    settled: false,
    searchWords: [...new Set(wordsOf(`${lastName} ${firstName} ${draft.patronymic} ${username} ${email}`))],
    sortKey: `${`${lastName} ${firstName}`.toLocaleLowerCase('kk')} ${id}`,
    lastSeenAt: null,
    lastSeenOn: null,
  };
  const told = { personId: id, username, personName: nameOf(draft), email, locale, organisationId: homeOrganisationId };
  return { next, events: [event(AccountOpenedSchema, told)] };
}

export function nameOf({ firstName, lastName }: Pick<Account, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`;
}

/** The person may not sign in any more; the roles end next. */
export function deactivateAccount(account: Account, by: By, reason: string): Decision<Account> {
  refuseDeactivated(account);
  return changeStatus({ ...account, wanted: null, changedBy: namesOf(by) }, 'deactivated', reason);
}

/** The person may sign in again, without the roles he had. */
export function activateAccount(account: Account, by: By): Decision<Account> {
  if (account.status !== 'deactivated') {
    throw accountErrors.not_deactivated({ personId: account.id });
  }
  return changeStatus({ ...account, changedBy: namesOf(by) }, account.lastSeenOn === null ? 'invited' : 'active', '');
}

export function refuseDeactivated({ id, status }: Pick<Account, 'id' | 'status'>): void {
  if (status === 'deactivated') {
    throw accountErrors.deactivated({ personId: id });
  }
}

/** Records that a temporary password is made; the password itself is kept nowhere. */
export function recordTemporaryPassword(account: Account): Decision<Account> {
  refuseDeactivated(account);
  return { next: account, events: [event(TemporaryPasswordSetSchema, { personId: account.id, organisationId: account.homeOrganisationId })] };
}

/** The person was here today. @returns undefined when that is known */
export function seePerson(account: Account, day: string, now: Date): Decision<Account> | undefined {
  if (account.lastSeenOn === day || account.status === 'deactivated') {
    return undefined;
  }
  const seen = { ...account, lastSeenOn: day, lastSeenAt: now };
  if (account.status !== 'invited') {
    return { next: seen, events: [] };
  }
  const { next, events } = changeStatus(seen, 'active', '');
  // For the identity server nothing has changed.
  return { next: { ...next, settled: account.settled }, events };
}

const namesOf = ({ id, name }: By): By => ({ id, name });

function changeStatus(account: Account, status: AccountStatus, reason: string): Decision<Account> {
  return {
    next: { ...account, status, reason, settled: false },
    events: [event(AccountStatusChangedSchema, { personId: account.id, status, reason })],
  };
}

const GROUPS: Readonly<Record<OrganisationKind, string>> = {
  agency: 'agency',
  'agency-department': 'agency',
  central: 'cgo',
  committee: 'cgo',
  'territorial-body': 'cgo',
  'akimat-region': 'akimat',
  'akimat-republican-city': 'akimat',
  'akimat-district': 'akimat',
  'akimat-city': 'akimat',
  'akimat-rural': 'akimat',
  // Управление and отдел are what akimats consist of; ministries have committees and departments of their own inside.
  management: 'akimat',
  department: 'akimat',
  'quasi-state': 'quasi-state',
  other: 'cgo',
};

/** The group of the identity server for people of such a body. */
export function groupOf(kind: OrganisationKind): string {
  return GROUPS[kind];
}

export interface Place {
  kind: OrganisationKind;
  scope: readonly string[];
}

/** What follows on this day from all that the person holds, held or will hold. */
export function standingOf({ homeOrganisationId }: Account, held: readonly Membership[], places: ReadonlyMap<string, Place>, day: string): Standing {
  const bodies = [...new Set([homeOrganisationId, ...held.map(({ organisationId }) => organisationId)])].sort();
  const now = held.filter(({ from, until }) => from <= day && (until === null || day <= until));
  const kinds = now.flatMap(({ organisationId }) => places.get(organisationId)?.kind ?? []);
  // The first day of a role that is to come, the first day without one that has an end.
  const turns = held.flatMap(({ from, until }) => [from, ...(until === null ? [] : [dayAfter(until)])]).filter((turn) => turn > day);
  return {
    organisationId: bodies,
    scope: sortedOnce(bodies.flatMap((id) => places.get(id)?.scope ?? [])),
    roles: sortedOnce(now.map(({ role }) => role)),
    groups: sortedOnce(kinds.map(groupOf)),
    nextChange: turns.sort()[0] ?? null,
  };
}

/** @returns undefined when the account says so already */
export function withStanding(account: Account, standing: Standing): Decision<Account> | undefined {
  const isSame = (Object.keys(standing) as (keyof Standing)[]).every((field) => isDeepStrictEqual(account[field], standing[field]));
  return isSame ? undefined : { next: { ...account, ...standing, settled: false }, events: [] };
}

/** As the identity server is to have it. */
export type Provisioned = Pick<Account, 'id' | 'username' | 'firstName' | 'lastName' | 'email' | 'locale' | 'roles' | 'groups'> & { enabled: boolean };

export function provisionedOf(account: Account): Provisioned {
  const { id, username, firstName, lastName, email, locale, status, roles, groups } = account;
  return { id, username, firstName, lastName, email, locale, enabled: status !== 'deactivated', roles, groups };
}

function sortedOnce<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}
