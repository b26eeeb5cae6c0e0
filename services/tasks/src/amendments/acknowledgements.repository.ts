import type { AcknowledgementCounts, AcknowledgementsQuery } from '@aigaq/api';
import { scopeFilter, under } from '@aigaq/identity';
import { type Actor, type Decision, SYSTEM } from '@aigaq/kernel';
import { Aggregates, despiteConflicts, fromStored, isDuplicate, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { acknowledgementErrors } from './acknowledgement.errors.js';
import type { Acknowledgement } from './acknowledgement.js';
import { ACKNOWLEDGEMENT } from './amendment.schema.js';

@Injectable()
export class AcknowledgementsRepository {
  private readonly acknowledgements: Aggregates<Acknowledgement>;

  constructor(
    @InjectModel(ACKNOWLEDGEMENT, 'tasks') private readonly model: Model<Stored<Acknowledgement>>,
    relay: OutboxRelay,
  ) {
    this.acknowledgements = new Aggregates<Acknowledgement>(model, relay);
  }

  async get(actor: Actor, id: string): Promise<Acknowledgement> {
    const found = await this.acknowledgements.find(id, scopeFilter(actor, 'assignment.read'));
    if (!found) {
      throw acknowledgementErrors.unknown({ acknowledgement: id });
    }
    return found;
  }

  change(actor: Actor, id: string, decide: (state: Acknowledgement) => Decision<Acknowledgement> | undefined): Promise<Kept<Acknowledgement>> {
    return this.acknowledgements.change(actor, id, decide, {
      by: (state) => under(actor, 'card.acknowledge', state),
      where: scopeFilter(actor, 'assignment.read'),
      notFound: () => acknowledgementErrors.unknown({ acknowledgement: id }),
    });
  }

  /** By id; one more than asked for, where there is more. */
  async list(actor: Actor, { edition, version, state, organisationId, cursor, limit }: AcknowledgementsQuery): Promise<Acknowledgement[]> {
    const where = {
      ...(edition !== undefined && { edition }),
      ...(version !== undefined && { cardVersion: version }),
      ...(state !== undefined && { state }),
      ...(organisationId !== undefined && { organisationId }),
      ...(cursor !== undefined && { _id: { $gt: cursor } }),
    };
    const stored = await this.model
      .find({ $and: [scopeFilter(actor, 'assignment.read'), where] }, { outbox: 0 })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .lean<Stored<Acknowledgement>[]>();
    return stored.map((document) => fromStored<Acknowledgement>(document));
  }

  async counts(actor: Actor, edition: string, cardVersion: number): Promise<AcknowledgementCounts> {
    const count = (state: Acknowledgement['state']) =>
      this.model.countDocuments({ $and: [scopeFilter(actor, 'assignment.read'), { edition, cardVersion, state }] }).exec();
    const [given, pending] = await Promise.all([count('given'), count('pending')]);
    return { given, pending };
  }

  /** Those that are not there yet; what was given meanwhile stays. */
  async insertMissing(asked: readonly Acknowledgement[]): Promise<void> {
    await Promise.all(asked.map((next) => this.insertOne(next)));
  }

  /** The body has another place in the tree. */
  async place(organisationId: string, scope: readonly string[]): Promise<void> {
    await this.model.collection.updateMany({ organisationId, scope: { $ne: scope } }, { $set: { scope: [...scope] }, $inc: { version: 1 } });
  }

  private async insertOne(next: Acknowledgement): Promise<void> {
    try {
      await despiteConflicts(() => this.model.collection.insertOne(this.acknowledgements.document(SYSTEM, { next, events: [] }) as never));
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
    }
  }
}
