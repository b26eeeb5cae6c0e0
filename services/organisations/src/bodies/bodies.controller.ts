import { BodiesQuery, BodyRow, BodyView, CloseBody, MoveBody, type PageOf, pageOf, RegisterBody, RenameBody, SuperviseBody } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { BodiesService } from './bodies.service.js';
import { RegisterService } from './register.service.js';

@ServiceController('organisations/bodies')
export class BodiesController {
  constructor(
    private readonly bodies: BodiesService,
    private readonly register: RegisterService,
  ) {}

  @Get()
  @Requires('body.read')
  @Answers(pageOf(BodyRow))
  page(@CurrentActor() actor: Actor, @Query({ schema: BodiesQuery }) query: BodiesQuery): Promise<PageOf<BodyRow>> {
    return this.bodies.page(actor, query);
  }

  @Post()
  @Requires('body.manage')
  @Answers(BodyView)
  async enter(@CurrentActor() actor: Actor, @Body({ schema: RegisterBody }) draft: RegisterBody): Promise<BodyView> {
    await this.register.register(actor, draft);
    return this.bodies.card(actor, draft.id);
  }

  @Get(':id')
  @Requires('body.read')
  @Answers(BodyView)
  @Reads('organisation', 'id')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BodyView> {
    return this.bodies.card(actor, id);
  }

  @Post(':id/rename')
  @Requires('body.manage')
  @Answers(BodyView)
  @HttpCode(200)
  async rename(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: RenameBody }) wanted: RenameBody): Promise<BodyView> {
    await this.register.rename(actor, id, wanted);
    return this.bodies.card(actor, id);
  }

  @Post(':id/move')
  @Requires('body.manage')
  @Answers(BodyView)
  @HttpCode(200)
  async move(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: MoveBody }) wanted: MoveBody): Promise<BodyView> {
    await this.register.move(actor, id, wanted);
    return this.bodies.card(actor, id);
  }

  @Post(':id/supervise')
  @Requires('body.manage')
  @Answers(BodyView)
  @HttpCode(200)
  async supervise(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: SuperviseBody }) wanted: SuperviseBody): Promise<BodyView> {
    await this.register.supervise(actor, id, wanted);
    return this.bodies.card(actor, id);
  }

  @Post(':id/close')
  @Requires('body.manage')
  @Answers(BodyView)
  @HttpCode(200)
  async close(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: CloseBody }) wanted: CloseBody): Promise<BodyView> {
    await this.register.close(actor, id, wanted);
    return this.bodies.card(actor, id);
  }
}
