import { allFacts } from '@aigaq/contracts';
import { type EventContext, OnEvent } from '@aigaq/events';
import { Controller } from '@nestjs/common';
import { RecordsService } from './records.service.js';

/** What waits at the same time is written in one go, so many things are taken side by side. */
const SIDE_BY_SIDE = 64;

/** Takes every fact of every service into the record. */
@Controller()
export class RecordsConsumer {
  constructor(private readonly records: RecordsService) {}

  record(_payload: unknown, context: EventContext): Promise<void> {
    return this.records.append(context.event);
  }

  // One listening method per type (`onAssignmentSubmitted`, …), made here so that a new event is recorded without a line of code.
  static {
    for (const type of allFacts()) {
      const method = {
        value(this: RecordsConsumer, payload: unknown, context: EventContext) {
          return this.record(payload, context);
        },
        configurable: true,
        writable: true,
      };
      const name = `on${type.split('.').at(-1)}`;
      Object.defineProperty(this.prototype, name, method);
      OnEvent('audit', type, { concurrency: SIDE_BY_SIDE })(this.prototype, name, method);
    }
  }
}
