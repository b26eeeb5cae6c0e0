import { ActorSource } from '@aigaq/identity';
import { databaseModule, OutboxModule } from '@aigaq/service';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { BodiesController } from './bodies/bodies.controller.js';
import { BodiesRepository } from './bodies/bodies.repository.js';
import { BodiesService } from './bodies/bodies.service.js';
import { BodySchema } from './bodies/body.schema.js';
import { RegisterService } from './bodies/register.service.js';
import { RegisterTurn } from './bodies/register-turn.repository.js';
import { Settling } from './bodies/settling.service.js';
import { DemonstrationSeed } from './demonstration/demonstration.service.js';
import { ChairsController } from './heads/chairs.controller.js';
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
import { MembershipSchema } from './memberships/membership.schema.js';
import { MembershipsController } from './memberships/memberships.controller.js';
import { MembershipsRepository } from './memberships/memberships.repository.js';
import { MembershipsService } from './memberships/memberships.service.js';

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
      ],
      NAME,
    ),
  ],
  controllers: [ImportsController, BodiesController, HeadsController, ChairsController, VacanciesController, MembershipsController],
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
    DemonstrationSeed,
    { provide: ActorSource, useExisting: MembershipsService },
  ],
  exports: [DemonstrationSeed],
})
export class OrganisationsModule {}
