import { ActInBulk, BulkView } from '@aigaq/api';
import { CurrentActor, CurrentToken, Requires, requireStepUp, ServiceController, type VerifiedToken } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, preferredLanguage } from '@aigaq/service';
import { Body, Headers, HttpCode, Post } from '@nestjs/common';
import { BulkService } from './bulk.service.js';

@ServiceController('tasks/assignments')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post('bulk')
  @Requires('assignment.review')
  @Answers(BulkView)
  @HttpCode(200)
  run(
    @CurrentActor() actor: Actor,
    @CurrentToken() token: VerifiedToken | undefined,
    @Body({ schema: ActInBulk }) body: ActInBulk,
    @Headers('accept-language') language: string | undefined,
  ): Promise<BulkView> {
    if (body.act === 'accept' && !body.dryRun) {
      requireStepUp(token, 'assignment.accept');
    }
    return this.bulk.run(actor, body, preferredLanguage(language));
  }
}
