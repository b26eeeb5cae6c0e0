import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CopiesRepository } from '../copies/copies.repository.js';
import { COPY_JOB, copyJobSchema, PAGE_TEXT, pageTextSchema } from '../copies/copy-job.schema.js';
import { DocumentsRepository } from './documents.repository.js';
import { EVIDENCE, evidenceSchema } from './evidence.schema.js';

const MODELS = [
  { name: EVIDENCE, schema: evidenceSchema },
  { name: COPY_JOB, schema: copyJobSchema },
  { name: PAGE_TEXT, schema: pageTextSchema },
];

/** The papers and the work on their copies, for the service and for its worker. */
@Module({
  imports: [databaseModule('evidence'), OutboxModule.forService('evidence'), MongooseModule.forFeature(MODELS, 'evidence')],
  providers: [DocumentsRepository, CopiesRepository],
  exports: [DocumentsRepository, CopiesRepository],
})
export class EvidenceStoreModule {}
