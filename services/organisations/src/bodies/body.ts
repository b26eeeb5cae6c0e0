import type { LegalForm, OrganisationKind } from '@aigaq/api';
import type { Decision, Localised } from '@aigaq/kernel';
import { isValidBin } from '@aigaq/reference';
import { bodyErrors } from './body.errors.js';
import { registered } from './body.event.js';
import { type Known, placedOn, refuseBadPlace } from './body.place.js';
import { endedWith, type Span } from './span.js';

export interface NameSpan extends Span {
  name: Localised;
  /** The code (МФ, ҚМ); empty when it has none. */
  shortName: Localised;
}
export interface Relation extends Span {
  bodyId: string;
}

/** What is written on a body's card when it is entered into the register. Days are `YYYY-MM-DD`. */
export interface BodyDraft {
  id: string;
  kind: OrganisationKind;
  legalForm: LegalForm | null;
  name: Localised;
  shortName: Localised;
  bin: string | null;
  parentId: string | null;
  /** The first one reviews what an entity hands in. */
  supervisorIds: readonly string[];
  regionId: string | null;
  validFrom: string;
}

/** What is known of a body for all days. */
export interface BodyHistory {
  id: string;
  kind: OrganisationKind;
  legalForm: LegalForm | null;
  bin: string | null;
  regionId: string | null;
  validFrom: string;
  /** Last day of its life. */
  validUntil: string | null;
  /** What became of it when it was closed. */
  successorIds: readonly string[];
  /** Each oldest first. */
  names: readonly NameSpan[];
  parents: readonly Relation[];
  supervisors: readonly Relation[];
}

/** What follows from it today; made again when the day turns and when something above it moves. */
export interface BodyToday {
  name: Localised;
  shortName: Localised;
  parentId: string | null;
  /** From the parent up to the root. */
  ancestorIds: readonly string[];
  supervisorIds: readonly string[];
  /** As `scopeOf` of @aigaq/kernel gives it. */
  scope: readonly string[];
  /** The words by whose beginnings it is found: all its names, its codes and its BIN. */
  searchWords: readonly string[];
  /** The BIN while it lives; no two bodies have the same. */
  livingBin?: string | undefined;
  /** The next day on which something changes by itself. */
  turnsOn: string | null;
}

export interface Body extends BodyHistory, BodyToday {
  /** The body itself: the scope filter asks for it. */
  organisationId: string;
  /** It moved, and what stands below it has not followed yet. */
  isUnsettled?: boolean | undefined;
}

/** Enters a body into the register, in its place in the tree. */
export function registerBody(draft: BodyDraft, known: Known, today: string): Decision<Body> {
  const history = historyOf(draft);
  refuseBadBody(history);
  refuseBadPlace(history, known, draft.validFrom);
  const next: Body = { ...history, ...placedOn(history, known, today), organisationId: draft.id };
  return { next, events: [registered(next, 1)] };
}

export function historyOf({ name, shortName, parentId, supervisorIds, ...draft }: BodyDraft, validUntil: string | null = null): BodyHistory {
  const whole = { from: draft.validFrom, until: validUntil };
  return {
    ...draft,
    validUntil,
    successorIds: [],
    names: [{ name: trimmed(name), shortName: trimmed(shortName), ...whole }],
    parents: parentId === null ? [] : [{ bodyId: parentId, ...whole }],
    supervisors: supervisorIds.map((bodyId) => ({ bodyId, ...whole })),
  };
}

export function trimmed({ kk, ru }: Localised): Localised {
  return { kk: kk.trim(), ru: ru.trim() };
}

/** What can be said without looking at other bodies. */
export function refuseBadBody({ id, bin, names, validFrom, validUntil }: BodyHistory): void {
  if (bin !== null && !isValidBin(bin)) {
    throw bodyErrors.bad_bin({ bin });
  }
  if (names.some(({ name }) => name.kk === '' || name.ru === '')) {
    throw bodyErrors.name_missing({ bodyId: id });
  }
  if (validUntil !== null && validUntil < validFrom) {
    throw bodyErrors.wrong_dates({ from: validUntil, first: validFrom });
  }
}

/** The body with its last day; names and relations end with it. */
export function closedOn<B extends BodyHistory>(body: B, until: string, successorIds: readonly string[]): B {
  return {
    ...body,
    validUntil: until,
    successorIds: [...successorIds],
    names: endedWith(body.names, until),
    parents: endedWith(body.parents, until),
    supervisors: endedWith(body.supervisors, until),
  };
}
