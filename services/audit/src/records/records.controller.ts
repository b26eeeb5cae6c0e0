import { type AuditRecordView, type PageOf, RecordsQuery } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Get, Query } from '@nestjs/common';
import { RecordsService } from './records.service.js';

@ServiceController('audit/records')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query({ schema: RecordsQuery }) query: RecordsQuery): Promise<PageOf<AuditRecordView>> {
    return this.records.list(actor, query);
  }
}
