import { ActorSource } from '@aigaq/identity';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccountLapse } from './accounts/account-lapse.service.js';
import { AccountActs } from './accounts/account-acts.service.js';
import { AccountRounds } from './accounts/account-rounds.service.js';
import { AccountSchema } from './accounts/account.schema.js';
import { AccountStatesRepository } from './accounts/account-states.repository.js';
import { AccountViews } from './accounts/account-views.service.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsRepository } from './accounts/accounts.repository.js';
import { AccountsService } from './accounts/accounts.service.js';
import { Consequences } from './accounts/consequences.service.js';
import { Reach } from './accounts/reach.service.js';
import { Reconciliation } from './accounts/reconciliation.service.js';
import { AccountSettling } from './accounts/account-settling.service.js';
import { BodiesController } from './bodies/bodies.controller.js';
import { BodiesRepository } from './bodies/bodies.repository.js';
import { BodiesService } from './bodies/bodies.service.js';
import { BodySchema } from './bodies/body.schema.js';
import { RegisterService } from './bodies/register.service.js';
import { RegisterTurn } from './bodies/register-turn.repository.js';
import { Settling } from './bodies/settling.service.js';
import { DemonstrationSeed } from './demonstration/demonstration.service.js';
import { ChairsController } from './heads/chairs.controller.js';
import { ClearanceEnds } from './clearances/clearance-ends.service.js';
import { ClearanceSchema } from './clearances/clearance.schema.js';
import { ClearancesController } from './clearances/clearances.controller.js';
import { ClearancesRepository } from './clearances/clearances.repository.js';
import { ClearancesService } from './clearances/clearances.service.js';
import { DemonstrationPeople } from './demonstration/people.service.js';
import { ChairsSchema } from './heads/chairs.schema.js';
import { HeadsController } from './heads/heads.controller.js';
import { HeadsRepository } from './heads/heads.repository.js';
import { HeadsService } from './heads/heads.service.js';
import { ExportsService } from './imports/exports.service.js';
import { ImportSchema } from './imports/import.schema.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsRepository } from './imports/imports.repository.js';
import { ImportsService } from './imports/imports.service.js';
import { TableFiles } from './imports/table-files.service.js';
import { VacanciesController } from './heads/vacancies.controller.js';
import { VacanciesRepository } from './heads/vacancies.repository.js';
import { VacanciesService } from './heads/vacancies.service.js';
import { VacancyTurn } from './heads/vacancy-turn.service.js';
import { AdministratorsRepository } from './memberships/administrators.repository.js';
import { AdministratorsSchema } from './memberships/administrators.schema.js';
import { Ends } from './memberships/ends.service.js';
import { GrantingController } from './memberships/granting.controller.js';
import { Granting } from './memberships/granting.service.js';
import { MembershipSchema } from './memberships/membership.schema.js';
import { MembershipsController } from './memberships/memberships.controller.js';
import { MembershipsRepository } from './memberships/memberships.repository.js';
import { MembershipsService } from './memberships/memberships.service.js';
import { PlacesConsumer } from './memberships/places.consumer.js';
import { Answering } from './recertification/answering.service.js';
import { Asking } from './recertification/asking.service.js';
import { Lapsing } from './recertification/lapsing.service.js';
import { QuestionsRepository } from './recertification/questions.repository.js';
import { QuestionViews } from './recertification/question-views.service.js';
import { QuestionSchema, RecertificationSchema } from './recertification/recertification.schema.js';
import { RecertificationRounds } from './recertification/recertification-rounds.service.js';
import { RecertificationsController } from './recertification/recertifications.controller.js';
import { RecertificationsRepository } from './recertification/recertifications.repository.js';
import { RecertificationsService } from './recertification/recertifications.service.js';

export { DemonstrationSeed, type Seeded } from './demonstration/demonstration.service.js';

const NAME = 'organisations';

@Module({
  imports: [
    databaseModule(NAME),
    OutboxModule.forService(NAME),
    MongooseModule.forFeature(
      [
        { name: 'Body', schema: BodySchema },
        { name: 'RegisterImport', schema: ImportSchema },
        { name: 'Chairs', schema: ChairsSchema },
        { name: 'Membership', schema: MembershipSchema },
        { name: 'Administrators', schema: AdministratorsSchema },
        { name: 'Account', schema: AccountSchema },
        { name: 'Clearance', schema: ClearanceSchema },
        { name: 'Recertification', schema: RecertificationSchema },
        { name: 'Question', schema: QuestionSchema },
      ],
      NAME,
    ),
  ],
  controllers: [
    ImportsController,
    BodiesController,
    HeadsController,
    ChairsController,
    VacanciesController,
    MembershipsController,
    GrantingController,
    PlacesConsumer,
    AccountsController,
    ClearancesController,
    RecertificationsController,
  ],
  providers: [
    BodiesRepository,
    BodiesService,
    RegisterService,
    RegisterTurn,
    Settling,
    ImportsRepository,
    ImportsService,
    ExportsService,
    TableFiles,
    HeadsRepository,
    HeadsService,
    VacanciesRepository,
    VacanciesService,
    VacancyTurn,
    MembershipsRepository,
    MembershipsService,
    AdministratorsRepository,
    Ends,
    Granting,
    AccountsRepository,
    AccountsService,
    AccountActs,
    AccountViews,
    AccountRounds,
    Consequences,
    Reach,
    AccountSettling,
    AccountStatesRepository,
    Reconciliation,
    ClearancesRepository,
    ClearancesService,
    ClearanceEnds,
    AccountLapse,
    RecertificationsRepository,
    RecertificationsService,
    RecertificationRounds,
    QuestionsRepository,
    QuestionViews,
    Answering,
    Asking,
    Lapsing,
    DemonstrationSeed,
    DemonstrationPeople,
    { provide: ActorSource, useExisting: MembershipsService },
  ],
  exports: [DemonstrationSeed],
})
export class OrganisationsModule {}
