import { AppointHead, EndTenure, HeadsQuery, HeadView, type PageOf, pageOf } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { HeadsService } from './heads.service.js';

@ServiceController('organisations/bodies/:id/heads')
export class HeadsController {
  constructor(private readonly heads: HeadsService) {}

  @Get()
  @Requires('body.read')
  @Answers(pageOf(HeadView))
  @Reads('heads', 'id')
  list(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: HeadsQuery }) query: HeadsQuery): Promise<PageOf<HeadView>> {
    return this.heads.list(actor, id, query);
  }

  @Post()
  @Requires('heads.manage')
  @Answers(HeadView)
  appoint(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: AppointHead }) body: AppointHead): Promise<HeadView> {
    return this.heads.appoint(actor, id, body);
  }

  @Post(':headId/end')
  @Requires('heads.manage')
  @Answers(HeadView)
  @HttpCode(200)
  end(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('headId') headId: string,
    @Body({ schema: EndTenure }) body: EndTenure,
  ): Promise<HeadView> {
    return this.heads.end(actor, id, headId, body);
  }
}
