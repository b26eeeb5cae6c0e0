import { EvidenceQuery, EvidenceView, type PageOf, pageOf } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { DocumentsService } from './documents.service.js';
import { attachment } from './file-name.js';

@ServiceController('evidence/documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get()
  @Requires('evidence.read')
  @Answers(pageOf(EvidenceView))
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: EvidenceQuery }) { subjectType, subjectId, ...page }: z.infer<typeof EvidenceQuery>,
  ): Promise<PageOf<EvidenceView>> {
    return this.documents.list(actor, { type: subjectType, id: subjectId }, page);
  }

  @Get(':id')
  @Requires('evidence.read')
  @Answers(EvidenceView)
  @Reads('evidence', 'id')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EvidenceView> {
    return this.documents.view(actor, id);
  }

  @Get(':id/file')
  @Requires('evidence.read')
  @Answers({ mediaType: 'application/octet-stream' })
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  file(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return this.original(actor, id, 1);
  }

  @Get(':id/files/:number')
  @Requires('evidence.read')
  @Answers({ mediaType: 'application/octet-stream' })
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  fileOf(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('number') number: string): Promise<StreamableFile> {
    return this.original(actor, id, Number(number));
  }

  @Get(':id/pages/:page')
  @Requires('evidence.read')
  @Answers({ mediaType: 'image/jpeg' })
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, max-age=300')
  async page(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('page') page: string): Promise<StreamableFile> {
    const jpeg = await this.documents.page(actor, id, Number(page));
    return new StreamableFile(jpeg, { type: 'image/jpeg', length: jpeg.length });
  }

  @Get(':id/thumbnails/:page')
  @Requires('evidence.read')
  @Answers({ mediaType: 'image/jpeg' })
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, max-age=3600')
  async thumbnail(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('page') page: string): Promise<StreamableFile> {
    const jpeg = await this.documents.thumbnail(actor, id, Number(page));
    return new StreamableFile(jpeg, { type: 'image/jpeg', length: jpeg.length });
  }

  private async original(actor: Actor, id: string, number: number): Promise<StreamableFile> {
    const { file, original } = await this.documents.download(actor, id, number);
    return new StreamableFile(original, { type: file.mediaType, length: file.size, disposition: attachment(file.fileName) });
  }
}
