import { AuditRecordView, NoBody, type PageOf, pageOf, RecordsQuery, VerificationView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { RecordsService } from './records.service.js';

@ServiceController('audit')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get('records')
  @Requires('audit.read')
  @Answers(pageOf(AuditRecordView))
  list(@CurrentActor() actor: Actor, @Query({ schema: RecordsQuery }) query: RecordsQuery): Promise<PageOf<AuditRecordView>> {
    return this.records.list(actor, query);
  }

  @Post('verification')
  @Requires('audit.read')
  @Answers(VerificationView)
  @HttpCode(200)
  verify(@CurrentActor() actor: Actor, @Body({ schema: NoBody }) _body: object): Promise<VerificationView> {
    return this.records.verify(actor);
  }
}
