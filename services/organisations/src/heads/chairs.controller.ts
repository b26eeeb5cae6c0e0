import { AbolishChair, ChairsView, ChairView, OpenChair } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { HeadsService } from './heads.service.js';

@ServiceController('organisations/bodies/:id/chairs')
export class ChairsController {
  constructor(private readonly heads: HeadsService) {}

  @Get()
  @Requires('body.read')
  @Answers(ChairsView)
  @Reads('chairs', 'id')
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ChairsView> {
    return this.heads.chairs(actor, id);
  }

  @Post()
  @Requires('heads.manage')
  @Answers(ChairView)
  open(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: OpenChair }) body: OpenChair): Promise<ChairView> {
    return this.heads.open(actor, id, body);
  }

  @Post(':chairId/abolish')
  @Requires('heads.manage')
  @Answers(ChairView)
  @HttpCode(200)
  abolish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('chairId') chairId: string,
    @Body({ schema: AbolishChair }) body: AbolishChair,
  ): Promise<ChairView> {
    return this.heads.abolish(actor, id, chairId, body);
  }
}
