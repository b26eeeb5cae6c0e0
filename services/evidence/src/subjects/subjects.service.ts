import type { Subject } from '@aigaq/api';
import { type Body, Directory } from '@aigaq/directory';
import { Injectable } from '@nestjs/common';
import { subjectErrors } from './subject.errors.js';
import { complianceParts, type KnownAssignment, type Provable } from './subject.js';
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
    const rule = await this.ruleOf(row, subject);
    return { ...rule, subject, organisationId: body.id, body, scope: await this.directory.scopeOf(body) };
  }

  private async ruleOf({ edition, subtaskCode }: KnownAssignment, subject: Subject) {
    const rule = await this.subjects.rule(edition, subtaskCode);
    if (!rule) {
      // Of an assignment that was opened the card is on its way; of a compliance document the code may be anything.
      throw subject.type === 'assignment' ? subjectErrors.rule_unknown({ edition }) : subjectErrors.unknown({ subjectId: subject.id });
    }
    return rule;
  }

  private async complianceDocument(id: string): Promise<KnownAssignment | undefined> {
    const parts = complianceParts(id);
    const edition = parts && (await this.subjects.newestEdition());
    return parts && edition ? { id, edition, ...parts } : undefined;
  }
}
