import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { EntitiesConsumer } from './documents/entities.consumer.js';
import { EntitiesController } from './documents/entities.controller.js';
import { EntitiesRepository } from './documents/entities.repository.js';
import { EntitiesService } from './documents/entities.service.js';
import { EntitySchema } from './documents/entity.schema.js';
import { EvidenceConsumer } from './documents/evidence.consumer.js';
import { EvidenceRepository } from './documents/evidence.repository.js';
import { EvidenceSchema } from './documents/evidence.schema.js';
import { Programme } from './programme.js';
import { DayTurn } from './scores/day-turn.service.js';
import { ScoreSchema } from './scores/score.schema.js';
import { ScoresConsumer } from './scores/scores.consumer.js';
import { ScoresController } from './scores/scores.controller.js';
import { ScoresRepository } from './scores/scores.repository.js';
import { ScoresService } from './scores/scores.service.js';

const NAME = 'compliance';

@Module({
  imports: [
    databaseModule(NAME),
    OutboxModule.forService(NAME),
    DirectoryModule.forService(NAME),
    MongooseModule.forFeature(
      [
        { name: 'Entity', schema: EntitySchema },
        { name: 'Evidence', schema: EvidenceSchema },
        { name: 'Score', schema: ScoreSchema },
      ],
      NAME,
    ),
  ],
  controllers: [EntitiesController, EntitiesConsumer, EvidenceConsumer, ScoresController, ScoresConsumer],
  providers: [
    { provide: Programme, useFactory: () => Programme.load() },
    EntitiesRepository,
    EntitiesService,
    EvidenceRepository,
    ScoresRepository,
    ScoresService,
    DayTurn,
  ],
})
export class ComplianceModule {}
