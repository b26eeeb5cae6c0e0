import { DraftView, SaveDraft } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, Get, Param, Put } from '@nestjs/common';
import { DraftsService } from './drafts.service.js';

@ServiceController('tasks/assignments')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Get(':id/draft')
  @Requires('assignment.submit')
  @Answers(DraftView)
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DraftView> {
    return this.drafts.view(actor, id);
  }

  @Put(':id/draft')
  @Requires('assignment.submit')
  @Answers(DraftView)
  save(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: SaveDraft }) body: SaveDraft): Promise<DraftView> {
    return this.drafts.save(actor, id, body);
  }
}
