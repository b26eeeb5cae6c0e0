import { scopeFilter } from '@aigaq/identity';
import { type Actor, SYSTEM } from '@aigaq/kernel';
import { Aggregates, type Decided, fromStored, type Kept, OutboxRelay, type Stored } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { insertMissing } from '../many.repository.js';
import { recertificationErrors } from './recertification.errors.js';
import type { Question } from './recertification.js';

export interface QuestionsWanted {
  answered?: boolean | undefined;
  organisationId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface Count {
  recertificationId: string;
  answer: Question['answer'];
  count: number;
}

@Injectable()
export class QuestionsRepository {
  private readonly questions: Aggregates<Question>;

  constructor(@InjectModel('Question', 'organisations') private readonly model: Model<Stored<Question>>, relay: OutboxRelay) {
    this.questions = new Aggregates<Question>(model, relay);
  }

  /** Those that are there already stay as they are. */
  ask(questions: readonly Question[]): Promise<void> {
    return insertMissing(this.model, questions.map((next) => this.questions.document(SYSTEM, { next, events: [] })));
  }

  change(actor: Actor, id: string, decide: (question: Kept<Question>) => Decided<Question>): Promise<Kept<Question>> {
    return this.questions.change(actor, id, decide, { notFound: () => recertificationErrors.unknown_question({ questionId: id }) });
  }

  find(recertificationId: string, id: string): Promise<Kept<Question> | undefined> {
    return this.questions.find(id, { recertificationId });
  }

  /** What the actor answers for, by id; one more than asked for when there are more. */
  page(actor: Actor, recertificationId: string, { answered, organisationId, cursor, limit }: QuestionsWanted): Promise<Kept<Question>[]> {
    const where = [
      { recertificationId },
      scopeFilter(actor, 'recertification.answer'),
      ...(organisationId === undefined ? [] : [{ organisationId }]),
      ...(answered === undefined ? [] : [{ answer: answered ? { $ne: null } : null }]),
      ...(cursor === undefined ? [] : [{ _id: { $gt: cursor } }]),
    ];
    return this.found({ $and: where }, limit + 1);
  }

  /** How many of each answer, among those that the actor answers for. */
  counts(actor: Actor, recertificationIds: readonly string[]): Promise<Count[]> {
    return this.model.aggregate<Count>([
      { $match: { $and: [{ recertificationId: { $in: [...recertificationIds] } }, scopeFilter(actor, 'recertification.answer')] } },
      { $group: { _id: { recertificationId: '$recertificationId', answer: '$answer' }, count: { $sum: 1 } } },
      { $project: { _id: 0, recertificationId: '$_id.recertificationId', answer: '$_id.answer', count: 1 } },
    ]);
  }

  unansweredAfter(recertificationId: string, after: string, limit: number): Promise<Kept<Question>[]> {
    return this.found({ recertificationId, answer: null, _id: { $gt: after } }, limit);
  }

  /** Answered, while the role is still to be ended. */
  undoneAfter(after: string, limit: number): Promise<Kept<Question>[]> {
    return this.found({ isDone: false, _id: { $gt: after } }, limit);
  }

  private async found(where: Record<string, unknown>, limit: number): Promise<Kept<Question>[]> {
    const found = await this.model.find(where, { outbox: 0 }).sort({ _id: 1 }).limit(limit).lean<Stored<Question>[]>();
    return found.map((stored) => fromStored<Question>(stored));
  }
}
