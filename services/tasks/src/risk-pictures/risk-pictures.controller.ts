import { RiskPicturesView, RiskPictureView, UpdateSection } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RiskPicturesService } from './risk-pictures.service.js';

@ServiceController('tasks/risk-pictures')
export class RiskPicturesController {
  constructor(private readonly pictures: RiskPicturesService) {}

  @Get()
  @Requires('picture.read')
  @Answers(RiskPicturesView)
  map(): Promise<RiskPicturesView> {
    return this.pictures.map();
  }

  @Get(':regionId')
  @Requires('picture.read')
  @Answers(RiskPictureView)
  @Reads('risk-picture', 'regionId')
  view(@CurrentActor() actor: Actor, @Param('regionId') regionId: string): Promise<RiskPictureView> {
    return this.pictures.view(actor, regionId);
  }

  @Post(':regionId/sections/:section')
  @Requires('picture.update')
  @Answers(RiskPictureView)
  @HttpCode(200)
  update(
    @CurrentActor() actor: Actor,
    @Param('regionId') regionId: string,
    @Param('section') section: string,
    @Body({ schema: UpdateSection }) body: UpdateSection,
  ): Promise<RiskPictureView> {
    return this.pictures.update(actor, regionId, Number(section), body);
  }
}
