import type { Readable } from 'node:stream';
import { ExportQuery, ImportQuery, type RegisterImportView } from '@aigaq/api';
import { authorise, CurrentActor, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { preferredLanguage, readFile } from '@aigaq/service';
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
  @HttpCode(200)
  async import(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Body() body: Readable | undefined,
    @Headers('accept-language') language: string | undefined,
  ): Promise<RegisterImportView> {
    // Before a byte is read.
    authorise(actor, 'body.manage');
    const file = await readFile(body, MEGABYTES * 1024 * 1024, () => importErrors.too_large({ megabytes: MEGABYTES }));
    return this.imports.import(actor, query, file, preferredLanguage(language));
  }

  @Get('bodies/export')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async export(@CurrentActor() actor: Actor, @Query({ schema: ExportQuery }) { format }: ExportQuery): Promise<StreamableFile> {
    const file = await this.exports.export(actor, format);
    return new StreamableFile(file, { type: TYPES[format], length: file.length, disposition: `attachment; filename="bodies.${format}"` });
  }
}
