import { setTimeout as pause } from 'node:timers/promises';
import { today } from '@aigaq/directory';
import { Clock, SYSTEM } from '@aigaq/kernel';
import { loadHeads, loadOrganisations } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { BodiesRepository } from '../bodies/bodies.repository.js';
import { type BodyDraft, registerBody } from '../bodies/body.js';
import { appointHeads } from '../heads/head.js';
import { HeadsRepository } from '../heads/heads.repository.js';
import { withVacancies } from '../heads/vacancy.js';
import { bodyDraft, emptyChairs, headsByBody, inStepsFromTheRoot } from './country.js';
import { DemonstrationPeople } from './people.service.js';

export interface Seeded {
  bodies: number;
  heads: number;
  memberships: number;
  accounts: number;
  clearances: number;
}

const TELLING_MS = 120_000;
const PAUSE_MS = 200;

/** Fills an empty register from `data/` through the ordinary rules; run again, it adds only what is missing. */
@Injectable()
export class DemonstrationSeed {
  constructor(
    private readonly bodies: BodiesRepository,
    private readonly heads: HeadsRepository,
    private readonly clock: Clock,
    private readonly people: DemonstrationPeople,
  ) {}

  /**
   * Resolves when the listeners have what was added, so that nobody logs in as somebody whom the services do not know yet.
   * @returns how many of each were added by this run
   */
  async run(): Promise<Seeded> {
    const bodies = await this.seedBodies();
    const heads = await this.seedHeads();
    const people = await this.people.seed();
    await this.untilTold();
    return { bodies, heads, ...people };
  }

  /** Not for ever: what is not told by then is told later, by the relay. */
  private async untilTold(): Promise<void> {
    const end = Date.now() + TELLING_MS;
    while (Date.now() < end && (await this.untold()) > 0) {
      await pause(PAUSE_MS);
    }
  }

  private async untold(): Promise<number> {
    const counts = await Promise.all([this.bodies.untold(), this.heads.untold(), this.people.untold()]);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async seedBodies(): Promise<number> {
    return this.enterBodies(loadOrganisations().map(bodyDraft));
  }

  /** @returns how many were not there yet */
  async enterBodies(drafts: readonly BodyDraft[]): Promise<number> {
    const known = await this.bodies.knownIds();
    let added = 0;
    for (const step of inStepsFromTheRoot(drafts)) {
      const missing = step.filter(({ id }) => !known.has(id));
      await this.enter(missing);
      added += missing.length;
    }
    return added;
  }

  private async enter(drafts: readonly BodyDraft[]): Promise<void> {
    const day = today(this.clock);
    const named = drafts.flatMap(({ parentId, supervisorIds }) => [parentId ?? '', ...supervisorIds]);
    const known = await this.bodies.withThoseAbove(named, day);
    await this.bodies.enterAll(SYSTEM, drafts.map((draft) => registerBody(draft, known, day)));
  }

  private async seedHeads(): Promise<number> {
    const known = await this.heads.knownIds();
    const missing = [...headsByBody(loadHeads())].filter(([bodyId]) => !known.has(bodyId));
    const bodies = await this.bodies.byIds(missing.map(([bodyId]) => bodyId));
    const heads = new Map(missing);
    const day = today(this.clock);
    const decisions = bodies.map((body) => {
      const drafts = heads.get(body.id) ?? [];
      return withVacancies(appointHeads(emptyChairs(body.id, drafts), drafts, body), day);
    });
    await this.heads.enterAll(SYSTEM, decisions);
    return decisions.reduce((sum, { next }) => sum + next.heads.length, 0);
  }
}
