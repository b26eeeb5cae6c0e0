import { PaperTextView, PurposeQuery } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { attachment } from '../documents/file-name.js';
import { CopiesService } from './copies.service.js';
import { copyName } from './copy-job.js';

@ServiceController('evidence/documents')
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  @Get(':id/searchable')
  @Requires('evidence.read')
  @Answers({ mediaType: 'application/pdf' })
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  async searchable(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery): Promise<StreamableFile> {
    const { evidence, copy, size } = await this.copies.searchable(actor, id, purpose);
    return new StreamableFile(copy, { type: 'application/pdf', length: size, disposition: attachment(copyName(evidence.fileName)) });
  }

  @Get(':id/text')
  @Requires('evidence.read')
  @Answers(PaperTextView)
  text(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery): Promise<PaperTextView> {
    return this.copies.text(actor, id, purpose);
  }
}
