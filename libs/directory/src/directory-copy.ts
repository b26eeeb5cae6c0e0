import type { ClearanceEnded, ClearanceGranted, HeadAppointed, MembershipEnded, MembershipGranted, Organisation } from '@aigaq/contracts';
import { Copies } from '@aigaq/service';
import type { Model } from 'mongoose';
import type { ActorCache } from './actor-cache.js';
import type { StoredBody, StoredClearance, StoredHead, StoredMembership } from './directory.schema.js';
import { type BodyCopy, bodyCopy, type ClearanceCopy, clearanceCopy, clearanceEnd, type HeadCopy, headCopy, membershipCopy, type MembershipCopy, membershipEnd } from './facts.js';

interface DirectoryModels {
  bodies: Model<StoredBody>;
  heads: Model<StoredHead>;
  memberships: Model<StoredMembership>;
  clearances: Model<StoredClearance>;
}

/** Writes the copy: every fact only over an older one, whatever order and number of times it comes in. */
export class DirectoryCopy {
  private readonly bodies: Copies<BodyCopy>;
  private readonly heads: Copies<HeadCopy>;
  private readonly memberships: Copies<MembershipCopy>;
  private readonly clearances: Copies<ClearanceCopy>;

  constructor(
    models: DirectoryModels,
    private readonly cache: ActorCache,
  ) {
    this.bodies = new Copies<BodyCopy>(models.bodies);
    this.heads = new Copies<HeadCopy>(models.heads);
    this.memberships = new Copies<MembershipCopy>(models.memberships);
    this.clearances = new Copies<ClearanceCopy>(models.clearances);
  }

  /** For listeners that go on from the copy: the directory's own listener runs beside them, and keeping twice is as good as once. */
  async keepBody(told: Organisation | undefined): Promise<void> {
    if (!told) {
      throw new Error('a fact about a body without the body');
    }
    await this.bodies.put(told.id, told.version, bodyCopy(told));
  }

  async keepHead(told: HeadAppointed, toldAt: Date): Promise<void> {
    await this.heads.put(told.headId, toldAt.getTime(), headCopy(told));
  }

  async grant(told: MembershipGranted, toldAt: Date): Promise<void> {
    await this.memberships.put(told.membershipId, toldAt.getTime(), membershipCopy(told));
    this.cache.forget(told.personId);
  }

  async end(told: MembershipEnded, toldAt: Date): Promise<void> {
    await this.memberships.put(told.membershipId, toldAt.getTime(), membershipEnd(told));
    this.cache.forget(told.personId);
  }

  async clear(told: ClearanceGranted, toldAt: Date): Promise<void> {
    await this.clearances.put(told.clearanceId, toldAt.getTime(), clearanceCopy(told));
    this.cache.forget(told.personId);
  }

  async endClearance(told: ClearanceEnded, toldAt: Date): Promise<void> {
    await this.clearances.put(told.clearanceId, toldAt.getTime(), clearanceEnd(told));
    this.cache.forget(told.personId);
  }
}
