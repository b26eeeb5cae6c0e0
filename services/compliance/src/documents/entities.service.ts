import type { BodyName, EntitiesQuery, EntityRow, EntityView, PageOf, RegisterDocument } from '@aigaq/api';
import { Directory, today } from '@aigaq/directory';
import { authorise, covers } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import { Programme } from '../programme.js';
import { EntitiesRepository } from './entities.repository.js';
import { type Entity, inForceOn, registerDocument, stateOn } from './entity.js';
import { EvidenceRepository } from './evidence.repository.js';

const NEVER_REGISTERED = {
  state: 'missing',
  evidenceId: null,
  validFrom: null,
  validUntil: null,
  publicationUrl: null,
  registeredBy: null,
  registeredAt: null,
} as const;

@Injectable()
export class EntitiesService {
  constructor(
    private readonly entities: EntitiesRepository,
    private readonly evidence: EvidenceRepository,
    private readonly directory: Directory,
    private readonly programme: Programme,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: EntitiesQuery): Promise<PageOf<EntityRow>> {
    const found = await this.entities.page(actor, query, today(this.clock));
    const shown = found.slice(0, query.limit);
    const names = await this.directory.namesOf(shown.flatMap(({ supervisorIds }) => supervisorIds));
    return {
      items: shown.map((entity) => this.rowOf(entity, names)),
      nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async card(actor: Actor, id: string): Promise<EntityView> {
    return this.viewOf(actor, await this.entities.get(actor, 'compliance.read', id));
  }

  async register(actor: Actor, id: string, code: string, wanted: RegisterDocument): Promise<EntityView> {
    authorise(actor, 'compliance.register');
    const entity = await this.entities.change(actor, 'compliance.register', id, async (known) => {
      const evidence = await this.evidence.find(id, wanted.evidenceId);
      const facts = { codes: this.programme.documentCodes, evidence, now: this.clock.now() };
      return registerDocument(known, actor, { ...wanted, code }, facts);
    });
    return this.viewOf(actor, entity);
  }

  private async viewOf(actor: Actor, entity: Entity): Promise<EntityView & { organisationId: string }> {
    const names = await this.directory.namesOf(entity.supervisorIds);
    return {
      ...this.rowOf(entity, names),
      // The record of reads takes the body from here.
      organisationId: entity.organisationId,
      documents: this.programme.documents.map(({ code, name }) => this.documentOf(entity, code, name)),
      canRegister: covers(actor, 'compliance.register', entity),
    };
  }

  private rowOf({ id, name, bin, supervisorIds, documents }: Entity, names: ReadonlyMap<string, BodyName>): EntityRow {
    const codes = this.programme.documentCodes;
    return {
      id,
      name,
      kind: 'quasi-state',
      bin,
      supervisors: supervisorIds.flatMap((supervisorId) => names.get(supervisorId) ?? []),
      registered: inForceOn({ documents }, today(this.clock)).filter((code) => codes.includes(code)).length,
      total: codes.length,
    };
  }

  private documentOf({ documents }: Entity, code: string, title: { kk: string; ru: string }): EntityView['documents'][number] {
    const document = documents.find((each) => each.code === code);
    if (!document) {
      return { code, title, ...NEVER_REGISTERED };
    }
    const { evidenceId, validFrom, validUntil, publicationUrl, registeredBy, registeredAt } = document;
    const state = stateOn(document, today(this.clock));
    return { code, title, state, evidenceId, validFrom, validUntil, publicationUrl, registeredBy, registeredAt: registeredAt.toISOString() };
  }
}
