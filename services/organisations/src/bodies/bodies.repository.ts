import type { BodyName, OrganisationKind } from '@aigaq/api';
import { type Act, scopeFilter } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Aggregates, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import { type Above, type Body, type BodyDraft, registerBody, searchKey } from './body.js';

export interface BodiesWanted {
  parentId?: string | undefined;
  kind?: OrganisationKind | undefined;
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const MOST_BODIES = 50_000;
const everyLetter = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

@Injectable()
export class BodiesRepository {
  private readonly bodies: Aggregates<Body>;

  constructor(
    @InjectModel('Body', 'organisations') private readonly model: Model<Stored<Body>>,
    private readonly relay: OutboxRelay,
  ) {
    this.bodies = new Aggregates<Body>(model, relay);
  }

  /** Enters many bodies whose superiors are in the register; those that are there already stay as they are. */
  async registerAll(actor: Actor, drafts: readonly BodyDraft[]): Promise<void> {
    const byId = await this.around(drafts);
    const decisions = drafts.map((draft) => registerBody(draft, above(draft, byId)));
    await insertMissing(this.model, decisions.map((decision) => this.bodies.document(actor, decision)));
    this.relay.nudge();
  }

  /** All bodies that bear on the place of these. */
  private async around(drafts: readonly BodyDraft[]): Promise<Map<string, Body>> {
    const named = await this.byIds(drafts.flatMap(({ parentId, supervisorIds }) => [...(parentId === null ? [] : [parentId]), ...supervisorIds]));
    const ancestors = await this.byIds(named.flatMap(({ ancestorIds }) => ancestorIds));
    const theirs = await this.byIds([...named, ...ancestors].flatMap(({ supervisorIds }) => supervisorIds));
    return new Map([...named, ...ancestors, ...theirs].map((body) => [body.id, body]));
  }

  /** A body that the actor may see under this act. */
  find(actor: Actor, act: Act, id: string): Promise<Kept<Body> | undefined> {
    return this.bodies.find(id, scopeFilter(actor, act));
  }

  /** Whoever asks: names are no secret, and services of this house look up whom they write about. */
  async byIds(ids: readonly string[]): Promise<Kept<Body>[]> {
    const found = await this.model.find({ _id: { $in: [...new Set(ids)] } }).lean<Stored<Body>[]>();
    const byId = new Map(found.map((stored) => [stored._id, fromStored<Body>(stored)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async namesOf(ids: readonly string[]): Promise<BodyName[]> {
    return (await this.byIds(ids)).map(({ id, name, kind }) => ({ id, name, kind }));
  }

  /** Bodies that the actor may see, by id; one more than asked for when there are more. */
  async page(actor: Actor, { parentId, kind, search, cursor, limit }: BodiesWanted): Promise<Kept<Body>[]> {
    const found = await this.model
      .find({
        ...scopeFilter(actor, 'body.read'),
        ...(parentId === undefined ? {} : { parentId }),
        ...(kind === undefined ? {} : { kind }),
        ...(search === undefined ? {} : { searchKey: { $regex: everyLetter(searchKey(search)) } }),
        ...(cursor === undefined ? {} : { _id: { $gt: cursor } }),
      })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .lean<Stored<Body>[]>();
    return found.map((stored) => fromStored<Body>(stored));
  }

  /** Which of these have bodies below them. */
  async withChildren(ids: readonly string[]): Promise<Set<string>> {
    const parents = await this.model.aggregate<{ _id: string }>([
      { $match: { parentId: { $in: [...ids] } } },
      { $group: { _id: '$parentId' } },
    ]);
    return new Set(parents.map(({ _id }) => _id));
  }

  /** Ids of all bodies that the register has, for an import that goes on where it stopped. */
  async knownIds(): Promise<Set<string>> {
    const found = await this.model.find({}, { _id: 1 }).limit(MOST_BODIES).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }
}

function above({ parentId, supervisorIds }: BodyDraft, byId: ReadonlyMap<string, Body>): Above {
  const bodies = (ids: readonly string[]): Body[] => ids.flatMap((id) => byId.get(id) ?? []);
  const parent = byId.get(parentId ?? '');
  const ancestors = parent ? [parent, ...bodies(parent.ancestorIds)] : [];
  return { parent, ancestors: [...ancestors, ...bodies(ancestors.flatMap((body) => body.supervisorIds))], supervisors: bodies(supervisorIds) };
}
