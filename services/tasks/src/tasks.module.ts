import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ASSIGNMENT, assignmentSchema, EVIDENCE_FACT, evidenceFactSchema } from './assignments/assignment.schema.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { AssignmentsRepository } from './assignments/assignments.repository.js';
import { AssignmentsService } from './assignments/assignments.service.js';
import { EvidenceFactsConsumer } from './assignments/evidence-facts.consumer.js';
import { EvidenceFactsRepository } from './assignments/evidence-facts.repository.js';
import { PlacesConsumer } from './assignments/places.consumer.js';
import { CALENDAR_YEAR, calendarYearSchema } from './calendar/calendar-year.schema.js';
import { CalendarYearsRepository } from './calendar/calendar-years.repository.js';
import { CalendarYearsService } from './calendar/calendar-years.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { RecountsService } from './calendar/recounts.service.js';
import { WorkingClock } from './calendar/working-clock.service.js';
import { EDITION, editionSchema } from './editions/edition.schema.js';
import { EditionsController } from './editions/editions.controller.js';
import { EditionsRepository } from './editions/editions.repository.js';
import { EditionsService } from './editions/editions.service.js';
import { RolloutPlans } from './rollouts/rollout-plans.service.js';
import { RolloutRunner } from './rollouts/rollout-runner.service.js';
import { ROLLOUT, rolloutSchema } from './rollouts/rollout.schema.js';
import { RolloutsController } from './rollouts/rollouts.controller.js';
import { RolloutsRepository } from './rollouts/rollouts.repository.js';
import { RolloutsService } from './rollouts/rollouts.service.js';

const MODELS = [
  { name: CALENDAR_YEAR, schema: calendarYearSchema },
  { name: EDITION, schema: editionSchema },
  { name: ROLLOUT, schema: rolloutSchema },
  { name: ASSIGNMENT, schema: assignmentSchema },
  { name: EVIDENCE_FACT, schema: evidenceFactSchema },
];

/** Editions of the card, their rollout, and the work and review on assignments. */
@Module({
  imports: [
    databaseModule('tasks'),
    OutboxModule.forService('tasks'),
    DirectoryModule.forService('tasks'),
    MongooseModule.forFeature(MODELS, 'tasks'),
  ],
  controllers: [CalendarController, EditionsController, RolloutsController, AssignmentsController, EvidenceFactsConsumer, PlacesConsumer],
  providers: [
    CalendarYearsService,
    CalendarYearsRepository,
    RecountsService,
    WorkingClock,
    EditionsService,
    EditionsRepository,
    RolloutsService,
    RolloutRunner,
    RolloutPlans,
    RolloutsRepository,
    AssignmentsService,
    AssignmentsRepository,
    EvidenceFactsRepository,
  ],
})
export class TasksModule {}
