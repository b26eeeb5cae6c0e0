import { ActorSource } from '@aigaq/identity';
import { type Actor, type BodyKind, type Clock, type Localised, type Membership, type Placed, type Role, type Secrecy, scopeOf, supervisorsAround } from '@aigaq/kernel';
import type { Model } from 'mongoose';
import type { ActorCache, Held } from './actor-cache.js';
import { type Body, entitledOn, type Head, type HeadLevel, inForceOn, isLiving, type Member, nameOn, reportingLine } from './body.js';
import { today } from './day.js';
import type { StoredBody, StoredClearance, StoredHead, StoredMembership } from './directory.schema.js';

const MOST_BODIES = 50_000;
const MOST_HEADS = 500;
const MOST_MEMBERS = 50_000;
const MOST_CLEARANCES = 50_000;
const PAGE = 500;

/** A body as it is named in views (BodyName of @aigaq/api). */
export interface BodyName {
  id: string;
  name: Localised;
  kind: BodyKind;
}

interface DirectoryModels {
  bodies: Model<StoredBody>;
  heads: Model<StoredHead>;
  memberships: Model<StoredMembership>;
  clearances: Model<StoredClearance>;
}

function bodyOf({ _id, version: _version, reportsToId: _reportsToId, ...fields }: StoredBody): Body {
  return { id: _id, ...fields };
}

/** A body as it is named in what belongs to a day. */
export function bodyNameOn(body: Body, day: string): BodyName {
  return { id: body.id, name: nameOn(body, day), kind: body.kind };
}

/** The service's own copy of bodies, heads and memberships; nobody is asked over the wire. */
export class Directory extends ActorSource {
  constructor(
    private readonly models: DirectoryModels,
    private readonly clock: Clock,
    private readonly cache: ActorCache,
  ) {
    super();
  }

  /** Undefined: no such body, or this service has not heard of it yet. */
  async body(id: string): Promise<Body | undefined> {
    const [body] = await this.bodies([id]);
    return body;
  }

  /** In the order of `ids`; unknown ones are left out. */
  async bodies(ids: readonly string[]): Promise<Body[]> {
    if (ids.length === 0) {
      return [];
    }
    const found = await this.models.bodies.find({ _id: { $in: [...new Set(ids)] } }).lean<StoredBody[]>();
    const byId = new Map(found.map((stored) => [stored._id, bodyOf(stored)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** What views show of bodies, under the names in force on the day; unknown ones are missing in the map. */
  async namesOf(ids: readonly string[], day = today(this.clock)): Promise<Map<string, BodyName>> {
    return new Map((await this.bodies(ids)).map((body) => [body.id, bodyNameOn(body, day)]));
  }

  /** Living bodies of these kinds, by id. */
  bodiesOf(kinds: readonly BodyKind[]): Promise<Body[]> {
    return this.living({ kind: { $in: [...kinds] } });
  }

  /** Living bodies that report to this one: its children, and entities whose first supervisor it is. */
  childrenOf(id: string): Promise<Body[]> {
    return this.living({ reportsToId: id });
  }

  /** Living quasi-state entities that name this body among their supervisors. */
  supervisedBy(id: string): Promise<Body[]> {
    return this.living({ supervisorIds: id });
  }

  /** What a scoped document of the body stores as `scope`. */
  async scopeOf(body: Placed): Promise<string[]> {
    return (await this.scopesOf([body])).get(body.id) ?? [body.id];
  }

  /** The same for many bodies with two queries. */
  async scopesOf(bodies: readonly Placed[]): Promise<Map<string, string[]>> {
    const near = await this.bodies([...new Set(bodies.flatMap(({ ancestorIds, supervisorIds }) => [...ancestorIds, ...supervisorIds]))]);
    const known = new Set(near.map(({ id }) => id));
    const far = await this.bodies([...new Set(near.flatMap(({ supervisorIds }) => supervisorIds))].filter((id) => !known.has(id)));
    const around = [...near, ...far];
    const byId = new Map(around.map((body) => [body.id, body]));
    return new Map(bodies.map((body) => [body.id, scopeOf(body, aroundOf(body, byId))]));
  }

  /**
   * For listeners that keep `scope` with what belongs to a body, when a body was told anew: the body itself, all that it supervises, and
   * all below either, closed ones too. Looks again after each write: where two facts come at once, the last one to look has seen both.
   */
  async keepScopes(bodyId: string, write: (organisationId: string, scope: string[]) => Promise<void>): Promise<void> {
    const heads = [bodyId, ...(await this.idsWhere({ supervisorIds: bodyId }))];
    for (const id of new Set([...heads, ...(await this.idsWhere({ ancestorIds: { $in: heads } }))])) {
      let written: string | undefined;
      for (let scope = await this.scopeById(id); scope.join() !== written; scope = await this.scopeById(id)) {
        await write(id, scope);
        written = scope.join();
      }
    }
  }

  private async idsWhere(where: Record<string, unknown>): Promise<string[]> {
    const found = await this.models.bodies.find(where, { _id: 1 }).limit(MOST_BODIES).lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  }

  private async scopeById(id: string): Promise<string[]> {
    const body = await this.body(id);
    return body ? this.scopeOf(body) : [id];
  }

  /** The reviewing bodies in order; the last one is the Agency. */
  async reportingLine(body: Body): Promise<Body[]> {
    return this.bodies(reportingLine(body, await this.bodies(body.supervisorIds.slice(0, 1))));
  }

  /** The whole history of the chairs of a body, newest first. */
  async heads(organisationId: string): Promise<Head[]> {
    const found = await this.models.heads.find({ organisationId }).sort({ from: -1 }).limit(MOST_HEADS).lean<StoredHead[]>();
    return found.map(({ _id, version: _version, ...fields }) => ({ id: _id, ...fields }));
  }

  /** Who was entitled to sign for the body on that day, newest first; nobody is after its last day. */
  async entitledOn(organisationId: string, day: string, levels: readonly HeadLevel[]): Promise<Head[]> {
    const [body, heads] = await Promise.all([this.body(organisationId), this.heads(organisationId)]);
    const isClosed = body !== undefined && body.validUntil !== null && body.validUntil < day;
    return isClosed ? [] : entitledOn(heads, day, levels);
  }

  /** Who holds one of the roles in this very body today; each person once. */
  async membersOf(organisationId: string, roles: readonly Role[]): Promise<Member[]> {
    return (await this.membersOfEach([organisationId], roles)).get(organisationId) ?? [];
  }

  /** The same for many bodies in one query; bodies in which nobody holds such a role are missing. */
  async membersOfEach(organisationIds: readonly string[], roles: readonly Role[]): Promise<Map<string, Member[]>> {
    const found = await this.models.memberships
      .find({ organisationId: { $in: [...organisationIds] }, role: { $in: [...roles] } })
      .sort({ _id: 1 })
      .limit(MOST_MEMBERS)
      .lean<StoredMembership[]>();
    const day = today(this.clock);
    const byBody = Map.groupBy(found.filter((membership) => inForceOn(membership, day)), (membership) => membership.organisationId);
    return new Map([...byBody].map(([organisationId, memberships]) => [organisationId, eachPersonOnce(memberships)]));
  }

  /** How a person is written to, whatever he holds now; undefined when nobody has ever given him a role. */
  async person(personId: string): Promise<Member | undefined> {
    const found = await this.models.memberships.findOne({ personId }).lean<StoredMembership>();
    return found ? { personId, name: found.personName, locale: found.locale, email: found.email } : undefined;
  }

  /** Everybody in the country who holds one of the roles today, page by page; a person once for each body. */
  async *holdersOf(roles: readonly Role[]): AsyncGenerator<(Member & { organisationId: string })[]> {
    const day = today(this.clock);
    for (let after = ''; ; ) {
      const page = await this.models.memberships
        .find({ role: { $in: [...roles] }, _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<StoredMembership[]>();
      const held = page.filter((membership) => inForceOn(membership, day));
      yield held.map(({ personId, personName: name, locale, email, organisationId }) => ({ personId, name, locale, email, organisationId }));
      after = page.at(-1)?._id ?? '';
      if (page.length < PAGE) {
        return;
      }
    }
  }

  override async actorOf(subject: string, name: string): Promise<Actor> {
    return { id: subject, name, ...(await this.cache.get(subject, () => this.heldBy(subject))) };
  }

  /** Of these people, those who are on the name list today. */
  async clearedOf(personIds: readonly string[], secrecy: Secrecy): Promise<Set<string>> {
    return new Set((await this.clearancesOf({ personId: { $in: [...personIds] }, secrecy })).map(({ personId }) => personId));
  }

  private async heldBy(personId: string): Promise<Held> {
    const [memberships, clearances] = await Promise.all([this.membershipsOf(personId), this.clearancesOf({ personId })]);
    const cleared = [...new Set(clearances.map(({ secrecy }) => secrecy))];
    return cleared.length > 0 ? { memberships, cleared } : { memberships };
  }

  private async clearancesOf(where: Record<string, unknown>): Promise<StoredClearance[]> {
    const found = await this.models.clearances.find(where).limit(MOST_CLEARANCES).lean<StoredClearance[]>();
    const day = today(this.clock);
    return found.filter((clearance) => inForceOn(clearance, day));
  }

  private async membershipsOf(personId: string): Promise<Membership[]> {
    const found = await this.models.memberships.find({ personId }).limit(MOST_MEMBERS).lean<StoredMembership[]>();
    const day = today(this.clock);
    return found
      .filter((membership) => inForceOn(membership, day))
      .map(({ organisationId, role }) => ({ organisationId, role }));
  }

  private async living(where: Record<string, unknown>): Promise<Body[]> {
    const found = await this.models.bodies.find(where).sort({ _id: 1 }).limit(MOST_BODIES).lean<StoredBody[]>();
    const day = today(this.clock);
    return found.map(bodyOf).filter((body) => isLiving(body, day));
  }
}

/** Those of many bodies that bear on the scope of one. */
function aroundOf(body: Placed, byId: ReadonlyMap<string, Placed>): Placed[] {
  const ancestors = body.ancestorIds.flatMap((id) => byId.get(id) ?? []);
  return [...ancestors, ...supervisorsAround(body, ancestors).flatMap((id) => byId.get(id) ?? [])];
}

function eachPersonOnce(memberships: readonly StoredMembership[]): Member[] {
  const members = memberships.map(({ personId, personName, locale, email }) => ({ personId, name: personName, locale, email }));
  return [...new Map(members.map((member) => [member.personId, member])).values()];
}
