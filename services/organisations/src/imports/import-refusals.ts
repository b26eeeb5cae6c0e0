import { DomainError } from '@aigaq/kernel';
import { refuseBelow } from '../bodies/body-changes.js';
import { bodyErrors } from '../bodies/body.errors.js';
import type { BodyHistory } from '../bodies/body.js';
import { refuseBadPlace, withinLife } from '../bodies/body.place.js';
import type { RowDraft } from './import-draft.js';

type Whole = ReadonlyMap<string, BodyHistory>;

/** Adds to the rows why they cannot stand beside all others: place, successors, what is below, BIN. */
export function refusalsOf(drafts: readonly RowDraft[], whole: Whole, day: string): void {
  const below = relatedTo(whole);
  const owners = binOwners(whole, day);
  for (const { state, next, refusals } of drafts) {
    if (!next || next === state || refusals.length > 0) {
      continue;
    }
    const checks = [
      () => refuseBadPlace(next, whole, withinLife(next, day)),
      () => refuseUnknownSuccessor(next, whole),
      () => next.validUntil !== null && refuseBelow(next, below.get(next.id) ?? []),
      () => refuseTakenBin(next, owners),
    ];
    refusals.push(...checks.flatMap(refusal));
  }
}

function refusal(check: () => unknown): DomainError[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof DomainError) {
      return [error];
    }
    throw error;
  }
}

/** Who stands, stood or will stand below a body, or is supervised by it. */
function relatedTo(whole: Whole): Map<string, BodyHistory[]> {
  const related = new Map<string, BodyHistory[]>();
  for (const body of whole.values()) {
    for (const id of new Set([...body.parents, ...body.supervisors].map(({ bodyId }) => bodyId))) {
      const others = related.get(id);
      if (others) {
        others.push(body);
      } else {
        related.set(id, [body]);
      }
    }
  }
  return related;
}

function binOwners(whole: Whole, day: string): Map<string, string[]> {
  const living = [...whole.values()].filter(({ bin, validUntil }) => bin !== null && (validUntil === null || validUntil >= day));
  return new Map([...Map.groupBy(living, ({ bin }) => bin ?? '')].map(([bin, bodies]) => [bin, bodies.map(({ id }) => id)]));
}

function refuseTakenBin({ id, bin }: BodyHistory, owners: ReadonlyMap<string, string[]>): void {
  const owning = owners.get(bin ?? '') ?? [];
  const other = owning.find((owner) => owner !== id);
  if (bin !== null && owning.includes(id) && other !== undefined) {
    throw bodyErrors.bin_taken({ bin, bodyId: other });
  }
}

function refuseUnknownSuccessor({ id, successorIds }: BodyHistory, whole: Whole): void {
  const unknown = successorIds.find((successor) => successor === id || !whole.has(successor));
  if (unknown !== undefined) {
    throw bodyErrors.unknown_successor({ successorId: unknown });
  }
}
