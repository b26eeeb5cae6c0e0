import { EvidenceQuery, EvidenceView, type PageOf, pageOf, PurposeQuery } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers, Reads } from '@aigaq/service';
import { Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { DocumentsService, type Picture } from './documents.service.js';
import { attachment } from './file-name.js';

/** How long a browser keeps a picture. */
const PAGE_SECONDS = 300;
const THUMBNAIL_SECONDS = 3600;

interface PagePlace {
  id: string;
  page: string;
}

/** As much of the answer as is needed. */
interface Reply {
  header(name: string, value: string): unknown;
}

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
  view(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery): Promise<EvidenceView> {
    return this.documents.view(actor, id, purpose);
  }

  @Get(':id/file')
  @Requires('evidence.read')
  @Answers({ mediaType: 'application/octet-stream' })
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  async file(@CurrentActor() actor: Actor, @Param('id') id: string, @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery): Promise<StreamableFile> {
    return streamOf(await this.documents.download(actor, id, 1, purpose));
  }

  @Get(':id/files/:number')
  @Requires('evidence.read')
  @Answers({ mediaType: 'application/octet-stream' })
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  async fileOf(
    @CurrentActor() actor: Actor,
    @Param() { id, number }: { id: string; number: string },
    @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery,
  ): Promise<StreamableFile> {
    return streamOf(await this.documents.download(actor, id, Number(number), purpose));
  }

  @Get(':id/pages/:page')
  @Requires('evidence.read')
  @Answers({ mediaType: 'image/jpeg' })
  @Header('x-content-type-options', 'nosniff')
  async page(
    @CurrentActor() actor: Actor,
    @Param() { id, page }: PagePlace,
    @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return pictureOf(await this.documents.page(actor, id, Number(page), purpose), reply, PAGE_SECONDS);
  }

  @Get(':id/thumbnails/:page')
  @Requires('evidence.read')
  @Answers({ mediaType: 'image/jpeg' })
  @Header('x-content-type-options', 'nosniff')
  async thumbnail(
    @CurrentActor() actor: Actor,
    @Param() { id, page }: PagePlace,
    @Query({ schema: PurposeQuery }) { purpose }: PurposeQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return pictureOf(await this.documents.thumbnail(actor, id, Number(page), purpose), reply, THUMBNAIL_SECONDS);
  }
}

function streamOf({ file, original }: Awaited<ReturnType<DocumentsService['download']>>): StreamableFile {
  return new StreamableFile(original, { type: file.mediaType, length: file.size, disposition: attachment(file.fileName) });
}

function pictureOf({ jpeg, isSecret }: Picture, reply: Reply, seconds: number): StreamableFile {
  reply.header('cache-control', isSecret ? 'private, no-store' : `private, max-age=${seconds}`);
  return new StreamableFile(jpeg, { type: 'image/jpeg', length: jpeg.length });
}
