import { AuditRecordView, type PageOf, pageOf, RecordsQuery } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Get, Query } from '@nestjs/common';
import { RecordsService } from './records.service.js';

@ServiceController('audit/records')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get()
  @Requires('audit.read')
  @Answers(pageOf(AuditRecordView))
  list(@CurrentActor() actor: Actor, @Query({ schema: RecordsQuery }) query: RecordsQuery): Promise<PageOf<AuditRecordView>> {
    return this.records.list(actor, query);
  }
}
