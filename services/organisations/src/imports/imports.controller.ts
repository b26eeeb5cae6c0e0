import type { Readable } from 'node:stream';
import { ExportQuery, ImportQuery, RegisterImportView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, preferredLanguage, readFile } from '@aigaq/service';
import { Body, Get, Header, Headers, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ExportsService } from './exports.service.js';
import { importErrors } from './import.errors.js';
import { ImportsService } from './imports.service.js';

const MEGABYTES = 10;
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

@ServiceController('organisations')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly exports: ExportsService,
  ) {}

  @Post('imports')
  // Decided before a byte is read.
  @Requires('body.manage')
  @Answers(RegisterImportView)
  @HttpCode(200)
  async import(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Body() body: Readable | undefined,
    @Headers('accept-language') language: string | undefined,
  ): Promise<RegisterImportView> {
    const file = await readFile(body, MEGABYTES * 1024 * 1024, () => importErrors.too_large({ megabytes: MEGABYTES }));
    return this.imports.import(actor, query, file, preferredLanguage(language));
  }

  @Get('bodies/export')
  @Requires('body.export')
  @StepUp('body.export')
  @Answers({ mediaType: 'application/octet-stream' })
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async export(@CurrentActor() actor: Actor, @Query({ schema: ExportQuery }) { format }: ExportQuery): Promise<StreamableFile> {
    const file = await this.exports.export(actor, format);
    return new StreamableFile(file, { type: TYPES[format], length: file.length, disposition: `attachment; filename="bodies.${format}"` });
  }
}
