import { Readable } from 'node:stream';
import { RecordsFilter, VerificationView, VerifyRecords } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController, StepUp } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { AccessLog, Answers } from '@aigaq/service';
import { Body, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import type { Line } from '../verification/lines.js';
import { verifyRecord } from '../verification/verify-record.js';
import { ExportsService } from './exports.service.js';
import { verificationView } from './verification-view.js';

/** Taking records away, and proving that they are whole. */
@ServiceController('audit')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly accessLog: AccessLog,
  ) {}

  /** NDJSON; the form is in the README. That it was taken is on record before the first line leaves. */
  @Get('export')
  @Requires('audit.export')
  @StepUp('audit.export')
  @Answers({ mediaType: 'application/x-ndjson' })
  @Header('cache-control', 'private, no-store')
  async export(@CurrentActor() actor: Actor, @Query({ schema: RecordsFilter }) filter: RecordsFilter): Promise<StreamableFile> {
    await this.accessLog.record(actor, { act: 'download', thing: 'audit-export', id: 'audit-export', purpose: purposeOf(filter) });
    const lines = Readable.from(texts(this.exports.lines(actor, filter)));
    return new StreamableFile(lines, { type: 'application/x-ndjson', disposition: 'attachment; filename="audit-export.ndjson"' });
  }

  @Post('verification')
  @Requires('audit.read')
  @Answers(VerificationView)
  @HttpCode(200)
  async verify(@CurrentActor() actor: Actor, @Body({ schema: VerifyRecords }) period: VerifyRecords): Promise<VerificationView> {
    const isAll = period.from === undefined && period.to === undefined;
    return verificationView(await verifyRecord(isAll ? this.exports.everything(actor) : this.exports.lines(actor, period)));
  }
}

async function* texts(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) {
    yield `${JSON.stringify(line)}\n`;
  }
}

function purposeOf(filter: RecordsFilter): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  return asked.map(([name, value]) => `${name}=${String(value)}`).join(' ') || 'everything';
}
