import { PurposeQuery, TwinsView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Get, Param, Query } from '@nestjs/common';
import { TwinsService } from './twins.service.js';

@ServiceController('evidence/documents')
export class TwinsController {
  constructor(private readonly twins: TwinsService) {}

  @Get(':id/twins')
  @Requires('evidence.read')
  @Answers(TwinsView)
  @Reads('evidence', 'id', { act: 'twins' })
  view(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery): Promise<TwinsView> {
    return this.twins.view(actor, id, purpose);
  }
}
