import { DirectoryModule } from '@aigaq/directory';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AcknowledgementsController } from './amendments/acknowledgements.controller.js';
import { AcknowledgementsRepository } from './amendments/acknowledgements.repository.js';
import { AcknowledgementsService } from './amendments/acknowledgements.service.js';
import { ACKNOWLEDGEMENT, acknowledgementSchema, ANNOUNCEMENT, announcementSchema } from './amendments/amendment.schema.js';
import { AmendmentRounds } from './amendments/amendment-rounds.service.js';
import { AmendmentsService } from './amendments/amendments.service.js';
import { Announcing } from './amendments/announcing.service.js';
import { AnnouncementsRepository } from './amendments/announcements.repository.js';
import { ConcernedWorkRepository } from './amendments/concerned-work.repository.js';
import { ASSIGNMENT, assignmentSchema, EVIDENCE_FACT, evidenceFactSchema } from './assignments/assignment.schema.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { AssignmentsRepository } from './assignments/assignments.repository.js';
import { AssignmentsService } from './assignments/assignments.service.js';
import { EvidenceFactsConsumer } from './assignments/evidence-facts.consumer.js';
import { EvidenceFactsRepository } from './assignments/evidence-facts.repository.js';
import { PlacesConsumer } from './assignments/places.consumer.js';
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
import { SheetsController } from './sheets/sheets.controller.js';
import { SheetsService } from './sheets/sheets.service.js';

const MODELS = [
  { name: EDITION, schema: editionSchema },
  { name: ROLLOUT, schema: rolloutSchema },
  { name: ASSIGNMENT, schema: assignmentSchema },
  { name: EVIDENCE_FACT, schema: evidenceFactSchema },
  { name: ANNOUNCEMENT, schema: announcementSchema },
  { name: ACKNOWLEDGEMENT, schema: acknowledgementSchema },
];

/** Editions of the card, their rollout, and the work and review on assignments. */
@Module({
  imports: [
    databaseModule('tasks'),
    OutboxModule.forService('tasks'),
    DirectoryModule.forService('tasks'),
    MongooseModule.forFeature(MODELS, 'tasks'),
  ],
  controllers: [EditionsController, SheetsController, RolloutsController, AcknowledgementsController, AssignmentsController, EvidenceFactsConsumer, PlacesConsumer],
  providers: [
    EditionsService,
    EditionsRepository,
    SheetsService,
    AmendmentsService,
    AmendmentRounds,
    Announcing,
    AnnouncementsRepository,
    AcknowledgementsService,
    AcknowledgementsRepository,
    ConcernedWorkRepository,
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
