import { createHash } from 'node:crypto';
import type { EditionRow, EditionView, ImportReport, SetDates } from '@aigaq/api';
import { authorise, under } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { type Card, loadCard, loadDeadlines } from '@aigaq/reference';
import { Injectable } from '@nestjs/common';
import { WorkingClock } from '../calendar/working-clock.service.js';
import { editionErrors } from './edition.errors.js';
import { importEdition, publishEdition, setDates } from './edition.js';
import { editionRow, editionView, importReport } from './edition.view.js';
import { EditionsRepository } from './editions.repository.js';
import { proposedDates } from './proposed-dates.js';

/** Editions of the card that the product brings along (data/cards). */
const EDITIONS = ['2024'];

@Injectable()
export class EditionsService {
  constructor(
    private readonly editions: EditionsRepository,
    private readonly clock: WorkingClock,
  ) {}

  async list(): Promise<EditionRow[]> {
    return (await this.editions.list()).map(editionRow);
  }

  async view(id: string): Promise<EditionView> {
    return editionView(await this.editions.get(id));
  }

  async import(actor: Actor, edition: string): Promise<ImportReport> {
    authorise(actor, 'card.manage');
    if (!EDITIONS.includes(edition)) {
      throw editionErrors.unknown({ edition });
    }
    const card = loadCard(edition);
    const source = { edition, card, hash: hashOf(card) };
    let outcome: ImportReport['outcome'] = 'unchanged';
    const stored = await this.editions.put(under(actor, 'card.manage'), edition, (state) => {
      const decision = importEdition(state, source, this.clock.now());
      outcome = decision ? (state ? 'replaced' : 'created') : 'unchanged';
      return decision;
    });
    return importReport(stored, outcome);
  }

  async setDates(actor: Actor, id: string, { year, changes }: SetDates): Promise<EditionView> {
    authorise(actor, 'card.manage');
    const calendar = await this.clock.calendarNow();
    const deadlines = loadDeadlines(id);
    const stored = await this.editions.change(under(actor, 'card.manage'), id, (edition) =>
      setDates(edition, year, proposedDates(edition.card, year, deadlines, calendar), changes),
    );
    return editionView(stored);
  }

  async publish(actor: Actor, id: string): Promise<EditionView> {
    authorise(actor, 'card.manage');
    return editionView(await this.editions.change(under(actor, 'card.manage'), id, (edition) => publishEdition(edition, this.clock.now())));
  }
}

function hashOf(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex');
}
