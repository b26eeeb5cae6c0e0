import { type EvidenceChecked, EvidenceCheckedSchema, type EvidenceStored, EvidenceStoredSchema } from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { ActsService } from './acts.service.js';
import { EvidenceFactsRepository } from './evidence-facts.repository.js';
import type { EvidenceFact } from './submission.js';

@Controller()
export class EvidenceFactsConsumer {
  constructor(
    private readonly facts: EvidenceFactsRepository,
    private readonly acts: ActsService,
  ) {}

  @OnEvent('tasks', EvidenceStoredSchema)
  async onEvidenceStored(stored: EvidenceStored, _context: EventContext): Promise<void> {
    if (stored.subject?.type === 'assignment') {
      await this.facts.stored({ ...factOf(stored), verdict: null });
    }
  }

  @OnEvent('tasks', EvidenceCheckedSchema)
  async onEvidenceChecked(checked: EvidenceChecked, _context: EventContext): Promise<void> {
    if (checked.subject?.type === 'assignment') {
      await this.facts.checked({ ...factOf(checked), verdict: checked.verdict as EvidenceFact['verdict'], ...readOf(checked) });
      await this.acts.noteVerdict(checked.subject.id, checked.evidenceId);
    }
  }
}

function readOf({ read }: EvidenceChecked): Pick<EvidenceFact, 'read'> {
  if (!read) {
    return {};
  }
  const { kind, number, date, signature, signer, signerLevel, approval, stamp, isPoor } = read;
  return { read: { kind, number, date, signature, signer, signerLevel, approval, stamp, isPoor } };
}

function factOf({ evidenceId, subject, sha256, uploadedById }: EvidenceStored | EvidenceChecked): Omit<EvidenceFact, 'verdict'> {
  return { id: evidenceId, subjectId: subject?.id ?? '', sha256, uploadedById };
}
