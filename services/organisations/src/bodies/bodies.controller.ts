import { BodiesQuery, type BodyRow, type BodyView, type PageOf } from '@aigaq/api';
import { CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Reads } from '@aigaq/service';
import { Get, Param, Query } from '@nestjs/common';
import { BodiesService } from './bodies.service.js';

@ServiceController('organisations/bodies')
export class BodiesController {
  constructor(private readonly bodies: BodiesService) {}

  @Get()
  page(@CurrentActor() actor: Actor, @Query({ schema: BodiesQuery }) query: BodiesQuery): Promise<PageOf<BodyRow>> {
    return this.bodies.page(actor, query);
  }

  @Get(':id')
  @Reads('organisation', 'id')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BodyView> {
    return this.bodies.card(actor, id);
  }
}
