import type { BodiesQuery, BodyRow, BodyView, PageOf } from '@aigaq/api';
import type { Actor } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { HeadsRepository } from '../heads/heads.repository.js';
import { BodiesRepository } from './bodies.repository.js';
import { bodyErrors } from './body.errors.js';
import type { Body } from './body.js';

@Injectable()
export class BodiesService {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly heads: HeadsRepository,
  ) {}

  async page(actor: Actor, query: BodiesQuery): Promise<PageOf<BodyRow>> {
    const found = await this.bodies.page(actor, query);
    const shown = found.slice(0, query.limit);
    const parents = await this.bodies.withChildren(shown.map(({ id }) => id));
    return {
      items: shown.map((body) => rowOf(body, parents.has(body.id))),
      nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async card(actor: Actor, id: string): Promise<BodyView & { organisationId: string }> {
    const body = await this.bodies.find(actor, 'body.read', id);
    if (!body) {
      throw bodyErrors.not_found({ bodyId: id });
    }
    const [parents, ancestors, supervisors, heads] = await Promise.all([
      this.bodies.withChildren([id]),
      this.bodies.namesOf(body.ancestorIds),
      this.bodies.namesOf(body.supervisorIds),
      this.heads.of(id),
    ]);
    // The record of reads takes the body from `organisationId`.
    const { validFrom, validUntil } = body;
    const since = { from: validFrom, until: validUntil };
    return {
      ...rowOf(body, parents.has(id)),
      organisationId: id,
      validFrom,
      names: [{ name: body.name, shortName: NO_NAME, ...since }],
      ancestors,
      parents: ancestors.slice(0, 1).map((parent) => ({ body: parent, ...since })),
      supervisors,
      supervision: supervisors.map((supervisor) => ({ body: supervisor, ...since })),
      successors: [],
      predecessors: [],
      heads,
      allowed: [],
    };
  }
}

const NO_NAME = { kk: '', ru: '' };

function rowOf({ id, name, kind, bin, parentId, regionId, validUntil }: Body, hasChildren: boolean): BodyRow {
  return { id, name, shortName: NO_NAME, legalForm: null, kind, bin, parentId, regionId, validUntil, hasChildren };
}
