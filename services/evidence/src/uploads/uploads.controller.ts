import { EvidenceView, NoBody, StartUpload, UploadView } from '@aigaq/api';
import { CurrentActor, Requires, ServiceController } from '@aigaq/identity';
import type { Actor } from '@aigaq/kernel';
import { Answers } from '@aigaq/service';
import { Body, Param, Post } from '@nestjs/common';
import { DocumentsService } from '../documents/documents.service.js';
import { UploadsService } from './uploads.service.js';

@ServiceController('evidence/uploads')
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly documents: DocumentsService,
  ) {}

  @Post()
  @Requires('evidence.upload')
  @Answers(UploadView)
  start(@CurrentActor() actor: Actor, @Body({ schema: StartUpload }) body: StartUpload): Promise<UploadView> {
    return this.uploads.start(actor, body);
  }

  @Post(':id/complete')
  @Requires('evidence.upload')
  @Answers(EvidenceView)
  async complete(@CurrentActor() actor: Actor, @Param('id') id: string, @Body({ schema: NoBody }) _body: object): Promise<EvidenceView> {
    return this.documents.showAfter('upload', actor, await this.uploads.complete(actor, id));
  }
}
