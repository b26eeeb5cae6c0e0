import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DocumentsRepository } from './documents.repository.js';
import { EVIDENCE, evidenceSchema } from './evidence.schema.js';

/** The papers, for the service and for its worker. */
@Module({
  imports: [databaseModule('evidence'), OutboxModule.forService('evidence'), MongooseModule.forFeature([{ name: EVIDENCE, schema: evidenceSchema }], 'evidence')],
  providers: [DocumentsRepository],
  exports: [DocumentsRepository],
})
export class EvidenceStoreModule {}
