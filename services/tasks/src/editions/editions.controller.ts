import { CardDiff, CardImpact, ComparisonQuery, DiffQuery, EditCard, EditionComparison, EditionRow, EditionView, ImportEdition, ImportReport, NoBody, ReturnCard, RollOver, SetDates, VersionQuery } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Body, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { AmendmentsService } from '../amendments/amendments.service.js';
import { EditionsService } from './editions.service.js';

@ServiceController('tasks/editions')
export class EditionsController {
  constructor(
    private readonly editions: EditionsService,
    private readonly amendments: AmendmentsService,
  ) {}

  @Get()
  @Requires('card.read')
  @Answers(EditionRow.array())
  list(@CurrentActor() actor: Actor): Promise<EditionRow[]> {
    return this.editions.list(actor);
  }

  @Get(':edition')
  @Requires('card.read')
  @Answers(EditionView)
  @Reads('edition', 'edition')
  view(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query({ schema: VersionQuery }) { version }: VersionQuery,
  ): Promise<EditionView> {
    return this.editions.view(actor, edition, version);
  }

  @Get(':edition/diff')
  @Requires('card.read')
  @Answers(CardDiff)
  diff(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Query({ schema: DiffQuery }) query: DiffQuery): Promise<CardDiff> {
    return this.editions.diff(actor, edition, query);
  }

  @Get(':edition/impact')
  @Requires('card.manage')
  @Answers(CardImpact)
  impact(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<CardImpact> {
    return this.amendments.impact(actor, edition);
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

  @Post(':edition/amend')
  @Requires('card.manage')
  @Answers(EditionView)
  amend(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Body({ schema: NoBody }) _body: object): Promise<EditionView> {
    return this.editions.amend(actor, edition);
  }

  @Post(':edition/roll-over')
  @Requires('card.manage')
  @Answers(EditionView)
  rollOver(@CurrentActor() actor: Actor, @Param('edition') from: string, @Body({ schema: RollOver }) body: RollOver): Promise<EditionView> {
    return this.editions.rollOver(actor, from, body.edition);
  }

  @Get(':edition/comparison')
  @Requires('card.read')
  @Answers(EditionComparison)
  compare(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Query({ schema: ComparisonQuery }) query: ComparisonQuery): Promise<EditionComparison> {
    return this.editions.compare(actor, edition, query.with);
  }

  @Post(':edition/edits')
  @Requires('card.manage')
  @Answers(EditionView)
  @HttpCode(200)
  edit(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Body({ schema: EditCard }) body: EditCard): Promise<EditionView> {
    return this.editions.edit(actor, edition, body);
  }

  @Post(':edition/review')
  @Requires('card.manage')
  @Answers(EditionView)
  @HttpCode(200)
  send(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Body({ schema: NoBody }) _body: object): Promise<EditionView> {
    return this.editions.send(actor, edition);
  }

  @Post(':edition/return')
  @Requires('card.manage')
  @Answers(EditionView)
  @HttpCode(200)
  sendBack(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Body({ schema: ReturnCard }) body: ReturnCard): Promise<EditionView> {
    return this.editions.sendBack(actor, edition, body.remark);
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
