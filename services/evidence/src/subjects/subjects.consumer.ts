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

function ruleOf(told: ToldRule | undefined): EvidenceRule {
  const byKind = Object.entries(told?.signersByKind ?? {}).map(([kind, { levels }]) => [kind, [...levels]] as const);
  return {
    kinds: [...(told?.kinds ?? [])],
    signers: [...(told?.signers ?? [])],
    signersByKind: Object.fromEntries(byKind),
    approval: told?.approval ?? '',
    stamp: told?.stamp ?? '',
  };
}
