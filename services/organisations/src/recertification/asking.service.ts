import { SYSTEM } from '@aigaq/kernel';
import type { Kept } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import type { Membership } from '../memberships/membership.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { QuestionsRepository } from './questions.repository.js';
import { askedUpTo, questionAbout, type Recertification } from './recertification.js';
import { RecertificationsRepository } from './recertifications.repository.js';

const PIECE = 1_000;

/** Makes the questions of a campaign, a thousand at a time; a piece that was made twice is there once. */
@Injectable()
export class Asking {
  constructor(
    private readonly campaigns: RecertificationsRepository,
    private readonly questions: QuestionsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly bodies: BodiesRepository,
  ) {}

  /** @returns true when everybody is asked */
  async ask(campaign: Kept<Recertification>, isEnding: () => boolean): Promise<boolean> {
    const { id, begunOn } = campaign;
    for (let after = campaign.askedUpTo; !isEnding(); ) {
      const piece = await this.memberships.inForceAfter(after, begunOn, PIECE);
      await this.askAbout(id, piece);
      const last = piece.length < PIECE ? undefined : piece.at(-1)?.id;
      await this.campaigns.change(SYSTEM, id, (now) => askedUpTo(now, last));
      if (last === undefined) {
        return true;
      }
      after = last;
    }
    return false;
  }

  private async askAbout(campaignId: string, memberships: readonly Membership[]): Promise<void> {
    const bodies = await this.bodies.byIds([...new Set(memberships.map(({ organisationId }) => organisationId))]);
    const scopes = new Map(bodies.map(({ id, scope }) => [id, scope]));
    await this.questions.ask(memberships.map((membership) => questionAbout(membership, campaignId, scopes.get(membership.organisationId) ?? [])));
  }
}
