import { type AssignmentsOpened, AssignmentsOpenedSchema, type CardPublished, CardPublishedSchema, type EvidenceRule as ToldRule } from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import type { EvidenceRule } from './subject.js';
import { SubjectsRepository } from './subjects.repository.js';

@Controller()
export class SubjectsConsumer {
  constructor(private readonly subjects: SubjectsRepository) {}

  @OnEvent('evidence', AssignmentsOpenedSchema)
  async onAssignmentsOpened({ edition, subtaskCode, assignments }: AssignmentsOpened, _context: EventContext): Promise<void> {
    await this.subjects.keepAssignments(
      assignments.map(({ assignmentId, organisationId }) => ({ id: assignmentId, organisationId, edition, subtaskCode })),
    );
  }

  @OnEvent('evidence', CardPublishedSchema)
  async onCardPublished({ edition, version, subtasks }: CardPublished, _context: EventContext): Promise<void> {
    for (const { code, projectCode, secrecy, rule } of subtasks) {
      await this.subjects.keepRule(version, { edition, subtaskCode: code, projectCode, secrecy, rule: ruleOf(rule) });
    }
  }
}

const NO_RULE: EvidenceRule = { kinds: [], signers: [], signersByKind: {}, approval: '', stamp: '' };

function ruleOf(told: ToldRule | undefined): EvidenceRule {
  if (!told) {
    return NO_RULE;
  }
  const { kinds, signers, signersByKind, approval, stamp } = told;
  const byKind = Object.entries(signersByKind).map(([kind, { levels }]): [string, string[]] => [kind, [...levels]]);
  return { kinds: [...kinds], signers: [...signers], signersByKind: Object.fromEntries(byKind), approval, stamp };
}
