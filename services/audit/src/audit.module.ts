import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsService } from './exports/exports.service.js';
import { ChainWriter } from './records/chain-writer.service.js';
import { PeopleRepository } from './records/people.repository.js';
import { AUDIT_PERSON, AUDIT_RECORD, auditPersonSchema, auditRecordSchema } from './records/record.schema.js';
import { RecordsConsumer } from './records/records.consumer.js';
import { RecordsController } from './records/records.controller.js';
import { RecordsRepository } from './records/records.repository.js';
import { RecordsService } from './records/records.service.js';
import { PublishingService } from './roots/publishing.service.js';
import { AUDIT_ROOT, auditRootSchema } from './roots/root.schema.js';
import { RootsController } from './roots/roots.controller.js';
import { RootsRepository } from './roots/roots.repository.js';
import { RootsRound } from './roots/roots-round.service.js';
import { RootsService } from './roots/roots.service.js';
import { SealingService } from './roots/sealing.service.js';

const MODELS = [
  { name: AUDIT_RECORD, schema: auditRecordSchema },
  { name: AUDIT_PERSON, schema: auditPersonSchema },
  { name: AUDIT_ROOT, schema: auditRootSchema },
];

/** The hash-chained record of every act and every read, sealed day by day. */
@Module({
  imports: [
    databaseModule('audit'),
    OutboxModule.forService('audit'),
    DirectoryModule.forService('audit'),
    MongooseModule.forFeature(MODELS, 'audit'),
  ],
  controllers: [RecordsController, RecordsConsumer, RootsController, ExportsController],
  providers: [
    RecordsService,
    RecordsRepository,
    ChainWriter,
    PeopleRepository,
    ExportsService,
    RootsRepository,
    RootsService,
    SealingService,
    PublishingService,
    RootsRound,
  ],
})
export class AuditModule {}

export { HttpTimeStamper } from './roots/http-time-stamper.js';
export { TimeStamper } from './roots/time-stamper.js';
