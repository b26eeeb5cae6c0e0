import { type AuditRecordView, NoBody, type PageOf, RecordsQuery, type VerificationView } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { RecordsService } from './records.service.js';

@ServiceController('audit')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get('records')
  list(@CurrentActor() actor: Actor, @Query({ schema: RecordsQuery }) query: RecordsQuery): Promise<PageOf<AuditRecordView>> {
    return this.records.list(actor, query);
  }

  @Post('verification')
  @HttpCode(200)
  verify(@CurrentActor() actor: Actor, @Body({ schema: NoBody }) _body: object): Promise<VerificationView> {
    return this.records.verify(actor);
  }
}
