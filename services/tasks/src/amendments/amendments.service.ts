import type { CardChange, CardImpact } from '@aigaq/api';
import { dayOf } from '@aigaq/calendar';
import { authorise } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { Injectable } from '@nestjs/common';
import type { Assignment } from '../assignments/assignment.js';
import { diffCards } from '../editions/card-diff.js';
import { concernsOf } from '../editions/concern.js';
import { type Edition, versionId } from '../editions/edition.js';
import { EditionsRepository } from '../editions/editions.repository.js';
import { impactOf } from '../editions/impact.js';
import { RolloutPlans } from '../rollouts/rollout-plans.service.js';
import { ConcernedWorkRepository } from './concerned-work.repository.js';

type Version = Pick<Edition, 'edition' | 'cardVersion'>;

/** What a version changes against the one before, and whom that concerns. */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly editions: EditionsRepository,
    private readonly work: ConcernedWorkRepository,
    private readonly plans: RolloutPlans,
    private readonly clock: Clock,
  ) {}

  /**
   * What publishing the draft would mean; the first version of an edition has no work yet.
   * @throws edition.published when nothing is being prepared
   */
  async impact(actor: Actor, edition: string): Promise<CardImpact> {
    authorise(actor, 'card.manage');
    const { before, after, changes } = await this.changes(await this.editions.draft(edition));
    const concerns = concernsOf(changes);
    const [work, unfinishedByBody, bodies] = await Promise.all([
      this.work.groups(after, concerns),
      this.work.unfinishedByBody(after, concerns),
      this.plans.bodies(),
    ]);
    return impactOf({ before, after, changes, bodies, work, unfinishedByBody, today: dayOf(this.clock.now()) });
  }

  /** The bodies whose unfinished work it changes, by id. */
  async concernedBodies(version: Version): Promise<string[]> {
    const { after, changes } = await this.changes(version);
    return [...(await this.work.unfinishedByBody(after, concernsOf(changes))).keys()].sort();
  }

  /** The work of one body that it concerns, and all that it changes. */
  async forBody(version: Version, organisationId: string): Promise<{ changes: CardChange[]; assignments: Assignment[] }> {
    const { after, changes } = await this.changes(version);
    return { changes, assignments: await this.work.ofBody(organisationId, after, concernsOf(changes)) };
  }

  private async changes({ edition, cardVersion }: Version): Promise<{ before: Edition; after: Edition; changes: CardChange[] }> {
    const after = await this.editions.get(versionId(edition, cardVersion));
    const before = cardVersion === 1 ? { ...after, card: { ...after.card, projects: [] }, dates: {} } : await this.editions.get(versionId(edition, cardVersion - 1));
    return { before, after, changes: diffCards(before, after) };
  }
}
