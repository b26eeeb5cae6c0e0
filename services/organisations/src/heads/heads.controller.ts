import { AppointHead, EndTenure, HeadsQuery, type HeadView, type PageOf } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { HeadsService } from './heads.service.js';

@ServiceController('organisations/bodies/:id/heads')
export class HeadsController {
  constructor(private readonly heads: HeadsService) {}

  @Get()
  @Reads('heads', 'id')
  list(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: HeadsQuery }) query: HeadsQuery): Promise<PageOf<HeadView>> {
    return this.heads.list(actor, id, query);
  }

  @Post()
  appoint(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: AppointHead }) body: AppointHead): Promise<HeadView> {
    return this.heads.appoint(actor, id, body);
  }

  @Post(':headId/end')
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
