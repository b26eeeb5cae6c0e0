import { AppointHead, HeadView, type PageOf, pageOf } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, Param, Post } from '@nestjs/common';
import { HeadsService } from './heads.service.js';

@ServiceController('organisations/bodies/:id/heads')
export class HeadsController {
  constructor(private readonly heads: HeadsService) {}

  @Get()
  @Requires('body.read')
  @Answers(pageOf(HeadView))
  @Reads('heads', 'id')
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageOf<HeadView>> {
    return this.heads.list(actor, id);
  }

  @Post()
  @Requires('heads.manage')
  @Answers(HeadView)
  appoint(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: AppointHead }) body: AppointHead): Promise<HeadView> {
    return this.heads.appoint(actor, id, body);
  }
}
