import type { OrganisationKind } from '@aigaq/api';
import { event, OrganisationRegisteredSchema } from '@aigaq/contracts';
import { type Decision, type Localised, scopeOf } from '@aigaq/kernel';
import { isValidBin } from '@aigaq/reference';
import { bodyErrors } from './body.errors.js';

/** What is written on a body's card when it is entered into the register. Days are `YYYY-MM-DD`. */
export interface BodyDraft {
  id: string;
  kind: OrganisationKind;
  name: Localised;
  bin: string | null;
  parentId: string | null;
  supervisorIds: readonly string[];
  regionId: string | null;
  validFrom: string;
}

export interface Body extends BodyDraft {
  /** The body itself: the scope filter asks for it. */
  organisationId: string;
  /** From the parent up to the root. */
  ancestorIds: readonly string[];
  validUntil: string | null;
  /** As `scopeOf` of @aigaq/directory gives it. */
  scope: readonly string[];
  searchKey: string;
}

/** The bodies that a draft names, as far as the register has them. */
export interface Above {
  parent: Body | undefined;
  /** The parent and those above it, with those who supervise one of them; for the scope. */
  ancestors: readonly Body[];
  supervisors: readonly Body[];
}

/** Enters a body into the register, in its place in the tree. */
export function registerBody(draft: BodyDraft, above: Above): Decision<Body> {
  if (draft.bin !== null && !isValidBin(draft.bin)) {
    throw bodyErrors.bad_bin({ bin: draft.bin });
  }
  refuseWithoutPlace(draft, above);
  const ancestorIds = above.parent ? [above.parent.id, ...above.parent.ancestorIds] : [];
  const next: Body = {
    ...draft,
    organisationId: draft.id,
    ancestorIds,
    validUntil: null,
    scope: scopeOf({ ...draft, ancestorIds }, [...above.ancestors, ...above.supervisors]),
    searchKey: searchKey(`${draft.name.kk} ${draft.name.ru} ${draft.bin ?? ''}`),
  };
  return { next, events: [registered(next, 1)] };
}

function refuseWithoutPlace(draft: BodyDraft, { parent, supervisors }: Above): void {
  if (draft.parentId !== null && !parent) {
    throw bodyErrors.unknown_parent({ parentId: draft.parentId });
  }
  if (draft.kind === 'quasi-state' && draft.supervisorIds.length === 0) {
    throw bodyErrors.no_supervisor({ bodyId: draft.id });
  }
  const missing = draft.supervisorIds.find((id) => !supervisors.some((body) => body.id === id));
  if (missing !== undefined) {
    throw bodyErrors.unknown_supervisor({ supervisorId: missing });
  }
}

/** What is searched in and for: letters alike, whatever their case; ё is е. */
export function searchKey(text: string): string {
  return text.toLocaleLowerCase('kk').replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim();
}

function registered(body: Body, version: number) {
  const { id, kind, name, ancestorIds, supervisorIds, validFrom } = body;
  return event(OrganisationRegisteredSchema, {
    organisation: {
      id,
      kind,
      name,
      bin: body.bin ?? '',
      parentId: body.parentId ?? '',
      ancestorIds: [...ancestorIds],
      supervisorIds: [...supervisorIds],
      regionId: body.regionId ?? '',
      validFrom,
      validUntil: body.validUntil ?? '',
      version,
    },
  });
}
