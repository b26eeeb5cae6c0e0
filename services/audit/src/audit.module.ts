import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AUDIT_RECORD, auditRecordSchema } from './records/record.schema.js';
import { RecordsConsumer } from './records/records.consumer.js';
import { RecordsController } from './records/records.controller.js';
import { RecordsRepository } from './records/records.repository.js';
import { RecordsService } from './records/records.service.js';

/** The hash-chained record of every act and every read. */
@Module({
  imports: [
    databaseModule('audit'),
    OutboxModule.forService('audit'),
    DirectoryModule.forService('audit'),
    MongooseModule.forFeature([{ name: AUDIT_RECORD, schema: auditRecordSchema }], 'audit'),
  ],
  controllers: [RecordsController, RecordsConsumer],
  providers: [RecordsService, RecordsRepository],
})
export class AuditModule {}
