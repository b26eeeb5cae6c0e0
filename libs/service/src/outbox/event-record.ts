import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Change, EventRecord } from '@aigaq/events';
import { type Actor, type Membership, unmarked } from '@aigaq/kernel';
import { withoutKeys } from './stored.js';

const LARGEST_VALUE_BYTES = 1_024;

/** The body that a thing belongs to, and those that stand over it. */
interface Belonging {
  organisationId?: string;
  scope?: readonly string[];
}

/**
 * What is recorded of an act that made `next` out of `before`; of a new thing everything is a change.
 * @param unrecorded fields that are left out
 */
export function recordOfChange(actor: Actor, { before, next, unrecorded }: { before?: object | undefined; next: object; unrecorded: ReadonlySet<string> }): EventRecord {
  const thing = belongingOf(next);
  return { ...recordOfActor(actor, thing), changes: changesOf(before ?? {}, next, unrecorded) };
}

/** By which role the actor acted, and for which body. */
export function recordOfActor(actor: Actor, thing: Belonging): EventRecord {
  const under = actor.under ?? likelyMembership(actor, thing);
  return {
    ...(under === undefined ? {} : { under: { organisationId: under.organisationId, role: under.role } }),
    ...(thing.organisationId ? { organisationId: thing.organisationId } : {}),
  };
}

/** Where no rule has said it: the only role there is, else the one that is nearest to the thing. */
function likelyMembership({ memberships }: Actor, { organisationId, scope = [] }: Belonging): Membership | undefined {
  if (memberships.length === 1) {
    return memberships[0];
  }
  const near = [organisationId, ...scope.map(unmarked)];
  const held = near.map((body) => memberships.find((membership) => membership.organisationId === body));
  return held.find((membership) => membership !== undefined);
}

/** Fields that differ, in alphabetical order. */
export function changesOf(before: object, next: object, unrecorded: ReadonlySet<string> = new Set()): Change[] {
  const valueOf = isSecret(next) ? () => ({ secret: true }) : recordable;
  const [was, will] = [withoutKeys(before), withoutKeys(next)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(will)])].filter((field) => !unrecorded.has(field)).sort();
  return fields
    .filter((field) => !isDeepStrictEqual(was[field], will[field]))
    .map((field) => ({ field, before: valueOf(was[field]), after: valueOf(will[field]) }));
}

/** Data on whistle-blowers and tax secrets must not reach everybody who may read the record: that it changed is enough there. */
function isSecret(next: object): boolean {
  const { secrecy } = next as { secrecy?: unknown };
  return typeof secrecy === 'string' && !['', 'none'].includes(secrecy);
}

/** As JSON has it, so that it is the same on every way that events take. */
function recordable(value: unknown): unknown {
  const text = JSON.stringify(value ?? null);
  const bytes = Buffer.byteLength(text);
  return bytes <= LARGEST_VALUE_BYTES ? JSON.parse(text) : { sha256: createHash('sha256').update(text).digest('hex'), bytes };
}

function belongingOf(next: object): Belonging {
  const { organisationId, scope } = next as { organisationId?: unknown; scope?: unknown };
  return {
    ...(typeof organisationId === 'string' ? { organisationId } : {}),
    ...(Array.isArray(scope) ? { scope: scope as string[] } : {}),
  };
}
