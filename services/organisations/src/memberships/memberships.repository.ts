import type { Actor, Decision, Role } from '@aigaq/kernel';
import { Aggregates, type Decided, Followed, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { countUntold, insertMissing } from '../many.repository.js';
import { membershipErrors } from './membership.errors.js';
import type { Membership } from './membership.js';

const MOST_ROLES = 1000;
const MOST_ADMINISTRATORS = 1000;

/** What every request asks, who holds what, comes from memory, which follows the database within a second or two; all else from the database. */
@Injectable()
export class MembershipsRepository implements BeforeApplicationShutdown {
  private readonly memberships: Aggregates<Membership>;
  private readonly memory: Followed<Stored<Membership>, Kept<Membership>>;

  constructor(
    @InjectModel('Membership', 'organisations') private readonly model: Model<Stored<Membership>>,
    private readonly relay: OutboxRelay,
  ) {
    this.memberships = new Aggregates<Membership>(model, relay);
    this.memory = new Followed(model, (stored) => fromStored<Membership>(stored), { groupOf: ({ personId }) => personId });
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.memory.end();
  }

  /** Gives many roles; one that is held already stays as it is. */
  async grantAll(actor: Actor, decisions: readonly Decision<Membership>[]): Promise<void> {
    await insertMissing(this.model, decisions.map((decision) => this.memberships.document(actor, decision)));
    this.relay.nudge();
    await this.memory.refresh();
  }

  /** Gives a role, again where the person has held it. */
  async put(actor: Actor, id: string, decide: (held: Kept<Membership> | undefined) => Decided<Membership>): Promise<Kept<Membership> | undefined> {
    const held = await this.memberships.put(actor, id, decide);
    return held && this.kept(held);
  }

  async change(actor: Actor, id: string, decide: (held: Kept<Membership>) => Decided<Membership>): Promise<Kept<Membership>> {
    return this.kept(await this.memberships.change(actor, id, decide, { notFound: () => membershipErrors.not_found({ membershipId: id }) }));
  }

  /** All that the person holds, held or will hold, for the one who asks. */
  ofAsker(personId: string): Promise<Kept<Membership>[]> {
    return this.memory.group(personId);
  }

  /** The same of the people of a page, for those who only look. */
  async shownOfEach(personIds: readonly string[]): Promise<Map<string, Kept<Membership>[]>> {
    return new Map(await Promise.all(personIds.map(async (id) => [id, await this.memory.group(id)] as const)));
  }

  /** Whoever asks; who shows it checks the body first. */
  find(id: string): Promise<Kept<Membership> | undefined> {
    return this.memberships.find(id);
  }

  /** Which of these are held already. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const found = await this.model.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  /** All that the person holds, held or will hold. */
  of(personId: string): Promise<Kept<Membership>[]> {
    return this.found({ personId }, MOST_ROLES);
  }

  /** The same of the people of a page. */
  async ofEach(personIds: readonly string[]): Promise<Map<string, Kept<Membership>[]>> {
    const found = await this.found({ personId: { $in: [...personIds] } }, MOST_ROLES * personIds.length);
    return Map.groupBy(found, ({ personId }) => personId);
  }

  /** Held on the day and without an end. */
  openEnded(role: Role, day: string): Promise<Kept<Membership>[]> {
    return this.found({ role, until: null, from: { $lte: day } }, MOST_ADMINISTRATORS);
  }

  /** In force on the day, by id, after that one: for work on all of them, piece by piece. */
  async inForceAfter(after: string, day: string, limit: number): Promise<Kept<Membership>[]> {
    const held = { _id: { $gt: after }, from: { $lte: day }, $or: [{ until: null }, { until: { $gte: day } }] };
    return this.found(held, limit);
  }

  /** People whose account does not know yet what they hold. */
  async unsettledPeople(limit: number): Promise<string[]> {
    const found = await this.model.find({ unsettled: true }, { personId: 1 }).limit(limit).lean<{ personId: string }[]>();
    return [...new Set(found.map(({ personId }) => personId))];
  }

  /** The account knows these states; one that changed meanwhile stays unsettled. */
  async markSettled(known: readonly Kept<Membership>[]): Promise<void> {
    const unsettled = known.filter((membership) => membership.unsettled === true);
    // The version rises, so that a change decided meanwhile is decided again and marks it anew.
    await Promise.all(
      unsettled.map(({ id, version }) =>
        this.model.collection.updateOne({ _id: id as never, version }, { $unset: { unsettled: '' }, $inc: { version: 1 } }),
      ),
    );
  }

  /** Taken over, while the role of the giver is still to be ended. */
  unfinishedHandovers(limit: number): Promise<Kept<Membership>[]> {
    return this.found({ 'receivedFrom.isDone': false }, limit);
  }

  untold(): Promise<number> {
    return countUntold(this.model);
  }

  private kept(held: Kept<Membership>): Kept<Membership> {
    this.memory.put(held.id, held.version, held);
    return held;
  }

  private async found(where: Record<string, unknown>, limit: number): Promise<Kept<Membership>[]> {
    const found = await this.model.find(where, { outbox: 0 }).sort({ _id: 1 }).limit(limit).lean<Stored<Membership>[]>();
    return found.map((stored) => fromStored<Membership>(stored));
  }
}
