import { type CheckRequested, CheckRequestedSchema } from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { CheckingService } from './checking.service.js';

@Controller()
export class CheckingConsumer {
  constructor(private readonly checking: CheckingService) {}

  @OnEvent('evidence-worker', CheckRequestedSchema)
  onCheckRequested({ evidenceId }: CheckRequested, _context: EventContext): Promise<void> {
    return this.checking.check(evidenceId);
  }
}
