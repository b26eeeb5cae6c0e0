import { agencyRollsOutTheCard } from './card-step.js';
import { type Moment, tellBriefly } from './brief.js';
import { officerRegistersADocument } from './compliance-step.js';
import { chainIsWhole } from './audit-step.js';
import { Portal } from './portal.js';
import { kill, type Shape } from './shapes.js';

export type Killings = readonly (readonly [name: string, ...moments: Moment[]])[];

/**
 * Kills processes of a shape with -9 in the middle of the story, at the moments that hurt each most. The story must end as if nothing
 * had happened: no acknowledged act lost, none doubled.
 */
export function survivesKills(shape: () => Shape, killings: Killings, forRegistering: string): void {
  const year = new Date().getFullYear();
  let portal: Portal;
  beforeAll(() => {
    portal = new Portal(shape());
  });

  it.each(killings.map(([name, ...moments]) => [name, moments.join(', '), moments] as const))('%s, killed after: %s', async (name, _, moments) => {
    const returns: (() => Promise<void>)[] = [];
    await tellBriefly(portal, year, async (moment) => {
      if (moments.includes(moment)) {
        returns.push(await kill(shape(), name));
      }
    });
    await Promise.all(returns.map((isBack) => isBack()));
  });

  it(`${forRegistering}, killed after a document was registered`, async () => {
    let isBack: (() => Promise<void>) | undefined;
    await officerRegistersADocument(portal, async () => {
      isBack = await kill(shape(), forRegistering);
    });
    await isBack?.();
    await chainIsWhole(portal);
  });
}

/** A rollout that is interrupted goes on, and nothing is opened twice. */
export async function rolloutSurvives(shape: Shape, names: readonly string[]): Promise<void> {
  const portal = new Portal(shape);
  await agencyRollsOutTheCard(portal, new Date().getFullYear(), async () => {
    for (const name of names) {
      await kill(shape, name);
    }
  });
}
