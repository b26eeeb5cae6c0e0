import { type ComplianceDocumentRegistered, ComplianceDocumentRegisteredSchema } from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { ScoresService } from './scores.service.js';

/** The service listens to itself: the fact lies in the outbox of the document, so no crash can lose the score. */
@Controller()
export class ScoresConsumer {
  constructor(private readonly scores: ScoresService) {}

  @OnEvent('compliance', ComplianceDocumentRegisteredSchema)
  onComplianceDocumentRegistered({ supervisorIds }: ComplianceDocumentRegistered, _context: EventContext): Promise<void> {
    return this.scores.renew(supervisorIds);
  }
}
