import type { Subject } from '@aigaq/api';
import { type Body, Directory } from '@aigaq/directory';
import { Injectable } from '@nestjs/common';
import { subjectErrors } from './subject.errors.js';
import { complianceParts, type KnownAssignment, type Provable, type SubtaskRule } from './subject.js';
import { SubjectsRepository } from './subjects.repository.js';

/** What is to be proved, by which rule, and whose it is. */
export interface OwnedProvable extends Provable {
  body: Body;
  scope: string[];
}

@Injectable()
export class SubjectsService {
  constructor(
    private readonly subjects: SubjectsRepository,
    private readonly directory: Directory,
  ) {}

  /** @throws subject.unknown; subject.rule_unknown while the card has not arrived here */
  async find(subject: Subject): Promise<OwnedProvable> {
    const row = subject.type === 'assignment' ? await this.subjects.assignment(subject.id) : await this.complianceDocument(subject.id);
    const body = row && (await this.directory.body(row.organisationId));
    if (!row || !body || (subject.type === 'compliance-document' && body.kind !== 'quasi-state')) {
      throw subjectErrors.unknown({ subjectId: subject.id });
    }
    const rule = await this.rule(row.edition, row.subtaskCode);
    return { ...rule, subject, organisationId: body.id, body, scope: await this.directory.scopeOf(body) };
  }

  /** @throws subject.rule_unknown */
  async rule(edition: string, subtaskCode: string): Promise<SubtaskRule> {
    const rule = await this.subjects.rule(edition, subtaskCode);
    if (!rule) {
      throw subjectErrors.rule_unknown({ edition });
    }
    return rule;
  }

  private async complianceDocument(id: string): Promise<KnownAssignment | undefined> {
    const parts = complianceParts(id);
    const edition = parts && (await this.subjects.newestEdition());
    // The code in the id may be anything; an assignment's subtask exists, its card is at worst on its way.
    const rule = parts && edition && (await this.subjects.rule(edition, parts.subtaskCode));
    return rule ? { id, edition, ...parts } : undefined;
  }
}
