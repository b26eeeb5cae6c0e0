import type { Readable } from 'node:stream';
import { CardSheetQuery, CardSheetView, VersionQuery } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, preferredLanguage, readFile, Reads } from '@aigaq/service';
import { Body, Get, Header, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { sheetErrors } from './sheet.errors.js';
import { SheetsService } from './sheets.service.js';

const MEGABYTES = 10;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ServiceController('tasks/editions')
export class SheetsController {
  constructor(private readonly sheets: SheetsService) {}

  @Get(':edition/sheet')
  @Requires('card.read')
  @Answers({ mediaType: TYPE })
  @Reads('edition', 'edition', { act: 'download' })
  @Header('x-content-type-options', 'nosniff')
  async export(@CurrentActor() actor: Actor, @Param('edition') edition: string, @Query({ schema: VersionQuery }) { version }: VersionQuery): Promise<StreamableFile> {
    const file = await this.sheets.export(actor, edition, version);
    return new StreamableFile(file, { type: TYPE, length: file.length, disposition: 'attachment; filename="card.xlsx"' });
  }

  @Post(':edition/sheet')
  // Decided before a byte is read.
  @Requires('card.manage')
  @Answers(CardSheetView)
  @HttpCode(200)
  async import(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query({ schema: CardSheetQuery }) query: CardSheetQuery,
    @Body() body: Readable | undefined,
    @Headers('accept-language') language: string | undefined,
  ): Promise<CardSheetView> {
    const file = await readFile(body, MEGABYTES * 1024 * 1024, () => sheetErrors.too_large({ megabytes: MEGABYTES }));
    return this.sheets.import(actor, edition, query, file, preferredLanguage(language));
  }
}
