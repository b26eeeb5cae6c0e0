import { type EvidenceChecked, EvidenceCheckedSchema, type EvidenceStored, EvidenceStoredSchema } from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { EvidenceRepository } from './evidence.repository.js';

const STORED = 1;

/** Papers that prove compliance documents; what proves an assignment is no affair of this service. */
@Controller()
export class EvidenceConsumer {
  constructor(private readonly evidence: EvidenceRepository) {}

  @OnEvent('compliance', EvidenceStoredSchema)
  onEvidenceStored(stored: EvidenceStored, _context: EventContext): Promise<void> {
    return this.keep(stored, STORED, null);
  }

  @OnEvent('compliance', EvidenceCheckedSchema)
  onEvidenceChecked(checked: EvidenceChecked, context: EventContext): Promise<void> {
    // A paper may be checked again: the later verdict counts.
    return this.keep(checked, context.time.getTime(), checked.verdict);
  }

  private async keep(told: EvidenceStored | EvidenceChecked, version: number, verdict: string | null): Promise<void> {
    const { evidenceId, subject, organisationId, sha256 } = told;
    if (subject?.type === 'compliance-document') {
      const copy = { subjectType: subject.type, subjectId: subject.id, organisationId, sha256, verdict };
      await this.evidence.keep(evidenceId, version, copy);
    }
  }
}
