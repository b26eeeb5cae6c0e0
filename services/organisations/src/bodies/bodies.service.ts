import type { BodiesQuery, BodyName, BodyRow, BodyView, DatedRelation, PageOf } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { covers } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { HeadsRepository } from '../heads/heads.repository.js';
import { BodiesRepository } from './bodies.repository.js';
import { bodyErrors } from './body.errors.js';
import type { Body, Relation } from './body.js';

@Injectable()
export class BodiesService {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly heads: HeadsRepository,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: BodiesQuery): Promise<PageOf<BodyRow>> {
    const found = await this.bodies.page(actor, query, this.today());
    const shown = found.slice(0, query.limit);
    const [parents, above] = await Promise.all([
      this.bodies.withChildren(shown.map(({ id }) => id), this.today()),
      // In the tree one sees where a body stands.
      query.search === undefined ? undefined : this.names(shown.flatMap(({ ancestorIds }) => ancestorIds)),
    ]);
    return {
      items: shown.map((body) => ({ ...rowOf(body, parents.has(body.id)), ...(above && { ancestors: pick(above, body.ancestorIds) }) })),
      nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async card(actor: Actor, id: string): Promise<BodyView & { organisationId: string }> {
    const body = await this.bodies.find(actor, 'body.read', id);
    if (!body) {
      throw bodyErrors.not_found({ bodyId: id });
    }
    const { validFrom, ancestorIds, supervisorIds, successorIds, parents, supervisors } = body;
    const [children, names, predecessors, heads] = await Promise.all([
      this.bodies.withChildren([id], this.today()),
      this.names([...ancestorIds, ...successorIds, ...[...parents, ...supervisors].map(({ bodyId }) => bodyId)]),
      this.bodies.predecessorsOf(id),
      this.heads.of(id),
    ]);
    return {
      ...rowOf(body, children.has(id)),
      // The record of reads takes the body from `organisationId`.
      organisationId: id,
      validFrom,
      names: [...body.names],
      ancestors: pick(names, ancestorIds),
      parents: dated(names, parents),
      supervisors: pick(names, supervisorIds),
      supervision: dated(names, supervisors),
      successors: pick(names, successorIds),
      predecessors: predecessors.map(({ id: predecessorId, name, kind }) => ({ id: predecessorId, name, kind })),
      heads,
      allowed: allowedTo(actor, body),
    };
  }

  private async names(ids: readonly string[]): Promise<Map<string, BodyName>> {
    return new Map((await this.bodies.namesOf(ids)).map((name) => [name.id, name]));
  }

  private today(): string {
    return dayOf(this.clock.now());
  }
}

function rowOf(body: Body, hasChildren: boolean): BodyRow {
  const { id, name, shortName, kind, legalForm, bin, parentId, regionId, validUntil } = body;
  return { id, name, shortName, legalForm, kind, bin, parentId, regionId, validUntil, hasChildren };
}

function pick(names: ReadonlyMap<string, BodyName>, ids: readonly string[]): BodyName[] {
  return ids.flatMap((id) => names.get(id) ?? []);
}

function dated(names: ReadonlyMap<string, BodyName>, relations: readonly Relation[]): DatedRelation[] {
  return relations.flatMap(({ bodyId, from, until }) => pick(names, [bodyId]).map((body) => ({ body, from, until })));
}

function allowedTo(actor: Actor, body: Body): BodyView['allowed'] {
  const isOpen = body.validUntil === null;
  return [
    ...(isOpen && covers(actor, 'body.manage', body) ? (['change'] as const) : []),
    ...(isOpen && covers(actor, 'heads.manage', body) ? (['appoint'] as const) : []),
    ...(covers(actor, 'accounts.manage', body) ? (['manage-accounts'] as const) : []),
  ];
}
