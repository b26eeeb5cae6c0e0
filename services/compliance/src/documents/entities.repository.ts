import type { EntitiesQuery } from '@aigaq/api';
import { type Act, scopeFilter, under } from '@aigaq/identity';
import { type Actor, type Decision, supervised, SYSTEM } from '@aigaq/kernel';
import { Aggregates, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { entityErrors } from './document.errors.js';
import { type Entity, type EntityBody, keepEntity, placeEntity, searchKey } from './entity.js';

const MOST_ENTITIES = 50_000;
const everyLetter = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

@Injectable()
export class EntitiesRepository {
  private readonly entities: Aggregates<Entity>;

  constructor(
    @InjectModel('Entity', 'compliance') private readonly model: Model<Stored<Entity>>,
    relay: OutboxRelay,
  ) {
    this.entities = new Aggregates<Entity>(model, relay);
  }

  /** Keeps what the register of bodies says, whether it is news or not; `body` is asked for at each try. */
  keep(id: string, body: () => Promise<EntityBody>): Promise<Entity | undefined> {
    return this.entities.put(SYSTEM, id, async (known) => keepEntity(known, id, await body()));
  }

  /** Mends the place of all entities under a body, and of all that it supervises, itself or through a body above them. */
  async placeAround(bodyId: string, scopeOf: (entity: Entity) => Promise<string[]>): Promise<void> {
    const found = await this.model.find({ scope: { $in: [bodyId, supervised(bodyId)] }, _id: { $ne: bodyId } }, { _id: 1 }).limit(MOST_ENTITIES).lean<{ _id: string }[]>();
    for (const { _id } of found) {
      await this.entities.put(SYSTEM, _id, async (known) => known && placeEntity(known, await scopeOf(known)));
    }
  }

  /** The entity, changed or not. @throws entity.not_found outside the actor's scope */
  change(actor: Actor, act: Act, id: string, decide: (entity: Entity) => Promise<Decision<Entity> | undefined>): Promise<Kept<Entity>> {
    return this.entities.change(actor, id, decide, {
      by: (entity) => under(actor, act, entity),
      where: scopeFilter(actor, act),
      notFound: () => entityErrors.not_found({ entityId: id }),
    });
  }

  /** @throws entity.not_found outside the actor's scope */
  async get(actor: Actor, act: Act, id: string): Promise<Entity> {
    const entity = await this.entities.find(id, scopeFilter(actor, act));
    if (!entity) {
      throw entityErrors.not_found({ entityId: id });
    }
    return entity;
  }

  /** Living entities that the actor may see, by id; one more than asked for when there are more. */
  async page(actor: Actor, { supervisorId, search, cursor, limit }: EntitiesQuery, today: string): Promise<Entity[]> {
    const conditions = [
      scopeFilter(actor, 'compliance.read'),
      { $or: [{ validUntil: null }, { validUntil: { $gte: today } }] },
      ...(supervisorId === undefined ? [] : [{ supervisorIds: supervisorId }]),
      ...(search === undefined ? [] : [{ searchKey: { $regex: everyLetter(searchKey(search)) } }]),
      ...(cursor === undefined ? [] : [{ _id: { $gt: cursor } }]),
    ];
    const found = await this.model
      .find({ $and: conditions }, { outbox: 0 })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .lean<Stored<Entity>[]>();
    return found.map((stored) => fromStored<Entity>(stored));
  }

  /** All entities of a supervising body with what counts for its score. */
  async supervisedBy(bodyId: string): Promise<Pick<Entity, 'documents' | 'validFrom' | 'validUntil'>[]> {
    return this.model
      .find({ supervisorIds: bodyId }, { documents: 1, validFrom: 1, validUntil: 1 })
      .limit(MOST_ENTITIES)
      .lean<Pick<Entity, 'documents' | 'validFrom' | 'validUntil'>[]>();
  }

  /** Whether one of these entities is supervised by the body. */
  async areSupervisedBy(ids: readonly string[], bodyId: string): Promise<boolean> {
    return (await this.model.exists({ _id: { $in: [...ids] }, supervisorIds: bodyId })) !== null;
  }

  /** Bodies whose score is kept here. */
  async supervisors(): Promise<string[]> {
    const found = await this.model.aggregate<{ _id: string }>([{ $unwind: '$everSupervisorIds' }, { $group: { _id: '$everSupervisorIds' } }]);
    return found.map(({ _id }) => _id).sort();
  }
}
