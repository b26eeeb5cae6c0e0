import { EditionRow, EditionView, ImportEdition, ImportReport, NoBody, SetDates } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { EditionsService } from './editions.service.js';

@ServiceController('tasks/editions')
export class EditionsController {
  constructor(private readonly editions: EditionsService) {}

  @Get()
  @Requires('card.read')
  @Answers(EditionRow.array())
  list(): Promise<EditionRow[]> {
    return this.editions.list();
  }

  @Get(':edition')
  @Requires('card.read')
  @Answers(EditionView)
  @Reads('edition', 'edition')
  view(@Param('edition') edition: string): Promise<EditionView> {
    return this.editions.view(edition);
  }

  @Post('import')
  @Requires('card.manage')
  @Answers(ImportReport)
  @HttpCode(200)
  import(@CurrentActor() actor: Actor, @Body({ schema: ImportEdition }) body: { edition: string }): Promise<ImportReport> {
    return this.editions.import(actor, body.edition);
  }

  @Put(':edition/dates')
  @Requires('card.manage')
  @Answers(EditionView)
  setDates(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body({ schema: SetDates }) body: SetDates,
  ): Promise<EditionView> {
    return this.editions.setDates(actor, edition, body);
  }

  @Post(':edition/publish')
  @Requires('card.manage')
  @Answers(EditionView)
  @StepUp('card.publish')
  @HttpCode(200)
  publish(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Body({ schema: NoBody }) _body: object): Promise<EditionView> {
    return this.editions.publish(actor, edition);
  }
}
