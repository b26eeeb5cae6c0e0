import type { BodiesQuery } from '@aigaq/api';
import { OrderedIndex, type Sight } from '../ordered-index.js';
import type { KeptBody } from './body-changes.js';

/** What the address says for bodies without a superior. */
const NONE = 'none';

/** All bodies in memory, by id, for the lists that people look at; made anew when one has changed. */
export class RegisterIndex {
  private readonly ordered: OrderedIndex<KeptBody>;
  private readonly byParent: ReadonlyMap<string | null, readonly KeptBody[]>;
  private readonly succeeded: readonly KeptBody[];

  constructor(bodies: ReadonlyMap<string, { value: KeptBody }>) {
    const all = [...bodies.values()].map(({ value }) => value);
    this.ordered = new OrderedIndex(bodies, ({ id }) => id);
    this.byParent = Map.groupBy(all, ({ parentId }) => parentId);
    this.succeeded = all.filter(({ successorIds }) => successorIds.length > 0);
  }

  find(id: string, sight: Pick<Sight<KeptBody>, 'sees'>): KeptBody | undefined {
    return this.ordered.find(id, sight);
  }

  /** By id; one more than asked for when there are more. */
  page(sight: Sight<KeptBody>, { cursor, limit, search, ...wanted }: BodiesQuery, today: string): KeptBody[] {
    return this.ordered.page(sight, { cursor, limit, search }, (body) => fits(body, wanted, today));
  }

  hasChildren(id: string, today: string): boolean {
    return (this.byParent.get(id) ?? []).some((body) => isLivingOn(body, today));
  }

  predecessorsOf(id: string): KeptBody[] {
    return this.succeeded.filter(({ successorIds }) => successorIds.includes(id));
  }
}

/** The conditions of a list besides scope and search. */
function fits(body: KeptBody, { parentId, supervisorId, kind, regionId, closed }: Omit<BodiesQuery, 'cursor' | 'limit' | 'search'>, today: string): boolean {
  return [
    isWanted(parentId, body.parentId ?? (body.supervisorIds.length === 0 ? NONE : null)),
    supervisorId === undefined || body.supervisorIds.includes(supervisorId),
    isWanted(kind, body.kind),
    isWanted(regionId, body.regionId),
    closed || isLivingOn(body, today),
  ].every(Boolean);
}

function isWanted(wanted: string | undefined, is: string | null): boolean {
  return wanted === undefined || wanted === is;
}

function isLivingOn({ validUntil }: KeptBody, today: string): boolean {
  return validUntil === null || validUntil >= today;
}
