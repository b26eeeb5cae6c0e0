import type { BodyName, OverviewQuery, OverviewView } from '@aigaq/api';
import { type Body, Directory } from '@aigaq/directory';
import { covers } from '@aigaq/identity';
import { type Actor, Clock } from '@aigaq/kernel';
import { type Card, loadCard } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { overviewErrors } from './overview.errors.js';
import { type RollUp, RollUpsRepository } from './roll-ups.repository.js';
import { type ByProject, EMPTY_TALLY, sum } from './tally.js';

/** Editions of the card that the product brings along (data/cards). */
const EDITIONS = ['2024'];

@Injectable()
export class OverviewService {
  private readonly cards = new Map<string, Card>();

  constructor(
    private readonly rollUps: RollUpsRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async view(actor: Actor, organisationId: string, { edition, year: asked }: OverviewQuery): Promise<OverviewView> {
    const body = await this.visible(actor, organisationId);
    if (!EDITIONS.includes(edition)) {
      throw overviewErrors.unknown({ organisationId, edition });
    }
    const year = asked ?? (await this.newestYear(edition));
    const { own, whole: all, updatedAt } = (await this.rollUps.find(organisationId, edition, year)) ?? this.nothingYet();
    const isSeenBelow = await this.seesBelow(actor, body);
    const whole = isSeenBelow ? all : own;
    return {
      organisation: nameOf(body),
      ancestors: await this.ancestors(actor, body),
      edition,
      year,
      whole: sum(whole),
      own: sum(own),
      projects: this.projectsOf(edition, whole),
      children: isSeenBelow ? await this.children(organisationId, edition, year) : [],
      updatedAt: updatedAt.toISOString(),
    };
  }

  private async newestYear(edition: string): Promise<number> {
    return (await this.rollUps.newestYear(edition)) ?? this.clock.now().getUTCFullYear();
  }

  private nothingYet(): Pick<RollUp, 'own' | 'whole' | 'updatedAt'> {
    return { own: {}, whole: {}, updatedAt: this.clock.now() };
  }

  private projectsOf(edition: string, whole: ByProject): OverviewView['projects'] {
    const card = this.cards.get(edition) ?? loadCard(edition);
    this.cards.set(edition, card);
    return card.projects.map(({ code, title }) => ({ code, title, tally: whole[code] ?? EMPTY_TALLY }));
  }

  private async children(organisationId: string, edition: string, year: number): Promise<OverviewView['children']> {
    const below = await this.rollUps.below(organisationId, edition, year);
    const names = await this.directory.namesOf(below.map((each) => each.organisationId));
    return below.flatMap((each) => {
      const organisation = names.get(each.organisationId);
      return organisation ? [{ organisation, tally: sum(each.whole) }] : [];
    });
  }

  private async visible(actor: Actor, organisationId: string): Promise<Body> {
    const body = await this.directory.body(organisationId);
    if (!body || !covers(actor, 'overview.read', { organisationId, scope: await this.directory.scopeOf(body) })) {
      throw overviewErrors.unknown({ organisationId });
    }
    return body;
  }

  /** An executor sees the numbers of his own body, and neither those of the bodies below it nor the sum in which they are. */
  private async seesBelow(actor: Actor, body: Body): Promise<boolean> {
    return covers(actor, 'overview.read', { organisationId: `below ${body.id}`, scope: await this.directory.scopeOf(body) });
  }

  /** From the root down, as far as the reader may see. */
  private async ancestors(actor: Actor, body: Body): Promise<BodyName[]> {
    const line = (await this.directory.reportingLine(body)).reverse();
    const seen = await Promise.all(
      line.map(async (each) => covers(actor, 'overview.read', { organisationId: each.id, scope: await this.directory.scopeOf(each) })),
    );
    return line.filter((_, place) => seen[place]).map(nameOf);
  }
}

function nameOf({ id, name, kind }: Body): BodyName {
  return { id, name, kind };
}
