import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FACT, factSchema, ROLL_UP, rollUpSchema } from './overview/fact.schema.js';
import { FactsConsumer } from './overview/facts.consumer.js';
import { FactsRepository } from './overview/facts.repository.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewReads } from './overview/overview-reads.service.js';
import { OverviewService } from './overview/overview.service.js';
import { RollUpsRepository } from './overview/roll-ups.repository.js';
import { RollUpsService } from './overview/roll-ups.service.js';

const MODELS = [
  { name: FACT, schema: factSchema },
  { name: ROLL_UP, schema: rollUpSchema },
];

/** Numbers of done, on time, late and in review, for every body and all that report to it. */
@Module({
  imports: [
    databaseModule('reports'),
    OutboxModule.forService('reports'),
    DirectoryModule.forService('reports'),
    MongooseModule.forFeature(MODELS, 'reports'),
  ],
  controllers: [OverviewController, FactsConsumer],
  providers: [OverviewService, OverviewReads, RollUpsService, FactsRepository, RollUpsRepository],
})
export class ReportsModule {}
