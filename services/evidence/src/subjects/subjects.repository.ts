import { Copies } from '@aigaq/service';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type KnownAssignment, ruleId, type SubtaskRule } from './subject.js';
import { ASSIGNMENT, RULE } from './subject.schema.js';

type StoredAssignment = Omit<KnownAssignment, 'id'> & { _id: string };
type StoredRule = SubtaskRule & { _id: string; version: number };

/** Own copy of what may be proved and how; nobody is asked over the wire. */
@Injectable()
export class SubjectsRepository {
  private readonly copies: Copies<SubtaskRule>;

  constructor(
    @InjectModel(ASSIGNMENT, 'evidence') private readonly assignments: Model<StoredAssignment>,
    @InjectModel(RULE, 'evidence') private readonly rules: Model<StoredRule>,
  ) {
    this.copies = new Copies<SubtaskRule>(rules);
  }

  /** An assignment never changes its body or its subtask, so the first row stays. */
  async keepAssignments(opened: readonly KnownAssignment[]): Promise<void> {
    const writes = opened.map(({ id, ...row }) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: row }, upsert: true },
    }));
    if (writes.length > 0) {
      await this.assignments.collection.bulkWrite(writes as never[], { ordered: false });
    }
  }

  async keepRule(version: number, rule: SubtaskRule): Promise<void> {
    await this.copies.put(ruleId(rule.edition, rule.subtaskCode), version, rule);
  }

  async assignment(id: string): Promise<KnownAssignment | undefined> {
    const found = await this.assignments.findOne({ _id: id }).lean<StoredAssignment>();
    return found ? { id, organisationId: found.organisationId, edition: found.edition, subtaskCode: found.subtaskCode } : undefined;
  }

  async rule(edition: string, subtaskCode: string): Promise<SubtaskRule | undefined> {
    const found = await this.copies.find(ruleId(edition, subtaskCode));
    if (!found) {
      return undefined;
    }
    const { _id: _, version: __, ...rule } = found;
    return rule;
  }

  async newestEdition(): Promise<string | undefined> {
    const found = await this.rules.findOne({}, { edition: 1 }).sort({ edition: -1 }).lean<StoredRule>();
    return found?.edition;
  }
}
