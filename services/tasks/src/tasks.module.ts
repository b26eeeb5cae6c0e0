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
import { AnalysesController } from './analyses/analyses.controller.js';
import { AnalysesRepository } from './analyses/analyses.repository.js';
import { AnalysesService } from './analyses/analyses.service.js';
import { RISK_ANALYSIS, riskAnalysisSchema } from './analyses/analysis.schema.js';
import { AssignmentFacts } from './assignments/assignment-facts.service.js';
import { ASSIGNMENT, assignmentSchema, DRAFT, draftSchema, EVIDENCE_FACT, evidenceFactSchema } from './assignments/assignment.schema.js';
import { ActsController } from './assignments/acts.controller.js';
import { ActsService } from './assignments/acts.service.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { AssignmentsRepository } from './assignments/assignments.repository.js';
import { AssignmentsService } from './assignments/assignments.service.js';
import { EvidenceFactsConsumer } from './assignments/evidence-facts.consumer.js';
import { EvidenceFactsRepository } from './assignments/evidence-facts.repository.js';
import { BulkController } from './assignments/bulk.controller.js';
import { BulkService } from './assignments/bulk.service.js';
import { DraftsController } from './assignments/drafts.controller.js';
import { DraftsRepository } from './assignments/drafts.repository.js';
import { DraftsService } from './assignments/drafts.service.js';
import { ExcuseRounds } from './assignments/excuse-rounds.service.js';
import { PlacesConsumer } from './assignments/places.consumer.js';
import { RequestsController } from './assignments/requests.controller.js';
import { RequestsService } from './assignments/requests.service.js';
import { ReviewChainsService } from './assignments/review-chains.service.js';
import { CALENDAR_YEAR, calendarYearSchema } from './calendar/calendar-year.schema.js';
import { CalendarYearsRepository } from './calendar/calendar-years.repository.js';
import { CalendarYearsService } from './calendar/calendar-years.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { RecountsService } from './calendar/recounts.service.js';
import { WorkingClock } from './calendar/working-clock.service.js';
import { EDITION, editionSchema } from './editions/edition.schema.js';
import { EditionRulesController } from './editions/edition-rules.controller.js';
import { EditionRulesService } from './editions/edition-rules.service.js';
import { EditionsController } from './editions/editions.controller.js';
import { EditionsRepository } from './editions/editions.repository.js';
import { EditionsService } from './editions/editions.service.js';
import { RISK_PICTURE, riskPictureSchema } from './risk-pictures/risk-picture.schema.js';
import { RiskPicturesController } from './risk-pictures/risk-pictures.controller.js';
import { RiskPicturesRepository } from './risk-pictures/risk-pictures.repository.js';
import { RiskPicturesService } from './risk-pictures/risk-pictures.service.js';
import { RolloutPlans } from './rollouts/rollout-plans.service.js';
import { RolloutRunner } from './rollouts/rollout-runner.service.js';
import { ROLLOUT, rolloutSchema } from './rollouts/rollout.schema.js';
import { RolloutsController } from './rollouts/rollouts.controller.js';
import { RolloutsRepository } from './rollouts/rollouts.repository.js';
import { RolloutsService } from './rollouts/rollouts.service.js';
import { SheetsController } from './sheets/sheets.controller.js';
import { SheetsService } from './sheets/sheets.service.js';

const MODELS = [
  { name: CALENDAR_YEAR, schema: calendarYearSchema },
  { name: EDITION, schema: editionSchema },
  { name: ROLLOUT, schema: rolloutSchema },
  { name: ASSIGNMENT, schema: assignmentSchema },
  { name: EVIDENCE_FACT, schema: evidenceFactSchema },
  { name: RISK_ANALYSIS, schema: riskAnalysisSchema },
  { name: RISK_PICTURE, schema: riskPictureSchema },
  { name: ANNOUNCEMENT, schema: announcementSchema },
  { name: ACKNOWLEDGEMENT, schema: acknowledgementSchema },
  { name: DRAFT, schema: draftSchema },
];

/** Editions of the card, their rollout, and the work and review on assignments. */
@Module({
  imports: [
    databaseModule('tasks'),
    OutboxModule.forService('tasks'),
    DirectoryModule.forService('tasks'),
    MongooseModule.forFeature(MODELS, 'tasks'),
  ],
  controllers: [
    CalendarController,
    EditionsController,
    EditionRulesController,
    SheetsController,
    RolloutsController,
    AcknowledgementsController,
    AssignmentsController,
    ActsController,
    BulkController,
    DraftsController,
    RequestsController,
    AnalysesController,
    RiskPicturesController,
    EvidenceFactsConsumer,
    PlacesConsumer,
  ],
  providers: [
    CalendarYearsService,
    CalendarYearsRepository,
    RecountsService,
    WorkingClock,
    EditionsService,
    EditionRulesService,
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
    AssignmentFacts,
    AssignmentsService,
    AssignmentsRepository,
    ActsService,
    BulkService,
    DraftsService,
    DraftsRepository,
    RequestsService,
    ReviewChainsService,
    ExcuseRounds,
    EvidenceFactsRepository,
    AnalysesService,
    AnalysesRepository,
    RiskPicturesService,
    RiskPicturesRepository,
  ],
})
export class TasksModule {}
