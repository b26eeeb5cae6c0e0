import { EntitiesQuery, EntityRow, EntityView, type PageOf, pageOf, RegisterDocument } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { EntitiesService } from './entities.service.js';

@ServiceController('compliance/entities')
export class EntitiesController {
  constructor(private readonly entities: EntitiesService) {}

  @Get()
  @Requires('compliance.read')
  @Answers(pageOf(EntityRow))
  page(@CurrentActor() actor: Actor, @Query({ schema: EntitiesQuery }) query: EntitiesQuery): Promise<PageOf<EntityRow>> {
    return this.entities.page(actor, query);
  }

  @Get(':id')
  @Requires('compliance.read')
  @Answers(EntityView)
  @Reads('compliance-entity', 'id')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EntityView> {
    return this.entities.card(actor, id);
  }

  @Post(':id/documents/:code/register')
  @Requires('compliance.register')
  @Answers(EntityView)
  @HttpCode(200)
  register(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @Body({ schema: RegisterDocument }) body: RegisterDocument,
  ): Promise<EntityView> {
    return this.entities.register(actor, id, code, body);
  }
}
