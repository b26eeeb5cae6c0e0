import type { Subject } from '@aigaq/api';
import { mustBeListed, requireCleared, scopeFilter, under } from '@aigaq/identity';
import { type Actor, type Decision, DomainError, SYSTEM } from '@aigaq/kernel';
import { Aggregates, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { subjectKey } from '../subjects/subject.js';
import { evidenceErrors } from './evidence.errors.js';
import { EVIDENCE } from './evidence.schema.js';
import type { Evidence } from './evidence.js';

/** Papers of one subject that are stored at the same moment; each goes round once more for a number. */
const RACES = 20;

@Injectable()
export class DocumentsRepository {
  private readonly evidence: Aggregates<Evidence>;

  constructor(
    @InjectModel(EVIDENCE, 'evidence') private readonly model: Model<Stored<Evidence>>,
    relay: OutboxRelay,
  ) {
    this.evidence = new Aggregates<Evidence>(model, relay);
  }

  /**
   * A paper for somebody who will be shown something of it.
   * @throws evidence.unknown; of what is secret also secret.not_listed and secret.purpose_needed
   */
  async get(actor: Actor, id: string, purpose: string | undefined): Promise<Evidence> {
    const found = await this.evidence.find(id, scopeFilter(actor, 'evidence.read'));
    if (!found) {
      throw evidenceErrors.unknown({ evidenceId: id });
    }
    requireCleared(actor, found.secrecy, purpose);
    return found;
  }

  /** The papers of a subject, newest first. */
  async list(actor: Actor, subject: Subject, before: number | undefined, limit: number): Promise<Evidence[]> {
    const ofSubject = { subjectKey: subjectKey(subject), ...(before === undefined ? {} : { number: { $lt: before } }) };
    const stored = await this.model
      .find({ $and: [ofSubject, scopeFilter(actor, 'evidence.read')] }, { outbox: 0 })
      .sort({ number: -1 })
      .limit(limit)
      .lean<Stored<Evidence>[]>();
    return stored.map((document) => fromStored<Evidence>(document));
  }

  /** For the service itself, whoever asks. */
  find(id: string): Promise<Kept<Evidence> | undefined> {
    return this.evidence.find(id);
  }

  /**
   * Stores a new paper under the next number of its subject, or gives the one that is there already under this id:
   * the id was fixed when the upload began, so that however often it is completed there is one paper.
   */
  async store(actor: Actor, id: string, subject: Subject, decide: (number: number) => Decision<Evidence>): Promise<Evidence> {
    for (let race = 0; race < RACES; race += 1) {
      const existing = await this.find(id);
      if (existing) {
        return existing;
      }
      try {
        const decision = decide(await this.nextNumber(subject));
        return await this.evidence.create(under(actor, 'evidence.upload', decision.next), decision, () => evidenceErrors.taken({ evidenceId: id }));
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'evidence.taken')) {
          throw error;
        }
      }
    }
    throw evidenceErrors.taken({ evidenceId: id });
  }

  /** What a person says of a paper that he may see. @throws evidence.unknown, secret.not_listed */
  review(actor: Actor, id: string, decide: (state: Evidence) => Promise<Decision<Evidence> | undefined>): Promise<Kept<Evidence>> {
    const listed = (state: Evidence): Promise<Decision<Evidence> | undefined> => {
      mustBeListed(actor, state.secrecy);
      return decide(state);
    };
    return this.evidence.change(actor, id, listed, {
      by: (paper) => under(actor, 'evidence.read', paper),
      where: scopeFilter(actor, 'evidence.read'),
      notFound: () => evidenceErrors.unknown({ evidenceId: id }),
    });
  }

  /** Of each of these papers why it is secret. */
  async secrecyOf(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.model.find({ _id: { $in: [...ids] } }, { secrecy: 1 }).limit(ids.length).lean<{ _id: string; secrecy: string }[]>();
    return new Map(found.map(({ _id, secrecy }) => [_id, secrecy]));
  }

  /** Papers of all bodies that were corrected since, oldest correction first; what is secret is never given away. */
  async corrected(after: { at: Date; id: string }, limit: number): Promise<Evidence[]> {
    const since = { $or: [{ correctedAt: { $gt: after.at } }, { correctedAt: after.at, _id: { $gt: after.id } }] };
    const stored = await this.model
      .find({ $and: [since, { secrecy: { $in: ['', 'none'] } }] }, { outbox: 0 })
      .sort({ correctedAt: 1, _id: 1 })
      .limit(limit)
      .lean<Stored<Evidence>[]>();
    return stored.map((document) => fromStored<Evidence>(document));
  }

  /** Papers that were read, or could not be, in the order in which they came. */
  async readAfter(id: string, limit: number): Promise<Evidence[]> {
    const stored = await this.model
      .find({ _id: { $gt: id }, state: { $ne: 'waiting' } }, { outbox: 0, check: 0 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Stored<Evidence>[]>();
    return stored.map((document) => fromStored<Evidence>(document));
  }

  /** Papers whose electronic signatures are to be verified again by now, the longest due first. */
  async dueForRecheck(now: Date, limit: number): Promise<string[]> {
    const due = await this.model.find({ recheckAt: { $lte: now } }, { _id: 1 }).sort({ recheckAt: 1 }).limit(limit).lean<{ _id: string }[]>();
    return due.map(({ _id }) => _id);
  }

  /** What the machine says; undefined decides nothing. */
  change(id: string, decide: (state: Evidence) => Decision<Evidence> | undefined): Promise<Kept<Evidence>> {
    return this.evidence.change(SYSTEM, id, decide, { notFound: () => evidenceErrors.unknown({ evidenceId: id }) });
  }

  private async nextNumber(subject: Subject): Promise<number> {
    const last = await this.model.findOne({ subjectKey: subjectKey(subject) }, { number: 1 }).sort({ number: -1 }).lean<{ number: number }>();
    return (last?.number ?? 0) + 1;
  }
}
