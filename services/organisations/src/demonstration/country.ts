import { type Decision, SYSTEM } from '@aigaq/kernel';
import type { DemonstrationPerson, Head as ReferenceHead, Organisation } from '@aigaq/reference';
import { type Account, openAccount } from '../accounts/account.js';
import type { BodyDraft } from '../bodies/body.js';
import { type Chair, type Chairs, noChairs } from '../heads/chairs.js';
import type { HeadDraft } from '../heads/head.js';
import type { ClearanceDraft } from '../clearances/clearance.js';
import type { MembershipDraft } from '../memberships/membership.js';

/** The programme began in this year; older days of the bodies are not known. */
const FOUNDED = '2021-01-01';

export function bodyDraft({ id, kind, legalForm, fullName, shortName, bin, parent, supervisor, region }: Organisation): BodyDraft {
  return {
    id,
    kind,
    legalForm,
    name: fullName,
    shortName,
    bin,
    parentId: parent,
    supervisorIds: supervisor === null ? [] : [supervisor],
    regionId: region,
    validFrom: FOUNDED,
  };
}

/** Bodies in steps: everybody whom a step names stands in a step before it. */
export function inStepsFromTheRoot(drafts: readonly BodyDraft[]): BodyDraft[][] {
  const steps: BodyDraft[][] = [];
  const placed = new Set<string>();
  let left = drafts;
  while (left.length > 0) {
    const step = left.filter(({ parentId, supervisorIds }) => [parentId, ...supervisorIds].every((id) => id === null || placed.has(id)));
    if (step.length === 0) {
      throw new Error(`bodies without a place in the tree: ${left.map(({ id }) => id).join(', ')}`);
    }
    step.forEach(({ id }) => placed.add(id));
    steps.push(step);
    left = left.filter(({ id }) => !placed.has(id));
  }
  return steps;
}

export function headsByBody(heads: readonly ReferenceHead[]): Map<string, HeadDraft[]> {
  const byBody = Map.groupBy(heads, ({ organisationId }) => organisationId);
  return new Map([...byBody].map(([id, ofBody]) => [id, ofBody.map(({ organisationId: _, acting, ...head }) => ({ ...head, acting: acting ?? null }))]));
}

/** The chairs that the data name, before anybody sits in them. */
export function emptyChairs(bodyId: string, heads: readonly HeadDraft[]): Chairs {
  const byChair = Map.groupBy(heads, ({ chairId, level }) => chairId ?? level);
  return { ...noChairs(bodyId), chairs: [...byChair].map(([id, holders]) => chairOf(id, holders)) };
}

/** Called as its holder is, not as somebody who acts for him. */
function chairOf(id: string, holders: readonly HeadDraft[]): Chair {
  const [{ level, position }] = [...holders].sort((one, other) => Number(one.acting !== null) - Number(other.acting !== null)) as [HeadDraft];
  return { id, level, position, from: holders.map(({ from }) => from).sort()[0] ?? FOUNDED, until: null };
}

export function membershipDrafts({ id, firstName, lastName, locale, email, memberships }: DemonstrationPerson): MembershipDraft[] {
  const person = { personId: id, personName: `${firstName} ${lastName}`, locale, email };
  return memberships.map((held) => ({ ...person, ...held, until: null }));
}

/** They have accounts in the identity server and sign in from the first day. */
export function demonstrationAccount({ memberships, ...person }: DemonstrationPerson, scopes: ReadonlyMap<string, readonly string[]>): Decision<Account> {
  const homeOrganisationId = memberships[0]?.organisationId ?? '';
  const body = { scope: scopes.get(homeOrganisationId) ?? [] };
  return openAccount({ ...person, patronymic: '', homeOrganisationId }, body, SYSTEM, { status: 'active', wanted: null });
}

/** Who sees what is secret in the demonstration: those who work with the subtasks 2.1.1 and 2.5.5, and the Agency's named people. */
const CLEARED: Readonly<Record<string, ClearanceDraft['secrecy'][]>> = {
  executor: ['restricted'],
  coordinator: ['restricted', 'tax'],
  curator: ['restricted', 'tax'],
};
const LIST = 'Приказ № 1-ДСП от 05.01.2026';

export function clearanceDrafts({ id, username, firstName, lastName, memberships }: DemonstrationPerson): ClearanceDraft[] {
  const personName = `${firstName} ${lastName}`;
  return memberships.slice(0, 1).flatMap(({ organisationId, from }) =>
    (CLEARED[username] ?? []).map((secrecy) => ({ personId: id, personName, organisationId, secrecy, from, until: null, basis: LIST })),
  );
}
