import type { Actor, Decision } from '@aigaq/kernel';
import { type CardSubtask, subtasksOf } from '@aigaq/reference';
import { Aggregates, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { editionErrors } from './edition.errors.js';
import { EDITION } from './edition.schema.js';
import { type Edition, versionId } from './edition.js';

/** What lists show of a card: codes to count. */
const OUTLINE = { 'card.projects.code': 1, 'card.projects.tasks.code': 1, 'card.projects.tasks.subtasks.code': 1 };
const ROW = { edition: 1, cardVersion: 1, status: 1, importedAt: 1, publishedAt: 1, changedBy: 1, sentBy: 1, approvedBy: 1, sentBack: 1, version: 1 };
const MOST_VERSIONS = 200;
/** Of a document that is older than versions. */
const FIRST = { cardVersion: 1, changedBy: null, sentBy: null, approvedBy: null, sentBack: null, edits: [] };

@Injectable()
export class EditionsRepository {
  private readonly editions: Aggregates<Edition>;
  /** Published versions never change, so they are read once. */
  private readonly published = new Map<string, Kept<Edition>>();

  constructor(
    @InjectModel(EDITION, 'tasks') private readonly model: Model<Stored<Edition>>,
    relay: OutboxRelay,
  ) {
    this.editions = new Aggregates<Edition>(model, relay);
  }

  /** All versions, the newest edition and version first; of their cards the codes only. */
  async list(): Promise<Kept<Edition>[]> {
    const stored = await this.model.find({}, { ...ROW, ...OUTLINE }).limit(MOST_VERSIONS).lean<Stored<Edition>[]>();
    return stored.map(whole).sort((a, b) => (a.edition === b.edition ? b.cardVersion - a.cardVersion : a.edition < b.edition ? 1 : -1));
  }

  /** The days of all versions; of their cards nothing. */
  async dated(): Promise<Pick<Edition, 'id' | 'edition' | 'status' | 'dates'>[]> {
    const stored = await this.model.find({}, { edition: 1, status: 1, dates: 1 }).limit(MOST_VERSIONS).lean<Stored<Edition>[]>();
    return stored.map(whole);
  }

  /** By the id of a version (`versionId`). */
  async get(id: string): Promise<Kept<Edition>> {
    const kept = this.published.get(id) ?? (await this.find(id));
    if (!kept) {
      throw editionErrors.unknown({ edition: id });
    }
    if (kept.status === 'published') {
      this.published.set(id, kept);
    }
    return kept;
  }

  /** A subtask as that version of the card says it by which the work was given. */
  async subtaskOf({ edition, cardVersion = 1, subtask }: { edition: string; cardVersion?: number; subtask: string }): Promise<CardSubtask> {
    const { card } = await this.get(versionId(edition, cardVersion));
    const found = subtasksOf(card).find(({ code }) => code === subtask);
    if (!found) {
      throw new Error(`edition ${edition} has no subtask ${subtask}`);
    }
    return found;
  }

  /** The version in force, and the first draft while there is none. */
  async shown(edition: string): Promise<Kept<Edition>> {
    const [newest, ...older] = await this.versions(edition);
    const shown = [newest, ...older].find((version) => version?.status === 'published') ?? newest;
    if (!shown) {
      throw editionErrors.unknown({ edition });
    }
    return this.get(shown.id);
  }

  /**
   * The version that is being prepared.
   * @throws edition.published where everything is published, edition.unknown
   */
  async draft(edition: string): Promise<Kept<Edition>> {
    const [newest] = await this.versions(edition);
    if (!newest) {
      throw editionErrors.unknown({ edition });
    }
    if (newest.status === 'published') {
      throw editionErrors.published({ edition });
    }
    return this.get(newest.id);
  }

  /** Published versions that amend another one; without their cards. */
  async amendments(): Promise<Kept<Edition>[]> {
    const stored = await this.model.find({ status: 'published', cardVersion: { $gt: 1 } }, ROW).limit(MOST_VERSIONS).lean<Stored<Edition>[]>();
    return stored.map(whole);
  }

  /** Creates or replaces the draft, or leaves the edition as it is. */
  async put(actor: Actor, id: string, decide: (state?: Edition) => Decision<Edition> | undefined): Promise<Kept<Edition>> {
    const decided = await this.editions.put(actor, id, (state) => keepingPublished(state && whole(state), decide));
    return decided ?? this.get(id);
  }

  /** @throws edition.draft_exists, edition.taken when the id is taken */
  create(actor: Actor, decision: Decision<Edition>): Promise<Kept<Edition>> {
    const { edition, cardVersion } = decision.next;
    return this.editions.create(actor, decision, () => (cardVersion === 1 ? editionErrors.taken({ edition }) : editionErrors.draft_exists({ edition })));
  }

  change(actor: Actor, id: string, decide: (state: Kept<Edition>) => Decision<Edition> | undefined): Promise<Kept<Edition>> {
    return this.editions.change(actor, id, (state) => keepingPublished(whole(state), decide), {
      notFound: () => editionErrors.unknown({ edition: id }),
    });
  }

  private async find(id: string): Promise<Kept<Edition> | undefined> {
    const found = await this.editions.find(id);
    return found && whole(found);
  }

  /** Newest first; without their cards. */
  private async versions(edition: string): Promise<Kept<Edition>[]> {
    const stored = await this.model.find({ $or: [{ edition }, { _id: edition }] }, ROW).limit(MOST_VERSIONS).lean<Stored<Edition>[]>();
    return stored.map(whole).sort((a, b) => b.cardVersion - a.cardVersion);
  }
}

/** Whatever a rule decides: the write is refused too. A version that is published between the reading and the write has another revision. */
function keepingPublished<S extends Edition | undefined>(state: S, decide: (state: S) => Decision<Edition> | undefined): Decision<Edition> | undefined {
  const decision = decide(state);
  if (decision && state?.status === 'published') {
    throw editionErrors.published({ edition: state.edition });
  }
  return decision;
}

function whole(stored: Kept<Edition> | Stored<Edition>): Kept<Edition> {
  const state = 'id' in stored ? stored : fromStored<Edition>(stored);
  return { ...FIRST, ...state, edition: state.edition ?? state.id };
}
