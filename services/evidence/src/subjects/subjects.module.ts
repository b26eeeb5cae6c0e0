import { DirectoryModule } from '@aigaq/directory';
import { databaseModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ASSIGNMENT, assignmentSchema, RULE, ruleSchema } from './subject.schema.js';
import { SubjectsConsumer } from './subjects.consumer.js';
import { SubjectsRepository } from './subjects.repository.js';
import { SubjectsService } from './subjects.service.js';

const MODELS = [
  { name: ASSIGNMENT, schema: assignmentSchema },
  { name: RULE, schema: ruleSchema },
];

@Module({
  imports: [databaseModule('evidence'), DirectoryModule.forService('evidence'), MongooseModule.forFeature(MODELS, 'evidence')],
  controllers: [SubjectsConsumer],
  providers: [SubjectsService, SubjectsRepository],
  exports: [SubjectsService],
})
export class SubjectsModule {}
