import { BodiesQuery, BodyRow, BodyView, type PageOf, pageOf } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Get, Param, Query } from '@nestjs/common';
import { BodiesService } from './bodies.service.js';

@ServiceController('organisations/bodies')
export class BodiesController {
  constructor(private readonly bodies: BodiesService) {}

  @Get()
  @Requires('body.read')
  @Answers(pageOf(BodyRow))
  page(@CurrentActor() actor: Actor, @Query({ schema: BodiesQuery }) query: BodiesQuery): Promise<PageOf<BodyRow>> {
    return this.bodies.page(actor, query);
  }

  @Get(':id')
  @Requires('body.read')
  @Answers(BodyView)
  @Reads('organisation', 'id')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BodyView> {
    return this.bodies.card(actor, id);
  }
}
