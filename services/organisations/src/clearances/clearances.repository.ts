import type { Actor, Decision, Secrecy } from '@aigaq/kernel';
import { Aggregates, type Decided, Followed, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import { clearanceErrors } from './clearance.errors.js';
import type { Clearance } from './clearance.js';

const MOST_OF_A_PERSON = 200;

/** Who is on a list is asked at every request and comes from memory, as the memberships do. */
@Injectable()
export class ClearancesRepository implements BeforeApplicationShutdown {
  private readonly clearances: Aggregates<Clearance>;
  private readonly memory: Followed<Stored<Clearance>, Kept<Clearance>>;

  constructor(
    @InjectModel('Clearance', 'organisations') private readonly model: Model<Stored<Clearance>>,
    private readonly relay: OutboxRelay,
  ) {
    this.clearances = new Aggregates<Clearance>(model, relay);
    this.memory = new Followed(model, (stored) => fromStored<Clearance>(stored), { groupOf: ({ personId }) => personId });
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.memory.end();
  }

  async put(actor: Actor, id: string, decide: (clearance: Kept<Clearance> | undefined) => Decided<Clearance>): Promise<Kept<Clearance> | undefined> {
    const listed = await this.clearances.put(actor, id, decide);
    return listed && this.kept(listed);
  }

  async change(actor: Actor, id: string, decide: (clearance: Kept<Clearance>) => Decided<Clearance>): Promise<Kept<Clearance>> {
    return this.kept(await this.clearances.change(actor, id, decide, { notFound: () => clearanceErrors.not_found({ clearanceId: id }) }));
  }

  /** All lines with the person who asks, past ones too. */
  ofAsker(personId: string): Promise<Kept<Clearance>[]> {
    return this.memory.group(personId);
  }

  /** All lines with the person, past ones too. */
  async of(personId: string): Promise<Kept<Clearance>[]> {
    return this.found({ personId }, MOST_OF_A_PERSON);
  }

  /** By person; one more than asked for when there are more. */
  page(secrecy: Secrecy | undefined, cursor: string | undefined, limit: number): Promise<Kept<Clearance>[]> {
    return this.found({ ...(secrecy && { secrecy }), ...(cursor !== undefined && { _id: { $gt: cursor } }) }, limit + 1);
  }

  async grantAll(actor: Actor, decisions: readonly Decision<Clearance>[]): Promise<void> {
    await insertMissing(this.model, decisions.map((decision) => this.clearances.document(actor, decision)));
    this.relay.nudge();
    await this.memory.refresh();
  }

  async known(ids: readonly string[]): Promise<Set<string>> {
    const found = await this.model.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }

  private kept(listed: Kept<Clearance>): Kept<Clearance> {
    this.memory.put(listed.id, listed.version, listed);
    return listed;
  }

  private async found(where: Record<string, unknown>, limit: number): Promise<Kept<Clearance>[]> {
    const found = await this.model.find(where, { outbox: 0 }).sort({ _id: 1 }).limit(limit).lean<Stored<Clearance>[]>();
    return found.map((stored) => fromStored<Clearance>(stored));
  }
}
