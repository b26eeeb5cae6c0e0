import { AppointHead, type HeadView, type PageOf } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Reads } from '@aigaq/service';
import { Body, Get, Param, Post } from '@nestjs/common';
import { HeadsService } from './heads.service.js';

@ServiceController('organisations/bodies/:id/heads')
export class HeadsController {
  constructor(private readonly heads: HeadsService) {}

  @Get()
  @Reads('heads', 'id')
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageOf<HeadView>> {
    return this.heads.list(actor, id);
  }

  @Post()
  appoint(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: AppointHead }) body: AppointHead): Promise<HeadView> {
    return this.heads.appoint(actor, id, body);
  }
}
