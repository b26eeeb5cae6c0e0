import { createHash } from 'node:crypto';
import type { CardDiff, DiffQuery, EditCard, EditionComparison, EditionRow, EditionView, ImportReport, SetDates } from '@aigaq/api';
import { allow, authorise, under } from '@aigaq/identity';
import type { Actor, Decision } from '@aigaq/kernel';
import { type Card, loadCard, loadDeadlines } from '@aigaq/reference';
import type { Kept } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { AmendmentRounds } from '../amendments/amendment-rounds.service.js';
import { WorkingClock } from '../calendar/working-clock.service.js';
import { diffCards } from './card-diff.js';
import { editCard } from './card-edits.js';
import { compareEditions } from './comparison.js';
import { editionErrors } from './edition.errors.js';
import { type Edition, importEdition, setDates, versionId } from './edition.js';
import { beginAmendment, publishEdition, sendBack, sendForReview } from './edition-life.js';
import { editionRows, editionView, importReport } from './edition.view.js';
import { EditionsRepository } from './editions.repository.js';
import { proposedDates } from './proposed-dates.js';
import { rollOver } from './rollover.js';

/** Editions of the card that the product brings along (data/cards). */
const EDITIONS = ['2022', '2024'];

@Injectable()
export class EditionsService {
  constructor(
    private readonly editions: EditionsRepository,
    private readonly rounds: AmendmentRounds,
    private readonly clock: WorkingClock,
  ) {}

  /** All versions, newest first. What is being prepared is for those who prepare it. */
  async list(actor: Actor): Promise<EditionRow[]> {
    return editionRows(await this.editions.list()).filter(({ status }) => status === 'published' || allow(actor, 'card.manage'));
  }

  /** Without a version: the one in force. */
  async view(actor: Actor, edition: string, version?: number): Promise<EditionView> {
    const shown = await this.editions.shown(edition);
    return this.viewOf(await this.visible(actor, edition, version ?? shown.cardVersion));
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
      const decision = importEdition(state, source, actor, this.clock.now());
      outcome = decision ? (state ? 'replaced' : 'created') : 'unchanged';
      return decision;
    });
    return importReport(stored, outcome);
  }

  async setDates(actor: Actor, edition: string, { year, changes }: SetDates): Promise<EditionView> {
    const calendar = await this.clock.calendarNow();
    return this.changeDraft(actor, edition, (draft) => {
      const deadlines = loadDeadlines(draft.rollover?.reference ?? edition);
      return setDates(draft, year, proposedDates(draft.card, year, deadlines, calendar), changes, actor);
    });
  }

  /** @throws edition.not_published, edition.draft_exists */
  async amend(actor: Actor, edition: string): Promise<EditionView> {
    authorise(actor, 'card.manage');
    const inForce = await this.editions.shown(edition);
    if (inForce.status !== 'published') {
      throw editionErrors.draft_exists({ edition });
    }
    return this.viewOf(await this.editions.create(under(actor, 'card.manage'), beginAmendment(inForce, actor)));
  }

  /** @throws edition.not_published, edition.taken */
  async rollOver(actor: Actor, from: string, edition: string): Promise<EditionView> {
    authorise(actor, 'card.manage');
    const decision = rollOver(await this.editions.shown(from), edition, actor);
    return this.viewOf(await this.editions.create(under(actor, 'card.manage'), decision));
  }

  /** What became of the subtasks of another edition in this one; of both the version that is shown. */
  async compare(actor: Actor, edition: string, other: string): Promise<EditionComparison> {
    const [after, before] = await Promise.all([this.editions.shown(edition), this.editions.shown(other)]);
    const [to, from] = await Promise.all([after, before].map((each) => this.visible(actor, each.edition, each.cardVersion)));
    return { from: named(from ?? before), to: named(to ?? after), rows: compareEditions(from ?? before, to ?? after) };
  }

  edit(actor: Actor, edition: string, edits: EditCard): Promise<EditionView> {
    return this.changeDraft(actor, edition, (draft) => editCard(draft, edits, actor, this.clock.now()));
  }

  send(actor: Actor, edition: string): Promise<EditionView> {
    return this.changeDraft(actor, edition, (draft) => sendForReview(draft, actor));
  }

  sendBack(actor: Actor, edition: string, remark: string): Promise<EditionView> {
    return this.changeDraft(actor, edition, (draft) => sendBack(draft, actor, remark, this.clock.now()));
  }

  async publish(actor: Actor, edition: string): Promise<EditionView> {
    const published = await this.changeDraft(actor, edition, (draft) => publishEdition(draft, actor, this.clock.now()));
    this.rounds.look();
    return published;
  }

  /** Between two versions of one edition; by default what the newest one that the actor may see changes. */
  async diff(actor: Actor, edition: string, asked: DiffQuery): Promise<CardDiff> {
    const versions = (await this.list(actor)).filter((row) => row.edition === edition);
    const to = asked.to ?? versions[0]?.version ?? 1;
    const from = asked.from ?? Math.max(1, to - 1);
    const [before, after] = await Promise.all([this.visible(actor, edition, from), this.visible(actor, edition, to)]);
    return { edition, from, to, changes: diffCards(before, after) };
  }

  /** @throws edition.unknown, also of what is being prepared by others */
  async visible(actor: Actor, edition: string, version: number): Promise<Kept<Edition>> {
    const found = await this.editions.get(versionId(edition, version));
    if (found.status !== 'published' && !allow(actor, 'card.manage')) {
      throw editionErrors.unknown({ edition });
    }
    return found;
  }

  private async changeDraft(actor: Actor, edition: string, decide: (draft: Kept<Edition>) => Decision<Edition>): Promise<EditionView> {
    authorise(actor, 'card.manage');
    const { id } = await this.editions.draft(edition);
    return this.viewOf(await this.editions.change(under(actor, 'card.manage'), id, decide));
  }

  private async viewOf(edition: Kept<Edition>): Promise<EditionView> {
    const shown = edition.status === 'published' ? await this.editions.shown(edition.edition) : undefined;
    return editionView(edition, shown?.id === edition.id);
  }
}

function named({ edition, cardVersion: version, year }: Edition): EditionComparison['from'] {
  return { edition, version, year };
}

function hashOf(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex');
}
