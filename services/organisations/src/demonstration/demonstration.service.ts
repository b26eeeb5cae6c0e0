import { SYSTEM } from '@aigaq/kernel';
import { loadHeads, loadOrganisations, loadPeople } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { appointHeads } from '../heads/head.js';
import { HeadsRepository } from '../heads/heads.repository.js';
import { membershipId } from '../memberships/membership.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { bodyDraft, headsByBody, inStepsFromTheRoot, membershipDrafts } from './country.js';

export interface Seeded {
  bodies: number;
  heads: number;
  memberships: number;
}

/** How many writes run side by side. */
const AT_ONCE = 16;

/** Fills an empty register from `data/` through the ordinary rules; run again, it adds only what is missing. */
@Injectable()
export class DemonstrationSeed {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly heads: HeadsRepository,
    private readonly memberships: MembershipsRepository,
  ) {}

  /** @returns how many bodies, heads and memberships were added by this run */
  async run(): Promise<Seeded> {
    const bodies = await this.seedBodies();
    const heads = await this.seedHeads();
    return { bodies, heads, memberships: await this.seedMemberships() };
  }

  private async seedBodies(): Promise<number> {
    const known = await this.bodies.knownIds();
    let added = 0;
    for (const step of inStepsFromTheRoot(loadOrganisations().map(bodyDraft))) {
      const missing = step.filter(({ id }) => !known.has(id));
      await sideBySide(missing, (draft) => this.bodies.register(SYSTEM, draft));
      added += missing.length;
    }
    return added;
  }

  private async seedHeads(): Promise<number> {
    const known = await this.heads.knownIds();
    const missing = [...headsByBody(loadHeads())].filter(([bodyId]) => !known.has(bodyId));
    const bodies = new Map((await this.bodies.byIds(missing.map(([bodyId]) => bodyId))).map((body) => [body.id, body]));
    let added = 0;
    await sideBySide(missing, async ([bodyId, heads]) => {
      const body = bodies.get(bodyId);
      if (body) {
        await this.heads.change(SYSTEM, bodyId, (chairs) => appointHeads(chairs, heads, body));
        added += heads.length;
      }
    });
    return added;
  }

  private async seedMemberships(): Promise<number> {
    const drafts = loadPeople().flatMap(membershipDrafts);
    const known = await this.memberships.known(drafts.map(membershipId));
    const missing = drafts.filter((draft) => !known.has(membershipId(draft)));
    const bodies = new Map((await this.bodies.byIds(missing.map(({ organisationId }) => organisationId))).map((body) => [body.id, body]));
    await sideBySide(missing, (draft) => this.memberships.grant(SYSTEM, draft, bodies.get(draft.organisationId)));
    return missing.length;
  }
}

async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) {
        await work(item);
      }
    }),
  );
}
